// The core kinds as typed plain objects. cdk8s-plus-30 gives the types and nothing at run time: its `manifest()` costs
// 60 ms of start-up and 25 µs an object, and returns what it was given.
import type { k8s } from 'cdk8s-plus-30';
import type { Manifest, Metadata } from '../model/manifest.ts';

/**
 * The fields of a kind as they are on the wire: `k8s.Quantity` and `k8s.IntOrString`, whose only member is `value`, are
 * text or numbers.
 */
export type Plain<Value> = Value extends k8s.Quantity | k8s.IntOrString
  ? [keyof Value] extends ['value']
    ? number | string
    : PlainMembers<Value>
  : Value extends Date
    ? string
    : Value extends object
      ? PlainMembers<Value>
      : Value;

type PlainMembers<Value> = { readonly [Key in keyof Value]: Plain<Value[Key]> };

type Object<Props extends { readonly metadata?: unknown }> = Omit<Plain<Props>, 'metadata'> & {
  readonly metadata: Metadata;
};

/** A function from the fields of one kind to the object. */
function kind<Props extends { readonly metadata?: unknown }>(apiVersion: string, kind: string) {
  return (fields: Object<Props>): Manifest => ({ apiVersion, kind, ...fields }) as unknown as Manifest;
}

export const kube = {
  clusterRole: kind<k8s.KubeClusterRoleProps>('rbac.authorization.k8s.io/v1', 'ClusterRole'),
  clusterRoleBinding: kind<k8s.KubeClusterRoleBindingProps>(
    'rbac.authorization.k8s.io/v1',
    'ClusterRoleBinding',
  ),
  configMap: kind<k8s.KubeConfigMapProps>('v1', 'ConfigMap'),
  cronJob: kind<k8s.KubeCronJobProps>('batch/v1', 'CronJob'),
  deployment: kind<k8s.KubeDeploymentProps>('apps/v1', 'Deployment'),
  horizontalPodAutoscaler: kind<k8s.KubeHorizontalPodAutoscalerV2Props>(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
  ),
  ingress: kind<k8s.KubeIngressProps>('networking.k8s.io/v1', 'Ingress'),
  job: kind<k8s.KubeJobProps>('batch/v1', 'Job'),
  limitRange: kind<k8s.KubeLimitRangeProps>('v1', 'LimitRange'),
  namespace: kind<k8s.KubeNamespaceProps>('v1', 'Namespace'),
  networkPolicy: kind<k8s.KubeNetworkPolicyProps>('networking.k8s.io/v1', 'NetworkPolicy'),
  podDisruptionBudget: kind<k8s.KubePodDisruptionBudgetProps>('policy/v1', 'PodDisruptionBudget'),
  priorityClass: kind<k8s.KubePriorityClassProps>('scheduling.k8s.io/v1', 'PriorityClass'),
  resourceQuota: kind<k8s.KubeResourceQuotaProps>('v1', 'ResourceQuota'),
  role: kind<k8s.KubeRoleProps>('rbac.authorization.k8s.io/v1', 'Role'),
  roleBinding: kind<k8s.KubeRoleBindingProps>('rbac.authorization.k8s.io/v1', 'RoleBinding'),
  service: kind<k8s.KubeServiceProps>('v1', 'Service'),
  serviceAccount: kind<k8s.KubeServiceAccountProps>('v1', 'ServiceAccount'),
} as const;
