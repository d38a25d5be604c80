// A tenant lives on no more clusters than its tier allows. One that may have one alone has another while it moves: on one of the
// two it is only coming or already leaving.

import type { Tenant, Tier } from '../model/generated/inputs.ts';
import { placementOf } from '../model/placement.ts';
import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants, tiers }) {
    for (const source of tenants.values()) {
      const { tier } = source.value;
      const { maxClusters } = tiers.value[tier];
      const count = placementOf(source.value).length;
      if (count <= maxClusters || (maxClusters === 1 && count === 2 && isMoving(source.value))) continue;
      const wider = (Object.entries(tiers.value) as [string, Tier][]).find(
        ([, other]) => other.maxClusters >= count,
      )?.[0];
      yield {
        ...locate(source, ['clusters']),
        message: `A ${tier} tenant lives on at most ${maxClusters === 1 ? 'one cluster' : `${maxClusters} clusters`}; this one names ${count}.`,
        hint: wider === undefined ? 'Remove some.' : `Remove some, or sell it the tier \`${wider}\`.`,
      };
    }
  },
};

function isMoving({ clusterOverrides = {} }: Tenant): boolean {
  return Object.values(clusterOverrides).some(({ lifecycle = 'active' }) => lifecycle !== 'active');
}
