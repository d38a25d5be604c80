// On which clusters a tenant is, and in which state on each. Knows only the tenant's own file.
import tenantSchema from '../../schemas/tenant.schema.json' with { type: 'json' };
import type { Lifecycle } from './fleet.ts';
import type { Tenant } from './generated/inputs.ts';
import type { Path } from './source.ts';

/** The clusters a tenant is placed on, in its own order. */
export function placementOf(tenant: Tenant): readonly string[] {
  return tenant.clusters ?? [tenant.home];
}

/** The states in their order. */
export const lifecycles: readonly Lifecycle[] = ['onboarding', 'active', 'suspended', 'retained', 'purged'];

/** The tenant's state on one cluster, whether or not it is placed there. */
export function lifecycleOn(tenant: Tenant, cluster: string): Lifecycle {
  const fallback = tenantSchema.properties.lifecycle.default as Lifecycle;
  return tenant.clusterOverrides?.[cluster]?.lifecycle ?? tenant.lifecycle ?? fallback;
}

/** Where that state is written, or where it would be. */
export function lifecyclePathOn(tenant: Tenant, cluster: string): Path {
  if (tenant.clusterOverrides?.[cluster]?.lifecycle !== undefined) {
    return ['clusterOverrides', cluster, 'lifecycle'];
  }
  return tenant.lifecycle === undefined ? ['id'] : ['lifecycle'];
}

/** Whether pods run in a state: a suspended tenant keeps its objects, not its replicas. */
export function hasPods(lifecycle: Lifecycle): boolean {
  return lifecycle === 'onboarding' || lifecycle === 'active';
}
