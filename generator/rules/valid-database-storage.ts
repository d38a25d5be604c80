// A database has room to grow: RDS refuses a limit that is nearer than a tenth of the volume.

import { leastMaximumOf } from '../model/gp3.ts';
import type { TargetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TargetRule = {
  over: 'target',
  *check({ isHome, tenant, database }, fleet) {
    const source = fleet.tenants.get(tenant.id);
    // One database, however many clusters.
    if (!isHome || source === undefined) return;
    const { storageGiB, maxStorageGiB } = database;
    const least = leastMaximumOf(storageGiB);
    if (maxStorageGiB >= least) return;
    const own = source.value.database;
    const path =
      own?.maxStorageGiB !== undefined
        ? ['database', 'maxStorageGiB']
        : own?.storageGiB !== undefined
          ? ['database', 'storageGiB']
          : ['tier'];
    yield {
      ...locate(source, path),
      message: `A volume of ${storageGiB} GiB that may grow to ${maxStorageGiB} has no room: RDS wants a tenth more at least.`,
      hint: `Write \`database.maxStorageGiB\` as ${least} or more, or less storage.`,
    };
  },
};
