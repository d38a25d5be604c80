// A tenant on the shared host is on the cluster that the shared host leads to: elsewhere nobody would reach it.

import { hasPods, lifecycleOn, placementOf } from '../model/placement.ts';
import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants, clusters, platform }) {
    for (const source of tenants.values()) {
      const { id, home, routing } = source.value;
      const environment = clusters.get(home)?.value.environment;
      const placement = placementOf(source.value);
      // A home outside the placement is one mistake: `require-home-in-placement` says it.
      if (routing?.mode === 'domain' || environment === undefined || !placement.includes(home)) continue;
      if (placement.every((cluster) => !hasPods(lifecycleOn(source.value, cluster)))) continue;
      const shared = [...clusters.values()].find(
        ({ value }) => value.environment === environment && value.edge.sharedHost === true,
      );
      if (shared === undefined || placement.includes(shared.value.name)) continue;
      yield {
        ...locate(source, ['home']),
        message: `Nobody reaches \`${id}\`: \`${platform.value.domains.shared[environment]}\` leads to \`${shared.value.name}\`, where it is not.`,
        hint: `Place it on \`${shared.value.name}\` too, or give it a host of its own.`,
        related: [{ ...locate(shared, ['edge', 'sharedHost']), message: 'The shared host leads there.' }],
      };
    }
  },
};
