// No two services of a tenant get one IAM role: service `api` on cluster `eu-prod` and service `api-eu` on cluster `prod`
// would. Roles are one space in an account, so only clusters of one account can meet.

import { bearers as others } from '../model/names.ts';
import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ clusters, services }) {
    const bearers = new Set([...Object.keys(services.value), ...others]);
    for (const [long, source] of clusters) {
      for (const [short, other] of clusters) {
        if (!long.endsWith(`-${short}`) || source.value.account !== other.value.account) continue;
        const middle = long.slice(0, -short.length - 1);
        const bearer = [...bearers].find((name) => bearers.has(`${name}-${middle}`));
        if (bearer === undefined) continue;
        yield {
          ...locate(source, ['name']),
          message: `\`${bearer}\` here and \`${bearer}-${middle}\` on \`${short}\` would be one IAM role of every tenant.`,
          hint: 'Give the cluster a name that does not end with the other one.',
          related: [{ ...locate(other, ['name']), message: 'The other cluster is here.' }],
        };
      }
    }
  },
};
