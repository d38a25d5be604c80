// What of the tenant's is watched on this cluster, and from which number on somebody is called. What AWS calls each thing is
// known before it is there.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { claim } from '../../../compose/claim.ts';
import { tagsOf } from '../../../compose/tags.ts';
import {
  alarmsClaim,
  analyticsOf,
  bucketOf,
  cacheNodesOf,
  copyRule,
  databaseOf,
  keyAliasOf,
  queueOf,
  vaultOf,
} from '../../../model/names.ts';
import type { TenantTarget } from '../../../model/target.ts';

const mebibyte = 2 ** 20;
const gibibyte = 2 ** 30;

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, cluster, platform } = target;
  const spec = {
    region: cluster.region,
    account: cluster.account,
    tenant: tenant.id,
    cluster: cluster.name,
    tags: tagsOf(target),
    keyAlias: keyAliasOf(tenant.id),
    alertEndpoint: platform.oncall.endpoint,
    // What is being made does not run yet.
    actionsEnabled: tenant.lifecycle !== 'onboarding',
    ...databaseSpec(target),
    ...cacheSpec(target),
    ...queueSpec(target),
    ...bucketSpec(target),
    // Backups are taken where the writer is.
    ...(target.isHome && { vault: vaultOf(tenant.id) }),
  };
  add(chart, claim(target, { definition: alarmsClaim, name: 'alarms', spec }));
}

function databaseSpec({ tenant, tier, database }: TenantTarget): object {
  const { isWriter, isReplica } = database.part;
  const { alarms } = tier;
  const name = databaseOf(tenant.id);
  const reports = Array.from({ length: isWriter ? database.analyticsReplicas : 0 }, (_, index) =>
    analyticsOf(tenant.id, index + 1),
  );
  return {
    ...((isWriter || isReplica) && { database: name }),
    ...listed('replicas', [...(isReplica ? [name] : []), ...reports]),
    cpuPercent: alarms.cpuPercent,
    freeMemoryBytes: alarms.freeMemoryMiB * mebibyte,
    freeStorageBytes: Math.round((database.storageGiB * gibibyte * alarms.freeStoragePercent) / 100),
    connections: alarms.connections,
    diskQueue: alarms.diskQueue,
    replicaLagSeconds: alarms.replicaLagSeconds,
  };
}

function cacheSpec({ tenant, tier }: TenantTarget): object {
  return {
    cacheNodes: cacheNodesOf(tenant.id, 1 + tier.cache.replicas),
    cacheCpuPercent: tier.alarms.cacheCpuPercent,
    cacheMemoryPercent: tier.alarms.cacheMemoryPercent,
    cacheEvictions: tier.alarms.cacheEvictions,
  };
}

function queueSpec({ tenant, tier, services }: TenantTarget): object {
  const names = services.flatMap((service) => (service.kind === 'worker' ? [service.queue.name] : []));
  const queues = [...new Set(names)].sort().map((name) => queueOf(tenant.id, name));
  return { ...listed('queues', queues), queueAgeSeconds: tier.alarms.queueAgeSeconds };
}

function bucketSpec({ tenant, tier, cluster, platform, copies }: TenantTarget): object {
  const organisation = platform.organisation.id;
  return {
    bucket: bucketOf(organisation, tenant.id, cluster.region),
    ...(tier.bucket.replicate && {
      copyBucket: bucketOf(organisation, tenant.id, copies.region),
      copyRule,
    }),
    errorRate: tier.alarms.errorPercent / 100,
    replicationSeconds: tier.alarms.replicationSeconds,
  };
}

/** A list of the claim is absent or has something in it. */
function listed(name: string, values: readonly string[]): object {
  return values.length > 0 ? { [name]: values } : {};
}
