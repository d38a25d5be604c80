// Where a tenant's objects, backups and keys have their second place. Knows what the tenant's placement and its cluster say,
// and no bucket.
import type { Fleet } from '../model/fleet.ts';
import type { Cluster, Tenant } from '../model/generated/inputs.ts';
import { lifecycleOn, placementOf } from '../model/placement.ts';
import type { Source } from '../model/source.ts';
import type { Copies } from '../model/target.ts';
import { pick, type Trace } from './settings.ts';

/**
 * Another of the tenant's clusters, its home before others, which has the same things in its own region; without one, the
 * region that the cluster names.
 */
export function resolveCopies(
  fleet: Fleet,
  tenant: Source<Tenant>,
  cluster: Source<Cluster>,
  trace: Trace,
): Copies {
  const other = othersOf(fleet, tenant.value, cluster.value)[0];
  const region = pick(trace, 'copies.region', [
    ...(other === undefined ? [] : [{ source: other, path: ['region'] }]),
    { source: cluster, path: ['backupRegion'] },
  ]) as string;
  return { region, account: cluster.value.account, cluster: other?.value.name ?? '' };
}

/** Those that could hold copies: in another region, in the same account, and not yet purged. */
function othersOf(fleet: Fleet, tenant: Tenant, { name, region, account }: Cluster): Source<Cluster>[] {
  const names = [...new Set([tenant.home, ...placementOf(tenant)])];
  return names.flatMap((other) => {
    const source = fleet.clusters.get(other);
    if (source === undefined || other === name || lifecycleOn(tenant, other) === 'purged') return [];
    return source.value.region !== region && source.value.account === account ? [source] : [];
  });
}
