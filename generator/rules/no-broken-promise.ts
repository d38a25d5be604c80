// What is promised about recovery can be kept: the worst that any mechanism may lose, and the longest it may take, is
// held against the promise in minutes.

import type { Fleet } from '../model/fleet.ts';
import type { Finding, TargetRule } from '../model/rule.ts';
import type { TenantTarget } from '../model/target.ts';
import { type Loss, lossesOf } from '../recovery/losses.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TargetRule = {
  over: 'target',
  *check(target, fleet) {
    // One promise and one database, however many clusters.
    if (!target.isHome) return;
    const { recovery } = target;
    for (const loss of lossesOf(recovery.mechanisms, recovery)) {
      if (loss.lostMinutes > recovery.rpoMinutes) {
        const what = `${countOf(loss.lostMinutes)} may be lost (${loss.lostBy})`;
        yield breach(target, fleet, loss, { key: 'rpoMinutes', worst: loss.lostMinutes, what });
      }
      // What is lost for ever has been said.
      if (loss.awayMinutes > recovery.rtoMinutes && Number.isFinite(loss.lostMinutes)) {
        const what = `it may take ${countOf(loss.awayMinutes)} (${loss.awayBy})`;
        yield breach(target, fleet, loss, { key: 'rtoMinutes', worst: loss.awayMinutes, what });
      }
    }
  },
};

function breach(
  { tenant, tier, recovery }: TenantTarget,
  fleet: Fleet,
  { event, mechanism, path }: Loss,
  { key, worst, what }: { key: 'rpoMinutes' | 'rtoMinutes'; worst: number; what: string },
): Finding {
  const source = fleet.tenants.get(tenant.id);
  if (source === undefined) throw new Error(`There is no tenant ${tenant.id}`);
  const isOwn = source.value.recovery?.[key] !== undefined;
  const sold = {
    ...locate(fleet.tiers, [tier.name, 'recovery', key]),
    message: "The tier's promise is here.",
  };
  return {
    ...locate(source, isOwn ? ['recovery', key] : ['tier']),
    message: `When ${event}, ${mechanism}, and ${what}: more than the ${recovery[key]} that \`${key}\` promises.`,
    hint: hintFor(worst, isOwn),
    related: [
      ...(isOwn ? [] : [sold]),
      { ...locate(fleet.recovery, path, 'key'), message: 'What the mechanism can do is here.' },
    ],
  };
}

function countOf(minutes: number): string {
  return Number.isFinite(minutes) ? `${minutes} minutes` : 'everything';
}

function hintFor(worst: number, isOwn: boolean): string {
  if (!Number.isFinite(worst)) return 'Let the tier keep it in another region.';
  return isOwn
    ? `Raise it to ${worst}, or remove it if the tier's is enough.`
    : `Raise it to ${worst} in the tier, or let the tier keep more in another region (\`remote\`).`;
}
