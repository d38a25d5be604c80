// Wherever a tenant overrides replicas, the least is not more than the most, whichever file each of the two comes from.

import type { Fleet } from '../model/fleet.ts';
import type { Tenant } from '../model/generated/inputs.ts';
import { overridesOf } from '../model/overrides.ts';
import { placementOf } from '../model/placement.ts';
import type { TenantRule } from '../model/rule.ts';
import type { Path } from '../model/source.ts';
import { list } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const source of fleet.tenants.values()) {
      for (const name of overriddenServices(source.value)) {
        const wrong = placementOf(source.value)
          .map((cluster) => ({ cluster, ...replicasOn(fleet, source.value, name, cluster) }))
          .filter(({ min, max }) => min !== undefined && max !== undefined && min > max);
        const [first] = wrong;
        if (first === undefined) continue;
        yield {
          ...locate(source, first.path),
          message: `On ${list(wrong.map(({ cluster }) => cluster))} \`${name}\` has at least ${first.min} and at most ${first.max} replicas.`,
          hint: 'Give both `min` and `max`, the smaller one first; what is left out comes from the cluster or the catalogue.',
        };
      }
    }
  },
};

function overriddenServices(tenant: Tenant): Set<string> {
  const names = new Set<string>();
  for (const { services } of overridesOf(tenant)) {
    for (const [name, { replicas }] of Object.entries(services)) if (replicas !== undefined) names.add(name);
  }
  return names;
}

/** In the precedence of `resolve`, but for one setting only: this runs for every tenant of the fleet. */
function replicasOn(fleet: Fleet, tenant: Tenant, service: string, cluster: string) {
  const own = tenant.clusterOverrides?.[cluster]?.services?.[service]?.replicas;
  const general = tenant.services?.[service]?.replicas;
  const usual =
    fleet.clusters.get(cluster)?.value.tenantDefaults?.replicas ??
    fleet.services.value[service]?.replicas?.[tenant.tier];
  const path: Path =
    own === undefined
      ? ['services', service, 'replicas']
      : ['clusterOverrides', cluster, 'services', service, 'replicas'];
  return { min: own?.min ?? general?.min ?? usual?.min, max: own?.max ?? general?.max ?? usual?.max, path };
}
