// No database is of a version that RDS supports no more: RDS would upgrade it at a moment of its own. Shortly before, people
// are warned, so that the moment is theirs.

import { daysBetween } from '../model/day.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Finding, TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const name of fleet.tenants.keys()) yield* judge(fleet, name);
  },
};

function* judge({ tenants, engines, today }: Fleet, name: string): Iterable<Finding> {
  const source = tenants.get(name);
  const { mariadb } = engines.value;
  const own = source?.value.database?.engineVersion;
  const version = own ?? mariadb.default;
  const end = mariadb.versions[version]?.endOfSupport;
  if (source === undefined || end === undefined) return;
  const left = daysBetween(today, end);
  if (left > mariadb.warnDays) return;
  const said = left < 0 ? `has ended on ${end}` : `ends on ${end}, in ${left} days`;
  yield {
    severity: left < 0 ? 'error' : 'warning',
    ...locate(source, own === undefined ? ['id'] : ['database', 'engineVersion']),
    message: `Its database is MariaDB ${version}, and RDS's support of that ${said}.`,
    hint: 'Write a newer `database.engineVersion`: the upgrade then comes in a maintenance window of yours.',
    related: [
      {
        ...locate(engines, ['mariadb', 'versions', version, 'endOfSupport']),
        message: 'The last day is here.',
      },
    ],
  };
}
