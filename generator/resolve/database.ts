// A tenant's MariaDB: how large it is, and which part of it one cluster has. Knows nothing of how RDS is asked for it.
import type { Fleet } from '../model/fleet.ts';
import type { Cluster, DatabaseOverride, Tenant, TierDatabase } from '../model/generated/inputs.ts';
import { provisionedFrom } from '../model/gp3.ts';
import { placementOf } from '../model/placement.ts';
import type { Source } from '../model/source.ts';
import type { Copies, Database, DatabasePart, PromisedRecovery } from '../model/target.ts';
import { windowsOf } from '../recovery/windows.ts';
import { pick, type Trace } from './settings.ts';
import { resolveCopies } from './storage.ts';

type Sized = 'storageGiB' | 'maxStorageGiB' | 'analyticsReplicas';

export interface DatabaseContext {
  readonly fleet: Fleet;
  readonly tenant: Source<Tenant>;
  readonly cluster: Source<Cluster>;
  readonly recovery: PromisedRecovery;
  readonly copies: Copies;
  readonly trace: Trace;
}

/** The tenant's own word before its tier's. */
export function resolveDatabase(context: DatabaseContext): Database {
  const { fleet, tenant, cluster, recovery, trace } = context;
  const { id, tier, home } = tenant.value;
  const take = (setting: string, own: keyof DatabaseOverride | undefined, ...path: string[]) =>
    pick(trace, `database.${setting}`, [
      ...(own === undefined ? [] : [{ source: tenant, path: ['database', own] }]),
      { source: fleet.tiers, path: [tier, 'database', ...path] },
    ]);
  const size = (key: Sized) => take(key, key, key, 'default') as number;
  const storageGiB = size('storageGiB');
  const homeFacts = fleet.clusters.get(home)?.value ?? cluster.value;
  return {
    ...resolveVersion(context),
    instanceClass: take('instanceClass', 'instanceClass', 'instanceClass', 'default') as string,
    multiAz: take('multiAz', undefined, 'multiAz') as boolean,
    storageGiB,
    maxStorageGiB: size('maxStorageGiB'),
    provisioned: provisionedOf(fleet.tiers.value[tier].database, storageGiB),
    backupDays: take('backupDays', undefined, 'backupDays') as number,
    insights: take('insights', undefined, 'insights') as Database['insights'],
    analyticsReplicas: size('analyticsReplicas'),
    windows: windowsOf(recovery.mechanisms, id),
    adopted: adoptedOn(context),
    home: { region: homeFacts.region, account: homeFacts.account },
    part: partOf(context),
    otherZones: otherZonesOf(fleet, tenant.value, cluster.value.name),
  };
}

function adoptedOn({ tenant, cluster, trace }: DatabaseContext): string {
  const path = ['database', 'adopted', cluster.value.name];
  return (pick(trace, 'database.adopted', [{ source: tenant, path }]) ?? '') as string;
}

/** A version that is not sold has no family; a rule has said so. */
function resolveVersion({
  fleet,
  tenant,
  trace,
}: DatabaseContext): Pick<Database, 'engine' | 'engineVersion' | 'family'> {
  const engine = fleet.engines.value.mariadb;
  const engineVersion = pick(trace, 'database.engineVersion', [
    { source: tenant, path: ['database', 'engineVersion'] },
    { source: fleet.engines, path: ['mariadb', 'default'] },
  ]) as string;
  return { engine, engineVersion, family: engine.versions[engineVersion]?.family ?? '' };
}

function provisionedOf({ iops, throughput }: TierDatabase, storageGiB: number): Database['provisioned'] {
  if (storageGiB < provisionedFrom || iops === undefined || throughput === undefined) return undefined;
  return { iops, throughput };
}

/** Copies are made where the home's other copies are; there, when the tenant has a cluster there, and else at home. */
function partOf({ fleet, tenant, cluster, recovery, copies }: DatabaseContext): DatabasePart {
  const { home } = tenant.value;
  const { name } = cluster.value;
  const hasBackups = recovery.remote === 'backups';
  if (name === home)
    return { isWriter: true, isReplica: false, holdsBackups: hasBackups && copies.cluster === '' };
  const homeSource = fleet.clusters.get(home);
  const homeCopies = homeSource && resolveCopies(fleet, tenant, homeSource, undefined);
  return {
    isWriter: false,
    isReplica: recovery.remote === 'replica',
    holdsBackups: hasBackups && homeCopies?.cluster === name,
  };
}

/** Each of the tenant's clusters has the private zone in its own VPC. */
function otherZonesOf(fleet: Fleet, tenant: Tenant, cluster: string): string[] {
  const zones = placementOf(tenant)
    .filter((name) => name !== cluster)
    .flatMap((name) => fleet.clusters.get(name)?.value.dns.privateZone ?? []);
  return [...new Set(zones)].sort();
}
