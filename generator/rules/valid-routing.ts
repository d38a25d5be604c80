// A tenant with its own domain names a host and no prefix; one on the shared domain names no host.

import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const source of fleet.tenants.values()) {
      const { routing, id } = source.value;
      if (routing === undefined) continue;
      const { mode, host, prefix } = routing;
      if (mode === 'domain' && host === undefined) {
        yield {
          ...locate(source, ['routing', 'mode']),
          message: 'With `mode: domain` the tenant needs a `host`.',
          hint: `Add one that is verified for it, for example \`host: portal.${id}.example\`, or write \`mode: path\`.`,
        };
      }
      if (mode === 'domain' && prefix !== undefined) {
        yield {
          ...locate(source, ['routing', 'prefix'], 'key'),
          message: "With `mode: domain` there is no `prefix`: the whole host is the tenant's.",
          hint: 'Remove it, or write `mode: path`.',
        };
      }
      if (mode === 'path' && host !== undefined) {
        yield {
          ...locate(source, ['routing', 'host'], 'key'),
          message: 'With `mode: path` the tenant uses the shared host and has no `host` of its own.',
          hint: 'Remove it, or write `mode: domain`.',
        };
      }
    }
  },
};
