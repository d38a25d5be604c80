// A retention has a first day, which is true and stays: it begins when a tenant becomes `retained`, and no edit moves it.

import { daysBetween, isDay } from '../model/day.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Tenant } from '../model/generated/inputs.ts';
import { lifecyclePathOn } from '../model/placement.ts';
import { isLeaving, pastOf, stateAtHome } from '../model/retention.ts';
import type { Finding, TenantRule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

/** How long a pull request may wait between its day and its merge. */
const patienceDays = 31;

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const source of fleet.tenants.values()) {
      const { retainedSince } = source.value;
      if (retainedSince !== undefined) yield* judge(fleet, source, retainedSince);
      else if (isLeaving(source.value)) yield missing(fleet, source);
    }
  },
};

function missing({ today }: Fleet, source: Source<Tenant>): Finding {
  const { home } = source.value;
  return {
    ...locate(source, lifecyclePathOn(source.value, home)),
    message: `The tenant is \`${stateAtHome(source.value)}\`, but nothing says since when its records are kept.`,
    hint: `Write \`retainedSince: ${today}\`, the day that it became \`retained\`; \`tenantry offboard\` does.`,
  };
}

function* judge(fleet: Fleet, source: Source<Tenant>, since: string): Iterable<Finding> {
  const { today } = fleet;
  const place = locate(source, ['retainedSince']);
  const [past] = pastOf(fleet, source.value);
  // From there to `purged` is one step too many: `no-skipped-lifecycle` says it.
  const isFirst = past?.lifecycle === 'suspended' && stateAtHome(source.value) === 'retained';
  if (!isLeaving(source.value)) {
    yield {
      ...locate(source, ['retainedSince'], 'key'),
      message: `The tenant is \`${stateAtHome(source.value)}\`, so no retention has begun.`,
      hint: 'Delete the line; `tenantry offboard` writes it when the day has come.',
    };
  } else if (!isDay(since)) {
    yield {
      ...place,
      message: `There is no day \`${since}\`.`,
      hint: 'Write the day that it became `retained`.',
    };
  } else if (past !== undefined && past.retainedSince !== '' && past.retainedSince !== since) {
    yield {
      ...place,
      message: `The retention began on ${past.retainedSince}, as it was merged; no edit moves that.`,
      hint: `Write \`retainedSince: ${past.retainedSince}\` again.`,
    };
  } else if (since > today) {
    yield { ...place, message: `${since} has not come yet; today is ${today}.`, hint: `Write \`${today}\`.` };
  } else if (isFirst && daysBetween(since, today) > patienceDays) {
    yield {
      ...place,
      message: `The tenant was \`suspended\` until now, so its retention did not begin on ${since}.`,
      hint: `Write \`${today}\`, or a day at most ${patienceDays} days ago.`,
    };
  }
}
