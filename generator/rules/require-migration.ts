// No tenant switches its migrations off: services that are newer than the database schema break on it.

import { overridesOf } from '../model/overrides.ts';
import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants, services }) {
    for (const source of tenants.values()) {
      for (const override of overridesOf(source.value)) {
        for (const [name, { enabled }] of Object.entries(override.services)) {
          if (enabled !== false || services.value[name]?.kind !== 'migration') continue;
          yield {
            ...locate(source, [...override.path, 'services', name, 'enabled']),
            message: `\`${name}\` brings the database schema up to date, which every release relies on.`,
            hint: 'Remove it; a tenant that must stand still is `lifecycle: suspended`.',
          };
        }
      }
    }
  },
};
