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
  { group: 'budgets.aws.m.upbound.io', kind: 'Budget' },
  { group: 'cloudwatchlogs.aws.m.upbound.io', kind: 'Group' },
  { group: 'ec2.aws.m.upbound.io', kind: 'RouteTableAssociation' },
  { group: 'ec2.aws.m.upbound.io', kind: 'SecurityGroupIngressRule' },
  { group: 'ec2.aws.m.upbound.io', kind: 'Subnet' },
  { group: 'eks.aws.m.upbound.io', kind: 'PodIdentityAssociation' },
  { group: 'external-secrets.io', kind: 'ExternalSecret' },
  { group: 'external-secrets.io', kind: 'SecretStore' },
  { group: 'iam.aws.m.upbound.io', kind: 'Role' },
  { group: 'iam.aws.m.upbound.io', kind: 'RolePolicy' },
  { group: 'k8s.nginx.org', kind: 'Policy' },
  { group: 'k8s.nginx.org', kind: 'VirtualServer' },
  { group: 'k8s.nginx.org', kind: 'VirtualServerRoute' },
  { group: 'keda.sh', kind: 'ScaledObject' },
  { group: 'keda.sh', kind: 'TriggerAuthentication' },
  { group: 'mysql.sql.m.crossplane.io', kind: 'Database' },
  { group: 'mysql.sql.m.crossplane.io', kind: 'Grant' },
  { group: 'mysql.sql.m.crossplane.io', kind: 'ProviderConfig' },
  { group: 'mysql.sql.m.crossplane.io', kind: 'User' },
  { group: 'networking.istio.io', kind: 'DestinationRule' },
  { group: 'networking.istio.io', kind: 'ServiceEntry' },
  { group: 'networking.istio.io', kind: 'Sidecar' },
  { group: 'networking.istio.io', kind: 'VirtualService' },
  { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
  { group: 'policy', kind: 'PodDisruptionBudget' },
  { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' },
  { group: 'rds.aws.m.upbound.io', kind: 'OptionGroup' },
  { group: 'rds.aws.m.upbound.io', kind: 'ParameterGroup' },
  { group: 'route53.aws.m.upbound.io', kind: 'Record' },
  { group: 'security.istio.io', kind: 'AuthorizationPolicy' },
  { group: 'security.istio.io', kind: 'PeerAuthentication' },
  { group: 'security.istio.io', kind: 'RequestAuthentication' },
  { group: 'sqs.aws.m.upbound.io', kind: 'Queue' },
  { group: 'telemetry.istio.io', kind: 'Telemetry' },
  { group: 'tenantry.dev', kind: 'BackupClaim' },
  { group: 'tenantry.dev', kind: 'AlarmsClaim' },
  { group: 'tenantry.dev', kind: 'BucketClaim' },
  { group: 'tenantry.dev', kind: 'CacheClaim' },
  { group: 'tenantry.dev', kind: 'CdnClaim' },
  { group: 'tenantry.dev', kind: 'DatabaseClaim' },
  { group: 'tenantry.dev', kind: 'KeyClaim' },
  { group: 'tenantry.dev', kind: 'NetworkClaim' },
];

/** What the platform has outside namespaces as plain manifests. */
export const platformKinds: readonly KindRef[] = [
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
  { group: 'scheduling.k8s.io', kind: 'PriorityClass' },
];

/** What the templates of components hold, beside their Namespaces, which are allowed by name. */
export const componentKinds: {
  readonly cluster: readonly KindRef[];
  readonly namespaced: readonly KindRef[];
} = {
  cluster: [
    { group: 'apiextensions.crossplane.io', kind: 'CompositeResourceDefinition' },
    { group: 'apiextensions.crossplane.io', kind: 'Composition' },
    { group: 'apiextensions.crossplane.io', kind: 'ManagedResourceActivationPolicy' },
    { group: 'aws.m.upbound.io', kind: 'ClusterProviderConfig' },
    { group: 'pkg.crossplane.io', kind: 'DeploymentRuntimeConfig' },
    { group: 'pkg.crossplane.io', kind: 'Function' },
    { group: 'pkg.crossplane.io', kind: 'Provider' },
    { group: 'protection.crossplane.io', kind: 'ClusterUsage' },
    { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
    { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding' },
  ],
  namespaced: [
    { group: '', kind: 'ConfigMap' },
    { group: '', kind: 'ResourceQuota' },
    { group: '', kind: 'ServiceAccount' },
    { group: 'batch', kind: 'CronJob' },
    { group: 'k8s.nginx.org', kind: 'VirtualServer' },
    { group: 'networking.istio.io', kind: 'DestinationRule' },
    { group: 'networking.istio.io', kind: 'Sidecar' },
    { group: 'networking.k8s.io', kind: 'Ingress' },
    { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
    { group: 'rbac.authorization.k8s.io', kind: 'Role' },
    { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' },
    { group: 'security.istio.io', kind: 'PeerAuthentication' },
    { group: 'telemetry.istio.io', kind: 'Telemetry' },
    { group: 'tenantry.dev', kind: 'CdnClaim' },
    { group: 'velero.io', kind: 'BackupStorageLocation' },
    { group: 'vpcresources.k8s.aws', kind: 'SecurityGroupPolicy' },
  ],
};

/**
 * What the charts that components depend on make by themselves; read off their templates in the versions that
 * `platform/components.yaml` names. Whoever may make ClusterRoles and bind them may do anything: that is what it is to
 * install a controller, so the project's source is this repository alone.
 */
export const chartKinds: typeof componentKinds = {
  cluster: [
    { group: 'admissionregistration.k8s.io', kind: 'MutatingWebhookConfiguration' },
    { group: 'admissionregistration.k8s.io', kind: 'ValidatingWebhookConfiguration' },
    { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
    // The load balancer controller's class.
    { group: 'elbv2.k8s.aws', kind: 'IngressClassParams' },
    { group: 'networking.k8s.io', kind: 'IngressClass' },
    { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
    { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding' },
  ],
  namespaced: [
    { group: '', kind: 'ConfigMap' },
    // Certificates of webhooks, which their controllers or Helm fill in.
    { group: '', kind: 'Secret' },
    { group: '', kind: 'Service' },
    { group: '', kind: 'ServiceAccount' },
    { group: 'apps', kind: 'DaemonSet' },
    { group: 'apps', kind: 'Deployment' },
    { group: 'autoscaling', kind: 'HorizontalPodAutoscaler' },
    // The edge's election of a leader.
    { group: 'coordination.k8s.io', kind: 'Lease' },
    { group: 'policy', kind: 'PodDisruptionBudget' },
    { group: 'rbac.authorization.k8s.io', kind: 'Role' },
    { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' },
  ],
};

/** What is rendered for Velero of each tenant. */
export const scheduleKinds: readonly KindRef[] = [{ group: 'velero.io', kind: 'Schedule' }];

/** What Argo CD's own folder holds. */
export const argocdKinds: readonly KindRef[] = [
  { group: '', kind: 'ConfigMap' },
  { group: 'argoproj.io', kind: 'AppProject' },
  { group: 'argoproj.io', kind: 'ApplicationSet' },
  { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
];

/**
 * Kinds of Crossplane's providers that something of ours is made of, tenants' own files or what their claims become, by the
 * names that the API server has for them.
 */
export const managedKinds: readonly (KindRef & { readonly plural: string })[] = [
  { group: 'backup.aws.m.upbound.io', kind: 'Plan', plural: 'plans' },
  { group: 'backup.aws.m.upbound.io', kind: 'Selection', plural: 'selections' },
  { group: 'backup.aws.m.upbound.io', kind: 'Vault', plural: 'vaults' },
  { group: 'backup.aws.m.upbound.io', kind: 'VaultLockConfiguration', plural: 'vaultlockconfigurations' },
  { group: 'backup.aws.m.upbound.io', kind: 'VaultPolicy', plural: 'vaultpolicies' },
  { group: 'cloudcontrol.aws.m.upbound.io', kind: 'Resource', plural: 'resources' },
  { group: 'acm.aws.m.upbound.io', kind: 'Certificate', plural: 'certificates' },
  { group: 'acm.aws.m.upbound.io', kind: 'CertificateValidation', plural: 'certificatevalidations' },
  { group: 'budgets.aws.m.upbound.io', kind: 'Budget', plural: 'budgets' },
  { group: 'cloudfront.aws.m.upbound.io', kind: 'Distribution', plural: 'distributions' },
  { group: 'cloudwatch.aws.m.upbound.io', kind: 'MetricAlarm', plural: 'metricalarms' },
  { group: 'cloudwatchlogs.aws.m.upbound.io', kind: 'Group', plural: 'groups' },
  { group: 'ec2.aws.m.upbound.io', kind: 'RouteTableAssociation', plural: 'routetableassociations' },
  { group: 'ec2.aws.m.upbound.io', kind: 'SecurityGroup', plural: 'securitygroups' },
  { group: 'ec2.aws.m.upbound.io', kind: 'SecurityGroupEgressRule', plural: 'securitygroupegressrules' },
  { group: 'ec2.aws.m.upbound.io', kind: 'SecurityGroupIngressRule', plural: 'securitygroupingressrules' },
  { group: 'ec2.aws.m.upbound.io', kind: 'Subnet', plural: 'subnets' },
  { group: 'eks.aws.m.upbound.io', kind: 'PodIdentityAssociation', plural: 'podidentityassociations' },
  { group: 'elasticache.aws.m.upbound.io', kind: 'ParameterGroup', plural: 'parametergroups' },
  { group: 'elasticache.aws.m.upbound.io', kind: 'ReplicationGroup', plural: 'replicationgroups' },
  { group: 'elasticache.aws.m.upbound.io', kind: 'SubnetGroup', plural: 'subnetgroups' },
  { group: 'iam.aws.m.upbound.io', kind: 'Role', plural: 'roles' },
  { group: 'iam.aws.m.upbound.io', kind: 'RolePolicy', plural: 'rolepolicies' },
  { group: 'kms.aws.m.upbound.io', kind: 'Alias', plural: 'aliases' },
  { group: 'kms.aws.m.upbound.io', kind: 'Key', plural: 'keys' },
  { group: 'route53.aws.m.upbound.io', kind: 'HealthCheck', plural: 'healthchecks' },
  { group: 'route53.aws.m.upbound.io', kind: 'Record', plural: 'records' },
  { group: 's3.aws.m.upbound.io', kind: 'Bucket', plural: 'buckets' },
  {
    group: 's3.aws.m.upbound.io',
    kind: 'BucketLifecycleConfiguration',
    plural: 'bucketlifecycleconfigurations',
  },
  {
    group: 's3.aws.m.upbound.io',
    kind: 'BucketObjectLockConfiguration',
    plural: 'bucketobjectlockconfigurations',
  },
  { group: 's3.aws.m.upbound.io', kind: 'BucketMetric', plural: 'bucketmetrics' },
  { group: 's3.aws.m.upbound.io', kind: 'BucketOwnershipControls', plural: 'bucketownershipcontrols' },
  { group: 's3.aws.m.upbound.io', kind: 'BucketPolicy', plural: 'bucketpolicies' },
  { group: 's3.aws.m.upbound.io', kind: 'BucketPublicAccessBlock', plural: 'bucketpublicaccessblocks' },
  {
    group: 's3.aws.m.upbound.io',
    kind: 'BucketReplicationConfiguration',
    plural: 'bucketreplicationconfigurations',
  },
  {
    group: 's3.aws.m.upbound.io',
    kind: 'BucketServerSideEncryptionConfiguration',
    plural: 'bucketserversideencryptionconfigurations',
  },
  { group: 's3.aws.m.upbound.io', kind: 'BucketVersioning', plural: 'bucketversionings' },
  { group: 'sns.aws.m.upbound.io', kind: 'Topic', plural: 'topics' },
  { group: 'sns.aws.m.upbound.io', kind: 'TopicSubscription', plural: 'topicsubscriptions' },
  { group: 'sqs.aws.m.upbound.io', kind: 'Queue', plural: 'queues' },
  { group: 'wafv2.aws.m.upbound.io', kind: 'WebACL', plural: 'webacls' },
  {
    group: 'rds.aws.m.upbound.io',
    kind: 'DBInstanceAutomatedBackupsReplication',
    plural: 'dbinstanceautomatedbackupsreplications',
  },
  { group: 'rds.aws.m.upbound.io', kind: 'Instance', plural: 'instances' },
  { group: 'rds.aws.m.upbound.io', kind: 'OptionGroup', plural: 'optiongroups' },
  { group: 'rds.aws.m.upbound.io', kind: 'ParameterGroup', plural: 'parametergroups' },
  { group: 'rds.aws.m.upbound.io', kind: 'SubnetGroup', plural: 'subnetgroups' },
];
