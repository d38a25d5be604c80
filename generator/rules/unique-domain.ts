// No two tenants have proved to own the same name, or one a name inside the other's.

import { zonesOf } from '../model/hosts.ts';
import type { FleetRule } from '../model/rule.ts';
import type { Path } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ domains }) {
    const owners = new Map<string, { readonly tenant: string; readonly path: Path }>();
    const entries = Object.entries(domains.value).flatMap(([tenant, hosts]) =>
      hosts.map((host, index) => ({ tenant, host, path: [tenant, index] })),
    );
    for (const { tenant, host, path } of entries) if (!owners.has(host)) owners.set(host, { tenant, path });
    for (const { tenant, host, path } of entries) {
      const zone = zonesOf(host).find((name) => (owners.get(name)?.tenant ?? tenant) !== tenant);
      const owner = zone === undefined ? undefined : owners.get(zone);
      if (owner === undefined) continue;
      yield {
        ...locate(domains, path),
        message:
          zone === host
            ? `\`${host}\` already belongs to \`${owner.tenant}\`.`
            : `\`${host}\` lies in \`${zone}\`, which belongs to \`${owner.tenant}\`.`,
        hint: 'Find out who owns it and list it for that tenant alone.',
        related: [{ ...locate(domains, owner.path), message: 'The other one is here.' }],
      };
    }
  },
};
