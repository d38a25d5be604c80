// Records outlive their tenant: it is purged when the longest retention that applies to it is over, and not before.

import { retentionYearsOf } from '../compliance/obligations.ts';
import { addYears, isDay } from '../model/day.ts';
import { lifecyclePathOn } from '../model/placement.ts';
import { pastOf, stateAtHome } from '../model/retention.ts';
import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const source of fleet.tenants.values()) {
      const { id, home, retainedSince } = source.value;
      // With a tombstone that is merged the purge is over: a law that is longer from now on cannot take it back.
      if (stateAtHome(source.value) !== 'purged' || fleet.tombstones.includes(id)) continue;
      // Without a day there is one mistake: `require-retention-start` says it.
      if (retainedSince === undefined || !isDay(retainedSince)) continue;
      const years = retentionYearsOf(fleet, source.value);
      const promised = pastOf(fleet, source.value).map(({ retainedUntil }) => retainedUntil);
      const until = [addYears(retainedSince, years), ...promised].toSorted().at(-1) ?? '';
      if (until <= fleet.today) continue;
      yield {
        ...locate(source, lifecyclePathOn(source.value, home)),
        message: `The records of \`${id}\` are kept until ${until}; today is ${fleet.today}.`,
        hint: `Write \`lifecycle: retained\` again, and purge it then. \`tenantry explain ${id} retentionYears\` shows who asks for it.`,
        related: [{ ...locate(source, ['retainedSince'], 'key'), message: 'They are kept since this day.' }],
      };
    }
  },
};
