// A tenant uses only hosts that `platform/domains.yaml` says are its own.

import { isWithin } from '../model/hosts.ts';
import type { TenantRule } from '../model/rule.ts';
import { list } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants, domains }) {
    for (const source of tenants.values()) {
      const { id, routing } = source.value;
      const host = routing?.host;
      if (routing?.mode !== 'domain' || host === undefined) continue;
      const verified = domains.value[id] ?? [];
      if (verified.some((zone) => isWithin(host, zone))) continue;
      yield {
        ...locate(source, ['routing', 'host']),
        message: `\`${host}\` is not verified for \`${id}\`.`,
        hint:
          verified.length === 0
            ? `Have the platform team verify that the insurer owns it and add \`${id}: [${host}]\` to \`platform/domains.yaml\`.`
            : `Use a host in ${list(verified, 'or')}, or have the platform team add this one to \`platform/domains.yaml\`.`,
      };
    }
  },
};
