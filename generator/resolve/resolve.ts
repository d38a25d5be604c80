// Turns inputs into targets. This is where doubt ends: after it nothing is looked up, defaulted or optional.

import clusterSchema from '../../schemas/cluster.schema.json' with { type: 'json' };
import tenantSchema from '../../schemas/tenant.schema.json' with { type: 'json' };
import { retentionYearsOf } from '../compliance/obligations.ts';
import { addYears } from '../model/day.ts';
import type { Fleet, Lifecycle, TierName } from '../model/fleet.ts';
import type { Cluster, DedicatedSubnet, Release, Tenant } from '../model/generated/inputs.ts';
import { namespaceOf } from '../model/names.ts';
import { placementOf } from '../model/placement.ts';
import { type Path, type Source, valueAt } from '../model/source.ts';
import type {
  ClusterIdentity,
  ClusterTarget,
  Identity,
  Quota,
  ResolvedCluster,
  ResolvedTenant,
  Routing,
  TenantTarget,
} from '../model/target.ts';
import { resolveBudget, resolveCdn, sharedOriginsOf } from './cdn.ts';
import { resolveCompliance } from './compliance.ts';
import { resolveDatabase } from './database.ts';
import { objectStoresOf } from './object-stores.ts';
import { resolveRecovery } from './recovery.ts';
import { resolveServices } from './services.ts';
import { type Candidate, pick, type Trace } from './settings.ts';
import { resolveCopies } from './storage.ts';

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
    components: fleet.components.value,
    recovery: fleet.recovery.value,
    objectStores: objectStoresOf(fleet, source.value),
    engines: fleet.engines.value,
    exposedPorts: exposedPortsOf(fleet),
    sharedOrigins: sharedOriginsOf(fleet, source.value),
  };
}

function exposedPortsOf({ services }: Fleet): number[] {
  const exposed = Object.values(services.value).filter(({ exposed }) => exposed !== undefined);
  return [...new Set(exposed.flatMap(({ port }) => port ?? []))].sort((a, b) => a - b);
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
  const recovery = resolveRecovery(fleet, tenant, clusterName, trace);
  const copies = resolveCopies(fleet, tenant, cluster, trace);
  return {
    input: tenant.file,
    platform: fleet.platform.value,
    cluster: facts,
    tier: tierFacts(fleet, tier, trace),
    compositionRevision: compositionRevisionOf(fleet, tier, trace),
    tenant: tenantFacts(fleet, tenant, facts, trace),
    namespace: namespaceOf(id),
    isHome: tenant.value.home === clusterName,
    quota: resolveQuota(fleet, tenant, clusterName, trace),
    compliance: resolveCompliance(fleet, tenant, trace),
    recovery,
    database: resolveDatabase({ fleet, tenant, cluster, recovery, copies, trace }),
    cdn: resolveCdn(fleet, tenant, facts, trace),
    monthlyBudget: resolveBudget(fleet, tenant, trace),
    ...dataNetwork(fleet, tenant, clusterName, trace),
    copies,
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

function compositionRevisionOf({ platform, tiers }: Fleet, tier: TierName, trace: Trace): number {
  const index = platform.value.compositions.rings.findIndex(({ ring }) => ring === tiers.value[tier].ring);
  return pick(trace, 'compositionRevision', [
    { source: platform, path: ['compositions', 'rings', index, 'revision'] },
  ]) as number;
}

function dataNetwork(
  fleet: Fleet,
  tenant: Source<Tenant>,
  cluster: string,
  trace: Trace,
): Pick<TenantTarget, 'dedicatedSubnets' | 'dataCidrs' | 'databaseCidrs' | 'peerPodCidr'> {
  const { home } = tenant.value;
  const dataCidrs = dataCidrsOf(fleet, tenant.value, cluster);
  // A tenant's clusters are its home and the home's peer: `no-mixed-placement` says so.
  const peer = placementOf(tenant.value).find((name) => name !== home) ?? '';
  const path = ['clusterOverrides', cluster, 'subnets'];
  return {
    dedicatedSubnets: (pick(trace, 'subnets', [{ source: tenant, path }]) ?? []) as DedicatedSubnet[],
    dataCidrs,
    databaseCidrs: [...new Set([...dataCidrs, ...dataCidrsOf(fleet, tenant.value, home)])].sort(),
    peerPodCidr: cluster === home ? fleet.clusters.get(peer)?.value.network.podCidr : undefined,
  };
}

/** Its own subnets there, else the cluster's. */
function dataCidrsOf(fleet: Fleet, tenant: Tenant, cluster: string): string[] {
  const shared = fleet.clusters.get(cluster)?.value.network.subnets.filter(({ role }) => role === 'data');
  const subnets = tenant.clusterOverrides?.[cluster]?.subnets ?? shared ?? [];
  return subnets.map(({ cidr }) => cidr).sort();
}

function coversCatalogue(fleet: Fleet, release: Source<Release>): boolean {
  return Object.keys(fleet.services.value).every((name) => Object.hasOwn(release.value, name));
}

function clusterFacts(source: Source<Cluster>, trace?: Trace): ResolvedCluster {
  const { tenantDefaults: _, kubernetesVersion: __, channel: ___, identity: ____, ...facts } = source.value;
  const take = (key: 'kubernetesVersion' | 'channel' | 'identity') =>
    pick(trace, key, [
      { source, path: [key] },
      { source: clusterDefaults, path: ['properties', key, 'default'] },
    ]);
  for (const key of Object.keys(facts)) pick(trace, key, [{ source, path: [key] }]);
  const apiServerRole = pick(trace, 'network.apiServerRole', [
    { source, path: ['network', 'apiServerRole'] },
    {
      source: clusterDefaults,
      path: ['properties', 'network', 'properties', 'apiServerRole', 'default'],
    },
  ]) as ResolvedCluster['network']['apiServerRole'];
  return {
    ...facts,
    network: { ...facts.network, apiServerRole },
    kubernetesVersion: take('kubernetesVersion') as string,
    channel: take('channel') as string,
    identity: take('identity') as ClusterIdentity,
  };
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
  const ifWritten = (...path: string[]) =>
    valueAt(source.value, path) === undefined ? '' : (take(path.join('.'), path, []) as string);
  const retainedSince = ifWritten('retainedSince');
  take('tier', ['tier'], []);
  return {
    id: plain('id'),
    displayName: plain('displayName'),
    lifecycle: pick(trace, 'lifecycle', [
      { source, path: ['clusterOverrides', cluster.name, 'lifecycle'] },
      { source, path: ['lifecycle'] },
      schemaDefault('properties', 'lifecycle'),
    ]) as Lifecycle,
    retainedSince,
    retainedUntil: retainedSince && addYears(retainedSince, retentionYearsOf(fleet, source.value)),
    heldSince: ifWritten('legalHold', 'since'),
    home: plain('home'),
    clusters: take('clusters', ['clusters'], [homeAlone]) as string[],
    owner: plain('owner'),
    costCentre: plain('costCentre'),
    locale: withDefault('locale'),
    timeZone: withDefault('timeZone'),
    routing: resolveRouting(fleet, source, cluster, trace),
    identity: resolveIdentity(fleet, source, trace),
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
  const sources = pick(trace, 'routing.allowedSources', [{ source, path: ['routing', 'allowedSources'] }]);
  const allowedSources = (sources ?? []) as readonly string[];
  if (routing?.mode === 'domain') {
    pick(trace, 'routing.host', [{ source, path: ['routing', 'host'] }]);
    return { mode: 'domain', host: routing.host ?? '', prefix: '', allowedSources };
  }
  const path = ['domains', 'shared', cluster.environment];
  const host = pick(trace, 'routing.host', [{ source: fleet.platform, path }]) as string;
  const derive = (segment: string) => `/${segment}`;
  const prefix = pick(trace, 'routing.prefix', [
    { source, path: ['routing', 'prefix'], derive },
    { source, path: ['id'], derive },
  ]) as string;
  return { mode: 'path', host, prefix, allowedSources };
}

/** The tenant's own provider, else its own realm of the platform's. */
function resolveIdentity(fleet: Fleet, source: Source<Tenant>, trace: Trace): Identity {
  const { realms, keysPath } = fleet.platform.value.identity;
  const { id } = source.value;
  const realm = `${realms}/${id}`;
  const take = (key: keyof Identity, path: Path, platform: unknown) =>
    pick(trace, `identity.${key}`, [
      { source, path: ['identity', key] },
      { source: path[0] === 'id' ? source : fleet.platform, path, derive: () => platform },
    ]);
  return {
    issuer: take('issuer', ['identity', 'realms'], realm) as string,
    jwksUri: take('jwksUri', ['identity', 'keysPath'], `${realm}${keysPath}`) as string,
    audiences: take('audiences', ['id'], [`tenantry-${id}`]) as string[],
    clientId: take('clientId', ['id'], `tenantry-${id}`) as string,
  };
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
