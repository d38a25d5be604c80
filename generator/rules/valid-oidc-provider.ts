// With IRSA a cluster's roles trust what its own OpenID Connect provider signed: it is in the cluster's region, and no
// other cluster has it, or that cluster's `t-acme` would be this one's.

import type { Cluster } from '../model/generated/inputs.ts';
import type { FleetRule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ clusters }) {
    const owners = new Map<string, Source<Cluster>>();
    for (const source of clusters.values()) {
      const provider = source.value.identity?.oidcProvider;
      if (provider === undefined) continue;
      const place = locate(source, ['identity', 'oidcProvider']);
      const hint = 'Write the one that `aws eks describe-cluster` shows for this cluster.';
      const owner = owners.get(provider) ?? source;
      owners.set(provider, owner);
      if (owner !== source) {
        yield {
          ...place,
          message: `This is the provider of \`${owner.value.name}\`: pods there would become roles here.`,
          hint,
          related: [{ ...locate(owner, ['identity', 'oidcProvider']), message: 'The other one is here.' }],
        };
      } else if (provider.split('.')[2] !== source.value.region) {
        yield {
          ...place,
          message: `The provider is not in \`${source.value.region}\`, where the cluster is.`,
          hint,
        };
      }
    }
  },
};
