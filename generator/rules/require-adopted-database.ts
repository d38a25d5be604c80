// A home that moves finds its database there: a replica that is promoted, or an instance that was restored before and is named
// in the tenant's file. Crossplane would make an empty one elsewhere. Over a target: the past is that of its own tenant.

import type { Fleet, RenderedTarget } from '../model/fleet.ts';
import type { TargetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TargetRule = {
  over: 'target',
  *check({ tenant, cluster, database, isHome }, fleet) {
    const source = fleet.tenants.get(tenant.id);
    if (source === undefined || !isHome || database.adopted !== '') return;
    const past = pastOf(fleet).get(tenant.id) ?? [];
    // A tenant whose writer the tree does not name is new, or was rendered before targets said it.
    const old = past.find((target) => target.database === 'writer');
    const here = past.find((target) => target.cluster === cluster.name);
    if (old === undefined || (here?.database ?? '') !== '') return;
    yield {
      ...locate(source, ['home']),
      message: `The database of \`${tenant.id}\` is on \`${old.cluster}\`, and \`${cluster.name}\` has no replica of it: the new home would begin with an empty one.`,
      hint: `Follow \`tenantry failover ${tenant.id} --to ${cluster.name} --dry-run\`: it ends with the resource id of what was restored, \`database.adopted.${cluster.name}\`.`,
    };
  },
};

const known = new WeakMap<Fleet, ReadonlyMap<string, readonly RenderedTarget[]>>();

/** Built once per fleet. */
function pastOf(fleet: Fleet): ReadonlyMap<string, readonly RenderedTarget[]> {
  const past = known.get(fleet) ?? Map.groupBy(fleet.rendered, ({ tenant }) => tenant);
  known.set(fleet, past);
  return past;
}
