// Every tenant in `platform/domains.yaml` has a file in `tenants/`.

import type { FleetRule } from '../model/rule.ts';
import { suggest } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ domains, tenants, rendered, broken }) {
    if (tenants.size === 0 || broken.has('tenants')) return;
    for (const id of Object.keys(domains.value)) {
      if (tenants.has(id) || broken.has(`tenants/${id}.yaml`)) continue;
      // One that is still rendered has lost its file: `no-vanished-tenant` says it.
      if (rendered.some(({ tenant }) => tenant === id)) continue;
      yield {
        ...locate(domains, [id], 'key'),
        message: `There is no tenant \`${id}\`.`,
        hint: suggest(
          id,
          tenants.keys(),
          `Add \`tenants/${id}.yaml\` in the same change, or remove the entry.`,
        ),
      };
    }
  },
};
