// How a tenant's hosts lead to its clusters, and what it may cost. Knows nothing of CloudFront but that it needs an origin.
import type { Fleet } from '../model/fleet.ts';
import type { Cluster, Tenant } from '../model/generated/inputs.ts';
import { entryHostOf, originHostOf } from '../model/names.ts';
import { placementOf } from '../model/placement.ts';
import type { Path, Source } from '../model/source.ts';
import type { Cdn, CdnOrigin, ResolvedCluster } from '../model/target.ts';
import { pick, type Trace } from './settings.ts';

export function resolveCdn(
  fleet: Fleet,
  source: Source<Tenant>,
  { environment }: ResolvedCluster,
  trace: Trace,
): Cdn {
  const { id, home } = source.value;
  const { host = '' } = source.value.routing ?? {};
  const take = (setting: string, path: Path) => pick(trace, setting, [{ source, path: ['cdn', ...path] }]);
  const others = placementOf(source.value).filter((name) => name !== home);
  return {
    distribution: (take('cdn.distribution', ['distributions', host]) ?? '') as string,
    countries: (take('cdn.countries', ['countries']) ?? []) as string[],
    origins: originsOf(fleet, [home, ...others]),
    entryHost: entryHostOf(id, fleet.platform.value.domains.shared[environment]),
  };
}

/** Its tier's, unless its own file says another. */
export function resolveBudget(fleet: Fleet, source: Source<Tenant>, trace: Trace): number {
  return pick(trace, 'monthlyBudget', [
    { source, path: ['budget', 'usdPerMonth'] },
    { source: fleet.tiers, path: [source.value.tier, 'budget', 'usdPerMonth'] },
  ]) as number;
}

/** The cluster itself and its peer, on the one cluster that makes the distribution. */
export function sharedOriginsOf(fleet: Fleet, { name, peer, edge }: Cluster): CdnOrigin[] {
  if (edge.sharedHost !== true || edge.vpcOrigin === undefined) return [];
  return originsOf(fleet, peer === undefined ? [name] : [name, peer]);
}

function originsOf(fleet: Fleet, clusters: readonly string[]): CdnOrigin[] {
  return clusters.flatMap((cluster) => {
    const { edge, environment } = fleet.clusters.get(cluster)?.value ?? {};
    if (environment === undefined || edge?.vpcOrigin === undefined) return [];
    const domain = originHostOf(cluster, fleet.platform.value.domains.shared[environment]);
    return [{ cluster, domain, vpcOrigin: edge.vpcOrigin }];
  });
}
