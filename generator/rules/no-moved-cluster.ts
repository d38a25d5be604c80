// A cluster that tenants live on stays in its region and its account: elsewhere their databases, queues and buckets
// would be new, empty ones, and the old ones nobody's.

import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ clusters, rendered }) {
    for (const [name, source] of clusters) {
      const tenants = rendered.filter(({ cluster }) => cluster === name);
      for (const key of ['region', 'account'] as const) {
        const moved = tenants.find((target) => target[key] !== '' && target[key] !== source.value[key]);
        if (moved === undefined) continue;
        yield {
          ...locate(source, [key]),
          message: `\`${name}\` was in the ${key} \`${moved[key]}\`, and \`${moved.tenant}\` still has data there.`,
          hint: `Write \`${moved[key]}\` again; a cluster in another ${key} is a new cluster with a name of its own.`,
        };
      }
    }
  },
};
