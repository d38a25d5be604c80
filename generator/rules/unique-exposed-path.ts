// No two services answer at the same path below a tenant's origin.

import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ services }) {
    const owners = new Map<string, string>();
    for (const [name, { exposed }] of Object.entries(services.value)) {
      if (exposed === undefined) continue;
      const owner = owners.get(exposed.path);
      if (owner === undefined) {
        owners.set(exposed.path, name);
        continue;
      }
      yield {
        ...locate(services, [name, 'exposed', 'path']),
        message: `\`${owner}\` answers at \`${exposed.path}\` already.`,
        hint: 'Choose another path; a longer one, such as one below it, wins over a shorter one.',
        related: [{ ...locate(services, [owner, 'exposed', 'path']), message: 'The other one is here.' }],
      };
    }
  },
};
