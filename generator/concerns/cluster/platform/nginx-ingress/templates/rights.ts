// What the edge may read of the cluster. Its chart's own ClusterRole reads every Secret and ConfigMap there is, of all
// tenants, and the edge is what the internet speaks to: its own namespace's, which a Role of the chart gives, are enough.
// The rest is what the chart's role holds (charts/nginx-ingress/templates/clusterrole.yaml of nginx/kubernetes-ingress).
import type { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-30';
import { add } from '../../../../../compose/add.ts';
import { kube, type Plain } from '../../../../../compose/kube.ts';
import { platformLabels } from '../../../../../model/labels.ts';
import { edgeRole } from '../../../../../model/names.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

const read = ['get', 'list', 'watch'];
const group = 'rbac.authorization.k8s.io';

const rules: readonly Plain<k8s.PolicyRule>[] = [
  { apiGroups: [''], resources: ['namespaces', 'pods', 'services'], verbs: read },
  { apiGroups: [''], resources: ['events'], verbs: ['create', 'list', 'patch'] },
  { apiGroups: [''], resources: ['nodes'], verbs: ['list'] },
  { apiGroups: ['apps'], resources: ['daemonsets', 'replicasets', 'statefulsets'], verbs: ['get'] },
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['list', 'watch'] },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read },
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs: read },
  { apiGroups: ['networking.k8s.io'], resources: ['ingressclasses'], verbs: ['get', 'list'] },
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
  {
    apiGroups: ['k8s.nginx.org'],
    resources: [
      'globalconfigurations',
      'policies',
      'transportservers',
      'virtualserverroutes',
      'virtualservers',
    ],
    verbs: read,
  },
  {
    apiGroups: ['k8s.nginx.org'],
    resources: [
      'policies/status',
      'transportservers/status',
      'virtualserverroutes/status',
      'virtualservers/status',
    ],
    verbs: ['update'],
  },
];

export function compose(chart: Chart, { platform: { edge } }: ClusterTarget): void {
  add(chart, kube.clusterRole({ metadata: { name: edgeRole, labels: platformLabels }, rules: [...rules] }));
  add(
    chart,
    kube.clusterRoleBinding({
      metadata: { name: `${edgeRole}-reads`, labels: platformLabels },
      roleRef: { apiGroup: group, kind: 'ClusterRole', name: edgeRole },
      subjects: [{ kind: 'ServiceAccount', name: edge.serviceAccount, namespace: edge.namespace }],
    }),
  );
}
