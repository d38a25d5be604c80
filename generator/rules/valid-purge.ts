// A purge names the tenant once more and somebody who answers for it, and nothing else is called one.

import { lifecyclePathOn } from '../model/placement.ts';
import { stateAtHome } from '../model/retention.ts';
import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants }) {
    for (const source of tenants.values()) {
      const { id, home, purge } = source.value;
      const state = stateAtHome(source.value);
      if (state !== 'purged') {
        if (purge === undefined) continue;
        yield {
          ...locate(source, ['purge'], 'key'),
          message: `The tenant is \`${state}\`, not \`purged\`.`,
          hint: 'Delete `purge`; `tenantry offboard` writes it with the last step.',
        };
      } else if (purge === undefined) {
        yield {
          ...locate(source, lifecyclePathOn(source.value, home)),
          message: 'Nobody answers for the purge.',
          hint: `Write \`purge: {confirm: ${id}, approvedBy: …}\`; \`tenantry offboard ${id} --confirm ${id} --approved-by <mailbox>\` does.`,
        };
      } else if (purge.confirm !== id) {
        yield {
          ...locate(source, ['purge', 'confirm']),
          message: `\`${purge.confirm}\` was to be purged; this is \`${id}\`.`,
          hint: `Write \`confirm: ${id}\` if it is the one, or take the purge back.`,
        };
      }
    }
  },
};
