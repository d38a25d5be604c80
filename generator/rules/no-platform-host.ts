// No tenant's host lies in the platform's own zones or above them.

import { hostsOf, isWithin, platformZones } from '../model/hosts.ts';
import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    const zones = platformZones(fleet);
    for (const { host, source, path } of hostsOf(fleet)) {
      const inside = zones.find((zone) => isWithin(host, zone));
      const above = zones.find((zone) => isWithin(zone, host));
      if (inside === undefined && above === undefined) continue;
      const where = inside === undefined ? `is above \`${above}\`` : `lies in \`${inside}\``;
      yield {
        ...locate(source, path),
        message: `\`${host}\` ${where}, which belongs to the platform.`,
        hint: "Choose a host that the insurer owns; without one, `mode: path` puts it on the platform's shared host.",
      };
    }
  },
};
