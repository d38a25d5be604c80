// A tenant's home, which owns the database writer, is one of the clusters it is placed on.

import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const source of fleet.tenants.values()) {
      const { home, clusters } = source.value;
      if (clusters === undefined || clusters.includes(home)) continue;
      // A home that does not exist is one mistake: `known-cluster` says it.
      if (!fleet.clusters.has(home)) continue;
      yield {
        ...locate(source, ['home']),
        message: `The home \`${home}\` is not one of the tenant's \`clusters\`.`,
        hint: `Add \`${home}\` to \`clusters\`, or make one of them the home.`,
        related: [{ ...locate(source, ['clusters'], 'key'), message: 'It is placed here.' }],
      };
    }
  },
};
