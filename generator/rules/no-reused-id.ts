// The id of a purged tenant is nobody else's: names of buckets, keys, hosts and logs are made of it.

import { stateAtHome } from '../model/retention.ts';
import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants, purged, tombstones }) {
    for (const source of tenants.values()) {
      const { id } = source.value;
      const tombstone = purged.get(id);
      const isKnown = tombstones.includes(id);
      if ((tombstone === undefined && !isKnown) || stateAtHome(source.value) === 'purged') continue;
      const when = tombstone === undefined ? '' : ` on ${tombstone.value.purgedOn}`;
      yield {
        ...locate(source, ['id']),
        message: `\`${id}\` is the id of a tenant that was purged${when}; what is left of it in AWS and in logs bears it.`,
        hint: isKnown
          ? 'Choose another id.'
          : `Choose another id; or, if nobody was purged, delete \`platform/purged/${id}.yaml\`.`,
      };
    }
  },
};
