// Every name that is derived from a tenant's id, and the limit of the kind that bears it. Injective: the id stands
// in every name behind a fixed prefix and is never cut, so two tenants cannot meet; what is too long is refused.
import type { Layer } from './layers.ts';

/** `t-` keeps every tenant away from `kube-system`, `default` and other namespaces that are not tenants'. */
export const tenantPrefix = 't-';

export function namespaceOf(tenant: string): string {
  return `${tenantPrefix}${tenant}`;
}

/** What every service's full name in its cluster ends in. */
export const serviceZone = 'svc.cluster.local';

/** A service's full name in its cluster: what Envoy routes by. */
export function serviceHostOf(service: string, namespace: string): string {
  return `${service}.${namespace}.${serviceZone}`;
}

/** The tenant's AppProject. */
export function projectOf(tenant: string): string {
  return `${tenantPrefix}${tenant}`;
}

/** One Application per layer; the layer is the last word, so no two tenants' Applications can meet. */
export function applicationOf(tenant: string, layer: Layer): string {
  return `${tenantPrefix}${tenant}-${layer}`;
}

/** How Argo CD calls the cluster it runs in. */
export const inCluster = 'https://kubernetes.default.svc';

/** The AppProject of what the platform has as plain manifests; tenants' have the prefix. */
export const platformProject = 'platform';

/** The AppProject of the platform's components, which are charts. */
export const componentProject = 'components';

/** The AppProject of when tenants' objects are saved. */
export const scheduleProject = 'schedules';

/** The Secret with the certificate that the edge shows the load balancer. */
export const edgeCertificate = 'edge-tls';

/** The ClusterRole of the edge: its chart calls it as its release, and may bind it under this name. */
export const edgeRole = 'nginx-ingress';

/** What meshConfig calls its providers, and Telemetry objects refer to. */
export const telemetryProviders = { accessLog: 'access-log', traces: 'traces' } as const;

export function priorityClassOf(tier: string): string {
  return `tenant-${tier}`;
}

export function queueOf(tenant: string, queue: string): string {
  return `${tenantPrefix}${tenant}-${queue}`;
}

/** Address of the tenant's SQS queue on one cluster: it is known before the queue exists. */
export function queueUrlOf(tenant: string, queue: string, region: string, account: string): string {
  return `https://sqs.${region}.amazonaws.com/${account}/${queueOf(tenant, queue)}`;
}

/** Where messages go that no worker could handle. No id and no queue holds an underscore. */
export function failedQueueOf(tenant: string, queue: string): string {
  return `${queueOf(tenant, queue)}_failed`;
}

/** What a bucket holds. Neither ends the other, so no two names can meet. */
export type BucketPurpose = 'documents' | 'audit';

/**
 * Names of buckets are one space for all customers of AWS, so the organisation's stands first. Copies are in the bucket that a
 * cluster of the tenant there would have, so that one which comes finds them.
 */
export function bucketOf(
  organisation: string,
  tenant: string,
  region: string,
  purpose: BucketPurpose = 'documents',
): string {
  return `${organisation}-${tenantPrefix}${tenant}-${purpose}-${region}`;
}

/** How a bucket claim becomes objects: with copies nowhere, in another cluster's bucket, or in a bucket made for them. */
export function bucketCompositionOf(
  purpose: 'documents' | 'audit',
  copies: 'none' | 'cluster' | 'region',
): string {
  return copies === 'none' ? `bucket-${purpose}` : `bucket-${purpose}-copied-to-${copies}`;
}

/** Whoever copies a bucket to another region: an IAM role that S3 takes on. No service. */
export function copierOf(purpose: 'documents' | 'audit'): string {
  return `${purpose}-copier`;
}

/** The rule by which a bucket copies everything that it holds. */
export const copyRule = 'everything';

/** What every key in a bucket begins with. The slash keeps `acme` out of what is `acme-eu`'s. */
export function objectPrefixOf(tenant: string): string {
  return `${tenant}/`;
}

/** The cookie of a user's session: browsers send those of every path tenant's to the same host. */
export function sessionCookieOf(tenant: string): string {
  return `${tenant}-session`;
}

/** What every key begins with that the portal keeps in a browser. */
export function browserKeyPrefixOf(tenant: string): string {
  return `${tenant}:`;
}

/** The alias of the tenant's KMS key; the key's own id is known only when there is one. */
export function keyAliasOf(tenant: string): string {
  return `alias/${tenantPrefix}${tenant}`;
}

/** What every ciphertext of a field says of itself: `tenant=acme`. */
export const encryptionContext = 'tenant';

/** The alias of the key of what is copied to a region where the tenant has no cluster. No id holds a slash. */
export function copyKeyAliasOf(tenant: string): string {
  return `${keyAliasOf(tenant)}/copies`;
}

/** The tenant's Redis on a cluster: an ElastiCache replication group, and its subnet group. */
export function cacheOf(tenant: string): string {
  return `${tenantPrefix}${tenant}`;
}

/** ElastiCache numbers the nodes of a group from 001, the one that writes at first. */
export function cacheNodesOf(tenant: string, nodes: number): string[] {
  return Array.from(
    { length: nodes },
    (_, index) => `${cacheOf(tenant)}-${String(index + 1).padStart(3, '0')}`,
  );
}

/** A parameter group keeps its family, so another family is another group. */
export function cacheParametersOf(tenant: string, family: string): string {
  return `${cacheOf(tenant)}-${family.replaceAll('.', '-')}`;
}

/** Where the cache's password is kept: last part of the secret's name, key in the JSON object, variable of pods. */
export const cacheSecret = { env: 'REDIS_PASSWORD', secret: 'cache', property: 'password' } as const;

/** The Secret with the cache's password, which an ExternalSecret makes. */
export const cachePassword = 'cache-password';

/** The Secret with the cache's address, which Crossplane writes once there is a cache. */
export const cacheConnection = 'cache-connection';

/** An instance of the tenant's database in a region: its home's writer, or the replica of another region. */
export function databaseOf(tenant: string): string {
  return `${tenantPrefix}${tenant}`;
}

/** A replica for reports. No two hyphens stand together in a name of RDS, and no id ends in what stands here. */
export function analyticsOf(tenant: string, number: number): string {
  return `analytics-${number}-${tenant}`;
}

/** RDS's parameter and option groups belong to one version, so that of another version is another group. */
export function databaseGroupOf(tenant: string, version: string): string {
  return `${databaseOf(tenant)}-mariadb-${version.replaceAll('.', '-')}`;
}

/** Which of a tenant's databases a name leads to: the writer, the nearest that may be read, or one for reports. */
export type DatabaseRole = 'db' | 'db-ro' | 'db-analytics';

/** The name that clients know, whatever instance is behind it. */
export function databaseHostOf(tenant: string, role: DatabaseRole, zone: string): string {
  return `${tenant}.${role}.${zone}`;
}

/** The Secret with the writer's address and its owner's password, which Crossplane writes. */
export const databaseConnection = 'database-connection';

/** The Secret with the passwords of the database's users, which an ExternalSecret makes. */
export const databasePasswords = 'database-passwords';

/** The provider of Crossplane that makes schemas, users and rights, as `platform/components.yaml` calls it. */
export const sqlProvider = 'provider-sql';

/** Who owns the server: Crossplane alone signs in as this. RDS takes at most 16 characters. */
export const databaseOwner = 'platform';

/** What a tenant's server holds. No name has an underscore: in a grant it would stand for any character. */
export type Schema = 'records' | 'audit';

/** @returns at most 64 characters, which MariaDB allows */
export function schemaOf(tenant: string, schema: Schema): string {
  return `${schema}-${tenant}`;
}

/** Who signs in, each for one purpose. */
export type DatabaseUser = 'application' | 'migration' | 'ledger' | 'auditor' | 'analytics';

/** At most 80 characters, which MariaDB allows. No purpose holds a hyphen, so no two names can meet. */
export function databaseUserOf(tenant: string, user: DatabaseUser): string {
  return `${user}-${tenant}`;
}

/** What every name of a tenant's secrets begins with in Secrets Manager, slash included. */
export function secretFolderOf(environment: string, tenant: string): string {
  return `/${environment}/${tenant}/`;
}

/** The Secret that a service's pods read, and the ExternalSecret that makes it. */
export function secretOf(service: string): string {
  return `${service}-secrets`;
}

/** The SecretStore of a tenant's namespace. */
export const secretStore = 'secrets-manager';

/** A subnet of the tenant's own. It keeps its zone, and there is one per zone. */
export function dedicatedSubnetOf(zone: string): string {
  return `data-${zone}`;
}

/** Whoever copies a tenant's secrets into its namespace: a role, and with IRSA a ServiceAccount. No service. */
export const secretReader = 'secret-reader';

/** A tenant's vault of backups in a region where it has a cluster; at home also the plan that fills it. */
export function vaultOf(tenant: string): string {
  return `${tenantPrefix}${tenant}`;
}

/** The vault of copies in a region where it has none. No id holds an underscore. */
export function copyVaultOf(tenant: string): string {
  return `${vaultOf(tenant)}_copies`;
}

/** How a backup claim becomes objects: a vault alone, or also what fills it and copies to another cluster's or one of its own. */
export function backupCompositionOf(copies: 'none' | 'cluster' | 'region'): string {
  return copies === 'none' ? 'backup-vault' : `backup-copied-to-${copies}`;
}

/** Who takes a tenant's backups, and who restores one to see that it can be: IAM roles that AWS Backup takes on. No service. */
export const backupTaker = 'backup-taker';
export const restoreTester = 'restore-tester';

/** Letters, digits and underscores (AWS Backup API: RestoreTestingPlanForCreate). No id holds an underscore. */
export function restoreTestOf(tenant: string): string {
  return `t_${tenant.replaceAll('-', '_')}`;
}

/** Where a cluster's objects are saved in a region. The account's bootstrap makes the bucket, encrypted and with versions. */
export function objectBucketOf(organisation: string, cluster: string, region: string): string {
  return `${organisation}-${cluster}-objects-${region}`;
}

/** Velero's name for a place where objects are saved. */
export type ObjectStore = 'home' | 'copies' | 'peer';

/**
 * One of Velero's schedules: of one cluster, to one store. A peer reads what the other has saved, and knows it by this name
 * alone; so no two clusters share one. No id holds a dot.
 */
export function objectScheduleOf(tenant: string, cluster: string, store: ObjectStore): string {
  return `${tenantPrefix}${tenant}.${store}.${cluster}`;
}

/** Where saved objects are restored to see that they can be. No tenant's namespace: those have the prefix. */
export const restoreNamespace = 'restore-check';

/** The ConfigMap of what people do when something is lost. Its dot keeps it apart from services' own ConfigMaps. */
export const recoveryRunbook = 'recovery.runbook';

/** The role that one provider of Crossplane acts by on a cluster: of its ServiceAccount, which has the package's name. */
export function providerRoleOf(cluster: string, service: string): string {
  return controllerRoleOf(cluster, `provider-aws-${service}`);
}

/** Who has a role of a tenant without being a service. */
export const bearers: readonly string[] = [
  secretReader,
  copierOf('documents'),
  copierOf('audit'),
  backupTaker,
  restoreTester,
];

/** IAM role of one service of a tenant on one cluster. IAM knows no regions, so the cluster is part of the name. */
export function roleOf(tenant: string, service: string, cluster: string): string {
  return `${tenantPrefix}${tenant}-${service}-${cluster}`;
}

/** Who is in one of the tenant's security groups, or behind it. */
export type SecurityGroupRole = 'client' | 'database' | 'cache';

/** A name is unique in its VPC, has at most 255 characters and does not begin with `sg-` (EC2 API: CreateSecurityGroup). */
export function securityGroupOf(tenant: string, cluster: string, role: SecurityGroupRole): string {
  return `${tenantPrefix}${tenant}-${cluster}-${role}`;
}

/** The kind of a tenant's network on one cluster. */
export const networkClaim = {
  group: 'tenantry.dev',
  version: 'v1alpha1',
  kind: 'NetworkClaim',
  plural: 'networkclaims',
} as const;

/** A key of a tenant in one region, and the name that policies know it by. */
export const keyClaim = {
  group: 'tenantry.dev',
  version: 'v1alpha1',
  kind: 'KeyClaim',
  plural: 'keyclaims',
} as const;

/** The Redis of a tenant on one cluster. */
export const cacheClaim = {
  group: 'tenantry.dev',
  version: 'v1alpha1',
  kind: 'CacheClaim',
  plural: 'cacheclaims',
} as const;

/** A bucket of a tenant, with everything that keeps what is in it. */
export const bucketClaim = {
  group: 'tenantry.dev',
  version: 'v1alpha1',
  kind: 'BucketClaim',
  plural: 'bucketclaims',
} as const;

/** How hosts lead to a tenant, or to those that share one. */
export const cdnClaim = {
  group: 'tenantry.dev',
  version: 'v1alpha1',
  kind: 'CdnClaim',
  plural: 'cdnclaims',
} as const;

/** Who is called when something of a tenant on one cluster is not well. */
export const alarmsClaim = {
  group: 'tenantry.dev',
  version: 'v1alpha1',
  kind: 'AlarmsClaim',
  plural: 'alarmsclaims',
} as const;

/** Bears the names of what belongs to the hosts that tenants share. No tenant may be called so (`reservedIds`). */
export const platformTenant = 'platform';

/** What CloudFront calls a cluster's load balancer, whose certificate names it. It leads nowhere in public. */
export function originHostOf(cluster: string, sharedHost: string): string {
  return `${cluster}.origin.${sharedHost}`;
}

/** Where a host of the tenant's own points, by its owner's DNS. It stays when the distribution is another. */
export function entryHostOf(tenant: string, sharedHost: string): string {
  return `${tenant}.entry.${sharedHost}`;
}

/** A web ACL in front of CloudFront. Another cluster that takes the distribution over brings its own. */
export function webAclOf(tenant: string, cluster: string): string {
  return `${tenantPrefix}${tenant}-${cluster}`;
}

/** An alarm, or the topic that it calls by. Those of the edge are all in one region, so the cluster is part of the name. */
export function alarmOf(tenant: string, cluster: string, what: string): string {
  return `${tenantPrefix}${tenant}-${cluster}-${what}`;
}

export function budgetOf(tenant: string): string {
  return `${tenantPrefix}${tenant}-monthly`;
}

/** The databases of a tenant on one cluster. */
export const databaseClaim = {
  group: 'tenantry.dev',
  version: 'v1alpha1',
  kind: 'DatabaseClaim',
  plural: 'databaseclaims',
} as const;

/** A tenant's vaults of backups, and what fills them. */
export const backupClaim = {
  group: 'tenantry.dev',
  version: 'v1alpha1',
  kind: 'BackupClaim',
  plural: 'backupclaims',
} as const;

/** What a claim of a database can be for. */
export const databaseCompositions = {
  /** @param others clusters that know the writer by name beside its own */
  writer: (others: number) => `database-writer-${others + 1}`,
  /** The writer, when it was restored from a backup. */
  adopted: (others: number) => `database-adopted-${others + 1}`,
  replica: 'database-replica',
  /** Where an instance may come: its subnets alone. */
  place: 'database-place',
  analytics: 'database-analytics',
  backups: 'database-backups',
} as const;

/** The IAM role of a platform controller; the account's bootstrap makes it, and binds it to the ServiceAccount of that name. */
export function controllerRoleOf(cluster: string, serviceAccount: string): string {
  return `${cluster}-${serviceAccount}`;
}

/** A load balancer's name has at most 32 characters and does not begin with `internal-` (ELB API: CreateLoadBalancer). */
export function loadBalancerOf(cluster: string): string {
  return `edge-${cluster}`;
}

export interface DerivedName {
  /** What bears the name, as a person says it. */
  readonly kind: string;
  readonly name: string;
  /** Greatest number of characters, all of them ASCII. */
  readonly limit: number;
}

/**
 * The longest names made of a tenant's id, so that an id is refused before it breaks a cloud resource.
 * Limits: Kubernetes labels 63 (RFC 1123); RDS identifier 63; ElastiCache replication group 40; SQS queue 80;
 * S3 bucket 63; IAM role 64; KMS alias 256, from each service's API reference.
 */
export function deriveNames(
  tenant: string,
  context: {
    organisation: string;
    region: string;
    backupRegion: string;
    cluster: string;
    services: readonly string[];
    queues: readonly string[];
  },
): DerivedName[] {
  const { organisation, region, backupRegion, cluster, services, queues } = context;
  const id = `${tenantPrefix}${tenant}`;
  return [
    { kind: 'namespace', name: namespaceOf(tenant), limit: 63 },
    { kind: 'Argo CD application', name: `${id}-foundation`, limit: 63 },
    { kind: 'RDS instance', name: analyticsOf(tenant, 1), limit: 63 },
    { kind: 'database schema', name: schemaOf(tenant, 'records'), limit: 64 },
    { kind: 'database user', name: databaseUserOf(tenant, 'application'), limit: 80 },
    { kind: 'ElastiCache replication group', name: id, limit: 40 },
    { kind: 'security group', name: securityGroupOf(tenant, cluster, 'database'), limit: 255 },
    { kind: 'backup vault', name: copyVaultOf(tenant), limit: 50 },
    { kind: 'restore test', name: restoreTestOf(tenant), limit: 50 },
    { kind: 'Velero schedule', name: objectScheduleOf(tenant, cluster, 'copies'), limit: 63 },
    { kind: 'S3 bucket', name: bucketOf(organisation, tenant, region), limit: 63 },
    { kind: 'web ACL', name: webAclOf(tenant, cluster), limit: 128 },
    { kind: 'CloudWatch alarm', name: alarmOf(tenant, cluster, 'database-connections'), limit: 255 },
    { kind: 'budget', name: budgetOf(tenant), limit: 100 },
    { kind: 'S3 bucket', name: bucketOf(organisation, tenant, backupRegion), limit: 63 },
    ...queues.flatMap((queue) => [
      { kind: 'SQS queue', name: queueOf(tenant, queue), limit: 80 },
      { kind: 'SQS queue', name: failedQueueOf(tenant, queue), limit: 80 },
    ]),
    ...[...services, ...bearers].map((service) => ({
      kind: 'IAM role',
      name: roleOf(tenant, service, cluster),
      limit: 64,
    })),
  ];
}

/** ClusterRoles that RoleBindings in tenant namespaces refer to. */
export const clusterRoles = {
  engineer: 'tenantry-engineer',
  support: 'tenantry-support',
  deployer: 'tenantry-deployer',
} as const;

/** The ConfigMap of what shows that requirements are met. Its dot keeps it apart from services' own ConfigMaps. */
export const controlMatrix = 'compliance.matrix';

/** Every kind of claim. */
export const claimDefinitions = [
  alarmsClaim,
  backupClaim,
  bucketClaim,
  cacheClaim,
  cdnClaim,
  databaseClaim,
  keyClaim,
  networkClaim,
] as const;
