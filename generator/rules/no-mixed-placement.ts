// All clusters of a tenant are of one environment, and those beside its home are the home's peer: only between peers
// do databases replicate.

import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants, clusters }) {
    for (const source of tenants.values()) {
      const home = clusters.get(source.value.home)?.value;
      if (home === undefined) continue;
      for (const [index, name] of (source.value.clusters ?? []).entries()) {
        const cluster = clusters.get(name)?.value;
        if (cluster === undefined || name === source.value.home) continue;
        if (cluster.environment !== home.environment) {
          yield {
            ...locate(source, ['clusters', index]),
            message: `\`${name}\` is a ${cluster.environment} cluster, the home \`${source.value.home}\` a ${home.environment} one.`,
            hint: 'Place a tenant in one environment; a tenant for tests gets a file of its own.',
          };
        } else if (home.peer !== name) {
          yield {
            ...locate(source, ['clusters', index]),
            message: `\`${name}\` is not the peer of the home \`${source.value.home}\`.`,
            hint:
              home.peer === undefined
                ? 'Remove it: the home has no peer, so no second cluster can follow its database.'
                : `The home's peer is \`${home.peer}\`.`,
          };
        }
      }
    }
  },
};
