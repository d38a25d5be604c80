// Turns inputs into targets. This is where doubt ends: after it nothing is looked up, defaulted or optional.

import clusterSchema from '../../schemas/cluster.schema.json' with { type: 'json' };
import tenantSchema from '../../schemas/tenant.schema.json' with { type: 'json' };
import type { Fleet, Lifecycle, TierName } from '../model/fleet.ts';
import type { Cluster, Release, Tenant } from '../model/generated/inputs.ts';
import { namespaceOf } from '../model/names.ts';
import type { Path, Source } from '../model/source.ts';
import type {
  ClusterTarget,
  Quota,
  ResolvedCluster,
  ResolvedTenant,
  Routing,
  TenantTarget,
} from '../model/target.ts';
import { resolveServices } from './services.ts';
import { type Candidate, pick, type Trace } from './settings.ts';

const tenantDefaults: Source<unknown> = { file: 'schemas/tenant.schema.json', text: '', value: tenantSchema };
const clusterDefaults: Source<unknown> = {
  file: 'schemas/cluster.schema.json',
  text: '',
  value: clusterSchema,
};

/** A cluster with its defaults. */
export function resolveCluster(fleet: Fleet, source: Source<Cluster>, trace?: Trace): ClusterTarget {
  return {
    input: source.file,
    platform: fleet.platform.value,
    cluster: clusterFacts(source, trace),
    tiers: fleet.tiers.value,
  };
}

/**
 * A tenant on one of its clusters. For every value the strongest of these that has one wins:
 *
 * 1. the tenant's own override for this cluster (`clusterOverrides.<cluster>`)
 * 2. the tenant's file
 * 3. the cluster's file (`tenantDefaults`)
 * 4. its tier (`platform/tiers.yaml`)
 * 5. the platform (`platform/services.yaml`, `platform/releases/`, `platform/platform.yaml`)
 * 6. the schema's default
 *
 * @returns `undefined` when the cluster or a release it needs does not exist; a rule has said so.
 */
export function resolveTenant(
  fleet: Fleet,
  tenant: Source<Tenant>,
  clusterName: string,
  trace?: Trace,
): TenantTarget | undefined {
  const cluster = fleet.clusters.get(clusterName);
  if (cluster === undefined) return undefined;
  const facts = clusterFacts(cluster);
  const release = fleet.releases.get(facts.channel);
  if (release === undefined || !coversCatalogue(fleet, release)) return undefined;
  const { id, tier } = tenant.value;
  return {
    input: tenant.file,
    platform: fleet.platform.value,
    cluster: facts,
    tier: tierFacts(fleet, tier, trace),
    tenant: tenantFacts(fleet, tenant, facts, trace),
    namespace: namespaceOf(id),
    isHome: tenant.value.home === clusterName,
    quota: resolveQuota(fleet, tenant, clusterName, trace),
    databaseCidrs: databaseCidrs(fleet, clusterName, tenant.value.home),
    services: resolveServices({ fleet, tenant, cluster, release, tier, trace }),
  };
}

function tierFacts(fleet: Fleet, name: TierName, trace: Trace): TenantTarget['tier'] {
  const facts = fleet.tiers.value[name];
  for (const key of Object.keys(facts)) {
    pick(trace, `tier.${key}`, [{ source: fleet.tiers, path: [name, key] }]);
  }
  return { name, ...facts };
}

function databaseCidrs(fleet: Fleet, ...clusters: readonly string[]): string[] {
  const subnets = clusters.flatMap((name) => fleet.clusters.get(name)?.value.network.subnets ?? []);
  return [...new Set(subnets.filter(({ role }) => role === 'data').map(({ cidr }) => cidr))].sort();
}

function coversCatalogue(fleet: Fleet, release: Source<Release>): boolean {
  return Object.keys(fleet.services.value).every((name) => Object.hasOwn(release.value, name));
}

function clusterFacts(source: Source<Cluster>, trace?: Trace): ResolvedCluster {
  const { tenantDefaults: _, ...facts } = source.value;
  const take = (key: 'kubernetesVersion' | 'channel') =>
    pick(trace, key, [
      { source, path: [key] },
      { source: clusterDefaults, path: ['properties', key, 'default'] },
    ]) as string;
  for (const key of Object.keys(facts)) {
    if (key !== 'kubernetesVersion' && key !== 'channel') pick(trace, key, [{ source, path: [key] }]);
  }
  return { ...facts, kubernetesVersion: take('kubernetesVersion'), channel: take('channel') };
}

function tenantFacts(
  fleet: Fleet,
  source: Source<Tenant>,
  cluster: ResolvedCluster,
  trace: Trace,
): ResolvedTenant {
  const take = (setting: string, path: Path, fallback: readonly Candidate[]) =>
    pick(trace, setting, [{ source, path }, ...fallback]);
  const schemaDefault = (...path: string[]): Candidate => ({
    source: tenantDefaults,
    path: [...path, 'default'],
  });
  const plain = (key: 'id' | 'displayName' | 'home' | 'owner' | 'costCentre') =>
    take(key, [key], []) as string;
  const withDefault = (key: 'locale' | 'timeZone') =>
    take(key, [key], [schemaDefault('properties', key)]) as string;
  const homeAlone: Candidate = { source, path: ['home'], derive: (home: string) => [home] };
  const ownGroup: Candidate = { source, path: ['id'], derive: (id: string) => [`tenant-${id}-engineers`] };
  take('tier', ['tier'], []);
  return {
    id: plain('id'),
    displayName: plain('displayName'),
    lifecycle: pick(trace, 'lifecycle', [
      { source, path: ['clusterOverrides', cluster.name, 'lifecycle'] },
      { source, path: ['lifecycle'] },
      schemaDefault('properties', 'lifecycle'),
    ]) as Lifecycle,
    home: plain('home'),
    clusters: take('clusters', ['clusters'], [homeAlone]) as string[],
    owner: plain('owner'),
    costCentre: plain('costCentre'),
    locale: withDefault('locale'),
    timeZone: withDefault('timeZone'),
    routing: resolveRouting(fleet, source, cluster, trace),
    access: {
      engineers: take('access.engineers', ['access', 'engineers'], [ownGroup]) as string[],
      support: take(
        'access.support',
        ['access', 'support'],
        [schemaDefault('properties', 'access', 'properties', 'support')],
      ) as boolean,
    },
  };
}

function resolveRouting(
  fleet: Fleet,
  source: Source<Tenant>,
  cluster: ResolvedCluster,
  trace: Trace,
): Routing {
  const { routing } = source.value;
  pick(trace, 'routing.mode', [{ source, path: ['routing', 'mode'] }]);
  if (routing?.mode === 'domain') {
    pick(trace, 'routing.host', [{ source, path: ['routing', 'host'] }]);
    return { mode: 'domain', host: routing.host ?? '', prefix: '' };
  }
  const path = ['domains', 'shared', cluster.environment];
  const host = pick(trace, 'routing.host', [{ source: fleet.platform, path }]) as string;
  const derive = (segment: string) => `/${segment}`;
  const prefix = pick(trace, 'routing.prefix', [
    { source, path: ['routing', 'prefix'], derive },
    { source, path: ['id'], derive },
  ]) as string;
  return { mode: 'path', host, prefix };
}

function resolveQuota(fleet: Fleet, tenant: Source<Tenant>, cluster: string, trace: Trace): Quota {
  const take = (key: keyof Quota) =>
    pick(trace, `quota.${key}`, [
      { source: tenant, path: ['clusterOverrides', cluster, 'quota', key] },
      { source: tenant, path: ['quota', key] },
      { source: fleet.tiers, path: [tenant.value.tier, 'quota', key, 'default'] },
    ]);
  return { cpu: take('cpu') as string, memory: take('memory') as string, pods: take('pods') as number };
}
