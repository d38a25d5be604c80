// A tenant's database is of a version that is sold.

import type { TenantRule } from '../model/rule.ts';
import { list, suggest } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants, engines }) {
    const known = Object.keys(engines.value.mariadb.versions);
    for (const source of tenants.values()) {
      const version = source.value.database?.engineVersion;
      if (version === undefined || known.includes(version)) continue;
      yield {
        ...locate(source, ['database', 'engineVersion']),
        message: `MariaDB \`${version}\` is not sold.`,
        hint: suggest(version, known, `Choose among ${list(known)}.`),
      };
    }
  },
};
