// A tier's cache can be what it says: without a replica there is nothing to put into another zone.

import type { Tier } from '../model/generated/inputs.ts';
import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ tiers }) {
    for (const [name, { cache }] of Object.entries(tiers.value) as [string, Tier][]) {
      if (!cache.multiAz || cache.replicas > 0) continue;
      yield {
        ...locate(tiers, [name, 'cache', 'multiAz']),
        message: `The cache of \`${name}\` has no replica that could be in another zone.`,
        hint: 'Give it a replica, or write `multiAz: false`.',
      };
    }
  },
};
