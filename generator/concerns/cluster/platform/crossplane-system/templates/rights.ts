// What Crossplane may make beside the kinds of its providers, to which it has the right by itself
// (https://docs.crossplane.io/latest/composition/compositions/#grant-access-to-composed-resources).
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { kube } from '../../../../../compose/kube.ts';
import { platformLabels } from '../../../../../model/labels.ts';

export function compose(chart: Chart): void {
  add(
    chart,
    kube.clusterRole({
      metadata: {
        name: 'tenantry-crossplane-security-group-policies',
        labels: { ...platformLabels, 'rbac.crossplane.io/aggregate-to-crossplane': 'true' },
      },
      rules: [
        {
          apiGroups: ['vpcresources.k8s.aws'],
          resources: ['securitygrouppolicies'],
          verbs: ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'],
        },
      ],
    }),
  );
}
