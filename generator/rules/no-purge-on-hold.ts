// What a court or an authority holds is not purged, on no cluster, nor in the change that lifts the hold.

import type { Fleet } from '../model/fleet.ts';
import type { Tenant } from '../model/generated/inputs.ts';
import { lifecyclePathOn } from '../model/placement.ts';
import { pastOf, purgedOn } from '../model/retention.ts';
import type { Finding, TenantRule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const source of fleet.tenants.values()) {
      const cluster = purgedOn(source.value);
      if (cluster === undefined) continue;
      yield* judge(fleet, source, cluster);
    }
  },
};

function* judge(fleet: Fleet, source: Source<Tenant>, cluster: string): Iterable<Finding> {
  const { legalHold } = source.value;
  const place = locate(source, lifecyclePathOn(source.value, cluster));
  if (legalHold !== undefined) {
    yield {
      ...place,
      message: `A legal hold stands since ${legalHold.since}: nothing of the tenant may be purged.`,
      hint: 'Write `retained` again. Whoever may lift the hold does so first, in a change of its own.',
      related: [{ ...locate(source, ['legalHold'], 'key'), message: 'The hold.' }],
    };
    return;
  }
  const held = pastOf(fleet, source.value).find(({ heldSince }) => heldSince !== '');
  if (held === undefined) return;
  yield {
    ...place,
    message: `One change lifts the legal hold of ${held.heldSince} and purges the tenant.`,
    hint: 'Lift the hold in a change of its own; purge the tenant when that is merged.',
  };
}
