// A tenant lives on no more clusters than its tier allows.

import type { Tier } from '../model/generated/inputs.ts';
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
      if (count <= maxClusters) continue;
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
