// The pods that make schemas, users and rights in tenants' databases: databases let in their security group beside the
// tenant's own. Every other pod of Crossplane keeps the groups of its node.
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { platformLabels } from '../../../../../model/labels.ts';
import { sqlProvider } from '../../../../../model/names.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, { cluster }: ClusterTarget): void {
  add(chart, {
    apiVersion: 'vpcresources.k8s.aws/v1beta1',
    kind: 'SecurityGroupPolicy',
    metadata: { name: sqlProvider, namespace: 'crossplane-system', labels: platformLabels },
    spec: {
      podSelector: {
        matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'In', values: [sqlProvider] }],
      },
      securityGroups: { groupIds: [cluster.network.securityGroup, cluster.databaseAdministrators] },
    },
  });
}
