// No tenant is given a name below which anybody can register, such as `co.uk` or `github.io`.
import { createRequire } from 'node:module';
import { isWithin } from '../model/hosts.ts';
import type { TargetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

const require = createRequire(import.meta.url);

/** Over a target, and at home only: the list of suffixes takes 30 ms to load, and most runs have no new host to look at. */
export const rule: TargetRule = {
  over: 'target',
  *check({ tenant, isHome }, { domains }) {
    if (!isHome || tenant.routing.mode !== 'domain') return;
    const { host } = tenant.routing;
    for (const [index, zone] of (domains.value[tenant.id] ?? []).entries()) {
      // `.example` is nobody's (RFC 2606), so the list does not have it.
      if (!isWithin(host, zone) || zone.endsWith('.example')) continue;
      const { getPublicSuffix } = require('tldts') as typeof import('tldts');
      if (getPublicSuffix(zone, { allowPrivateDomains: true }) !== zone) continue;
      yield {
        ...locate(domains, [tenant.id, index]),
        message: `Anybody can register a name below \`${zone}\`, so no tenant can own it.`,
        hint: `List the name that \`${tenant.id}\` has registered below it.`,
      };
    }
  },
};
