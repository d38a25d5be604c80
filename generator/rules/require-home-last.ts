// A tenant's home is the last cluster that it is suspended on or leaves: the others follow the database that the home
// owns, and nothing migrates it or runs its schedules elsewhere.

import { lifecycleOn, lifecyclePathOn, lifecycles, placementOf } from '../model/placement.ts';
import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants }) {
    for (const source of tenants.values()) {
      const { home } = source.value;
      const atHome = lifecycleOn(source.value, home);
      if (atHome === 'onboarding' || atHome === 'active') continue;
      const behind = placementOf(source.value).find(
        (name) => lifecycles.indexOf(lifecycleOn(source.value, name)) < lifecycles.indexOf(atHome),
      );
      if (behind === undefined) continue;
      yield {
        ...locate(source, lifecyclePathOn(source.value, home)),
        message: `The tenant is \`${atHome}\` at home, \`${home}\`, but \`${lifecycleOn(source.value, behind)}\` on \`${behind}\`, which needs the home's database.`,
        hint: `Let \`${behind}\` go first, or make it the home.`,
      };
    }
  },
};
