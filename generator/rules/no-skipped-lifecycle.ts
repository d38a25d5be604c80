// A tenant's lifecycle moves one step at a time; each step is merged and rendered before the next. Only a suspended
// tenant may come back. Over a target: a narrowed run knows the past of the targets it renders, not of the others.

import type { Fleet, Lifecycle } from '../model/fleet.ts';
import { lifecyclePathOn, lifecycles } from '../model/placement.ts';
import type { TargetRule } from '../model/rule.ts';
import { list } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TargetRule = {
  over: 'target',
  *check({ tenant, cluster }, fleet) {
    const source = fleet.tenants.get(tenant.id);
    // A tree that was never rendered has no past.
    if (source === undefined || fleet.rendered.length === 0) return;
    const past = pastOf(fleet).get(`${cluster.name}/${tenant.id}`);
    const allowed = past === undefined ? beginnings : followersOf(past);
    const next = tenant.lifecycle;
    if (allowed.includes(next)) return;
    const was = past === undefined ? 'is new' : `is \`${past}\``;
    yield {
      ...locate(source, lifecyclePathOn(source.value, cluster.name)),
      message: `On \`${cluster.name}\` the tenant ${was}; it cannot become \`${next}\` in one step.`,
      hint: `It may ${past === undefined ? 'begin as' : 'be'} ${list(allowed, 'or')} now; each step is merged before the next.`,
    };
  },
};

/** `purged` leaves nothing behind, so a tenant that is purged looks like a new one. */
const beginnings: readonly Lifecycle[] = ['onboarding', 'active', 'purged'];

function followersOf(past: Lifecycle): Lifecycle[] {
  const index = lifecycles.indexOf(past);
  return [...(past === 'suspended' ? ['active' as const] : []), ...lifecycles.slice(index, index + 2)];
}

const known = new WeakMap<Fleet, ReadonlyMap<string, Lifecycle>>();

/** Built once per fleet: a thousand targets each ask for one of a thousand. */
function pastOf(fleet: Fleet): ReadonlyMap<string, Lifecycle> {
  const past =
    known.get(fleet) ??
    new Map(fleet.rendered.map(({ cluster, tenant, lifecycle }) => [`${cluster}/${tenant}`, lifecycle]));
  known.set(fleet, past);
  return past;
}
