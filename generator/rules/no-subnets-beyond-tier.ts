// Subnets of its own are for tenants whose tier has them: each takes a piece of the cluster's pool that nobody else can use.

import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants, tiers }) {
    for (const source of tenants.values()) {
      const { tier, clusterOverrides = {} } = source.value;
      if (tiers.value[tier].dedicatedSubnets) continue;
      for (const [cluster, { subnets }] of Object.entries(clusterOverrides)) {
        if (subnets === undefined) continue;
        yield {
          ...locate(source, ['clusterOverrides', cluster, 'subnets'], 'key'),
          message: `A ${tier} tenant has no subnets of its own.`,
          hint: "Remove them: it shares the cluster's data subnets.",
        };
      }
    }
  },
};
