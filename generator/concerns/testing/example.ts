// The example fleet, composed: what tests of concerns look at. Refuses to judge the inputs.
import { type ComposedFile, composeCluster, composeTenant } from '../../compose/compose.ts';
import { loadConcerns } from '../../compose/concerns.ts';
import type { ClusterTarget, TenantTarget } from '../../model/target.ts';
import { plan } from '../../plan.ts';
import { exampleFleet } from '../../testing/inputs.ts';

export interface ComposedTenant {
  readonly target: TenantTarget;
  readonly files: readonly ComposedFile[];
}

export interface ComposedClusterTree {
  readonly target: ClusterTarget;
  readonly files: readonly ComposedFile[];
  readonly tenants: readonly ComposedTenant[];
}

/** Every cluster of the example fleet with its tenants. */
export async function composeExample(): Promise<ComposedClusterTree[]> {
  const [{ clusters, tenants }, concerns] = await Promise.all([plan({ root: exampleFleet }), loadConcerns()]);
  return clusters.map((target) => ({
    target,
    files: composeCluster(target, concerns),
    tenants: tenants
      .filter(({ cluster }) => cluster.name === target.cluster.name)
      .map((tenant) => ({ target: tenant, files: composeTenant(tenant, concerns) })),
  }));
}
