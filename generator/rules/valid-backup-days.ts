// A locked vault takes no backup that would be kept for less, or for longer, than its bounds: AWS Backup fails the job, and
// nobody notices before the backup is wanted. What the law asks for must fit as well.

import { retentionYearsOf } from '../compliance/obligations.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    const { recovery, tiers } = fleet;
    const { minDays, maxDays } = recovery.value.vaults;
    if (minDays > maxDays) {
      yield {
        ...locate(recovery, ['vaults', 'minDays']),
        message: `\`minDays\` is ${minDays}, more than \`maxDays\`, ${maxDays}: no backup could be kept.`,
        hint: 'Let the least be less than the most.',
      };
      return;
    }
    for (const [tier, { backup }] of Object.entries(tiers.value)) {
      for (const key of ['frequentDays', 'dailyDays'] as const) {
        const finding = findBreach(fleet, backup[key], `\`${key}\` is ${backup[key]}`);
        if (finding !== undefined) yield { ...locate(tiers, [tier, 'backup', key]), ...finding };
      }
    }
    yield* tooLong(fleet);
  },
};

/** Snapshots of every month are kept as long as its records. */
function* tooLong(fleet: Fleet): Iterable<Finding> {
  for (const source of fleet.tenants.values()) {
    const years = retentionYearsOf(fleet, source.value);
    const finding = findBreach(fleet, Math.ceil(years * 365.25), `Its records are kept for ${years} years`);
    const path = source.value.retentionYears === undefined ? ['id'] : ['retentionYears'];
    if (finding !== undefined) yield { ...locate(source, path), ...finding };
  }
}

function findBreach(
  { recovery }: Fleet,
  days: number,
  what: string,
): Pick<Finding, 'message' | 'hint' | 'related'> | undefined {
  const { minDays, maxDays } = recovery.value.vaults;
  if (minDays <= days && days <= maxDays) return undefined;
  const key = days < minDays ? 'minDays' : 'maxDays';
  const bound = recovery.value.vaults[key];
  return {
    message: `${what}: a vault takes no backup that is kept for ${days < minDays ? 'less' : 'more'} than ${bound} days.`,
    hint: days < minDays ? `Write at least ${bound}.` : `Raise \`${key}\` to ${days} or more.`,
    related: [{ ...locate(recovery, ['vaults', key]), message: 'The bound of vaults is here.' }],
  };
}
