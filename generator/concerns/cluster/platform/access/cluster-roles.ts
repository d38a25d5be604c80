// What a role means in a tenant's namespace; RoleBindings there say who has it. No role reads a secret, opens a shell or
// a tunnel into a pod, hands out rights or has a wildcard.
import type { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-30';
import { add } from '../../../../compose/add.ts';
import { kube, type Plain } from '../../../../compose/kube.ts';
import { platformLabels } from '../../../../model/labels.ts';
import { clusterRoles } from '../../../../model/names.ts';

const read = ['get', 'list', 'watch'];

/** How a tenant's services are doing. */
const workloads: readonly Plain<k8s.PolicyRule>[] = [
  { apiGroups: [''], resources: ['events', 'pods', 'services'], verbs: read },
  { apiGroups: ['apps'], resources: ['deployments', 'replicasets'], verbs: read },
  { apiGroups: ['autoscaling'], resources: ['horizontalpodautoscalers'], verbs: read },
  { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs: read },
];

/** What they are set up with, and what they say: logs may name policy holders, so support does not have them. */
const details: readonly Plain<k8s.PolicyRule>[] = [
  { apiGroups: [''], resources: ['configmaps', 'limitranges', 'pods/log', 'resourcequotas'], verbs: read },
  { apiGroups: ['autoscaling.k8s.io'], resources: ['verticalpodautoscalers'], verbs: read },
  { apiGroups: ['keda.sh'], resources: ['scaledobjects'], verbs: read },
  { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: read },
  { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: read },
];

/**
 * A restart is the deletion of a pod: changing a Deployment could change what it runs, and whoever creates a Job runs any
 * image as any service of the tenant. A migration is run again by a sync in Argo CD.
 */
const operations: readonly Plain<k8s.PolicyRule>[] = [
  { apiGroups: [''], resources: ['pods'], verbs: ['delete'] },
  { apiGroups: ['apps'], resources: ['deployments/scale'], verbs: ['get', 'patch', 'update'] },
  { apiGroups: ['batch'], resources: ['jobs'], verbs: ['delete'] },
];

export function compose(chart: Chart): void {
  role(clusterRoles.support, workloads);
  role(clusterRoles.engineer, [...workloads, ...details]);
  role(clusterRoles.deployer, [...workloads, ...operations]);

  function role(name: string, rules: readonly Plain<k8s.PolicyRule>[]): void {
    add(chart, kube.clusterRole({ metadata: { name, labels: platformLabels }, rules: [...rules] }));
  }
}
