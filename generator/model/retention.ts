// How far a tenant is on its way out as a whole: its records are those of its home. Knows only the tenant's own file and what
// was merged before.
import type { Fleet, Lifecycle, RenderedTarget } from './fleet.ts';
import type { Tenant } from './generated/inputs.ts';
import { lifecycleOn, placementOf } from './placement.ts';

export function stateAtHome(tenant: Tenant): Lifecycle {
  return lifecycleOn(tenant, tenant.home);
}

/** Whether only its data is left, or not even that. */
export function isLeaving(tenant: Tenant): boolean {
  return ['retained', 'purged'].includes(stateAtHome(tenant));
}

/** A cluster that it is purged on, the home before others. */
export function purgedOn(tenant: Tenant): string | undefined {
  return [tenant.home, ...placementOf(tenant)].find((cluster) => lifecycleOn(tenant, cluster) === 'purged');
}

/** What was merged of it, its home's first. */
export function pastOf({ rendered }: Pick<Fleet, 'rendered'>, { id, home }: Tenant): RenderedTarget[] {
  const own = rendered.filter(({ tenant }) => tenant === id);
  return [...own.filter(({ cluster }) => cluster === home), ...own.filter(({ cluster }) => cluster !== home)];
}
