// A tenant may be promised a better recovery than its tier has, never a worse one: then it would not have its tier.

import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants, tiers }) {
    for (const source of tenants.values()) {
      const { tier, recovery = {} } = source.value;
      for (const key of ['rpoMinutes', 'rtoMinutes'] as const) {
        const own = recovery[key];
        const sold = tiers.value[tier].recovery[key];
        if (own === undefined || own <= sold) continue;
        yield {
          ...locate(source, ['recovery', key]),
          message: `\`${key}\` is ${own}; the tier \`${tier}\` promises ${sold} already.`,
          hint: `Write less than ${sold}, or remove it.`,
          related: [{ ...locate(tiers, [tier, 'recovery', key]), message: "The tier's promise is here." }],
        };
      }
    }
  },
};
