// Which kinds of objects Argo CD may create, for whom. A kind that a concern renders and that is missing here is refused
// by the cluster, so a test holds these lists against what is rendered.

export interface KindRef {
  /** API group without the version; the core group is the empty string. */
  readonly group: string;
  readonly kind: string;
}

/** In a tenant's namespace. Its Namespace is allowed beside them, by name. */
export const tenantKinds: readonly KindRef[] = [
  { group: '', kind: 'ConfigMap' },
  { group: '', kind: 'LimitRange' },
  { group: '', kind: 'ResourceQuota' },
  { group: '', kind: 'Service' },
  { group: '', kind: 'ServiceAccount' },
  { group: 'apps', kind: 'Deployment' },
  { group: 'autoscaling', kind: 'HorizontalPodAutoscaler' },
  { group: 'autoscaling.k8s.io', kind: 'VerticalPodAutoscaler' },
  { group: 'batch', kind: 'CronJob' },
  { group: 'batch', kind: 'Job' },
  { group: 'keda.sh', kind: 'ScaledObject' },
  { group: 'keda.sh', kind: 'TriggerAuthentication' },
  { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
  { group: 'policy', kind: 'PodDisruptionBudget' },
  { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' },
];

/** What platform components have outside namespaces. */
export const platformKinds: readonly KindRef[] = [
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
  { group: 'scheduling.k8s.io', kind: 'PriorityClass' },
];

/** What Argo CD's own folder holds. */
export const argocdKinds: readonly KindRef[] = [
  { group: '', kind: 'ConfigMap' },
  { group: 'argoproj.io', kind: 'AppProject' },
  { group: 'argoproj.io', kind: 'ApplicationSet' },
  { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
];
