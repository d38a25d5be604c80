// Every name that is derived from a tenant's id, and the limit of the kind that bears it. Injective: the id stands
// in every name behind a fixed prefix and is never cut, so two tenants cannot meet; what is too long is refused.
import type { Layer } from './layers.ts';

/** `t-` keeps every tenant away from `kube-system`, `default` and other namespaces that are not tenants'. */
export const tenantPrefix = 't-';

export function namespaceOf(tenant: string): string {
  return `${tenantPrefix}${tenant}`;
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

/** The AppProject of platform components; tenants' have the prefix. */
export const platformProject = 'platform';

export function priorityClassOf(tier: string): string {
  return `tenant-${tier}`;
}

function queueOf(tenant: string, queue: string): string {
  return `${tenantPrefix}${tenant}-${queue}`;
}

/** Address of the tenant's SQS queue on one cluster: it is known before the queue exists. */
export function queueUrlOf(tenant: string, queue: string, region: string, account: string): string {
  return `https://sqs.${region}.amazonaws.com/${account}/${queueOf(tenant, queue)}`;
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
    cluster: string;
    services: readonly string[];
    queues: readonly string[];
  },
): DerivedName[] {
  const { organisation, region, cluster, services, queues } = context;
  const id = `${tenantPrefix}${tenant}`;
  return [
    { kind: 'namespace', name: namespaceOf(tenant), limit: 63 },
    { kind: 'Argo CD application', name: `${id}-foundation`, limit: 63 },
    { kind: 'RDS instance', name: `${id}-analytics`, limit: 63 },
    { kind: 'ElastiCache replication group', name: id, limit: 40 },
    { kind: 'S3 bucket', name: `${organisation}-${id}-documents-${region}`, limit: 63 },
    ...queues.map((queue) => ({ kind: 'SQS queue', name: queueOf(tenant, queue), limit: 80 })),
    ...services.map((service) => ({ kind: 'IAM role', name: `${id}-${service}-${cluster}`, limit: 64 })),
  ];
}

/** ClusterRoles that RoleBindings in tenant namespaces refer to. */
export const clusterRoles = {
  engineer: 'tenantry-engineer',
  support: 'tenantry-support',
  deployer: 'tenantry-deployer',
} as const;
