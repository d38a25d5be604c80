// Values as numbers, so that "less" and "more" are computed and not read off the text. Each measure gives `undefined` for
// what it does not understand, and a direction that needs it then does not hold.
import { Cron } from 'croner';
import { parseQuantity } from '../conform/quantity.ts';

/** A greater number is more of what the field is about. */
export type Measure = (value: unknown) => number | bigint | undefined;

/** Numbers, and text that is one. */
export const number: Measure = (value) => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
};

/** Kubernetes quantities: `500m`, `2`, `512Mi`. */
export const quantity: Measure = (value) =>
  typeof value === 'number' || typeof value === 'string' ? parseQuantity(value) : undefined;

export function isQuantity(value: unknown): value is string | number {
  return quantity(value) !== undefined;
}

const seconds: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Go's durations and Prometheus's (`1h30m`, `15d`), in seconds. */
export const duration: Measure = (value) => {
  if (typeof value !== 'string' || !/^(?:\d+(?:\.\d+)?(?:ms|[smhdw]))+$/.test(value)) return undefined;
  const parts = [...value.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)];
  return parts.reduce((sum, [, digits, unit = 's']) => sum + Number(digits) * (seconds[unit] ?? 0), 0);
};

export function isDuration(value: unknown): value is string {
  return duration(value) !== undefined;
}

/** `11.4.12`, `v1.35`, `7.1`: up to four numbers, compared from the first. */
export const version: Measure = (value) => {
  const match = /^v?(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?$/.exec(String(value ?? ''));
  if (match === null) return undefined;
  return match.slice(1).reduce((sum, part) => sum * 10_000 + Number(part ?? 0), 0);
};

/** `25%` and `25`; a percentage counts as its number. */
export const share: Measure = (value) => number(typeof value === 'string' ? value.replace(/%$/, '') : value);

/** A place in a list that goes from the weakest to the strongest. */
export function rank(...weakestFirst: readonly unknown[]): Measure {
  return (value) => {
    const place = weakestFirst.indexOf(value);
    return place < 0 ? undefined : place;
  };
}

const days = 400;

/**
 * The longest time between two runs of a schedule, in seconds, over 400 days from a fixed one: five fields, `@every 6h`,
 * `@daily`, or AWS's `cron(…)` with six and `rate(…)`.
 */
export const gap: Measure = (value) => {
  if (typeof value !== 'string') return undefined;
  const every = /^@every (.+)$/.exec(value)?.[1];
  if (every !== undefined) return duration(every);
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(value);
  if (rate !== null) return Number(rate[1]) * { minute: 60, hour: 3600, day: 86_400 }[rate[2] as 'day'];
  return longestGap(fiveFields(value));
};

/** AWS counts the days of the week from 1, writes `?` where another field decides, and ends with the year. */
function fiveFields(text: string): string {
  const aws = /^cron\((.+)\)$/.exec(text)?.[1]?.split(' ');
  if (aws === undefined) return text;
  const [minute, hour, day, month, weekday = '*'] = aws.map((field) => field.replace('?', '*'));
  const shifted = weekday.replace(/\d+/g, (digits) => String(Number(digits) - 1));
  return [minute, hour, day, month, shifted].join(' ');
}

/** A fleet has few schedules and many tenants. */
const knownGaps = new Map<string, number | undefined>();

function longestGap(expression: string): number | undefined {
  if (!knownGaps.has(expression)) knownGaps.set(expression, measureGap(expression));
  return knownGaps.get(expression);
}

/** Midnight in UTC: what a schedule says must not depend on the day on which it is asked. */
const start = { text: '2026-01-01T00:00:00Z', milliseconds: 1_767_225_600_000 };

function measureGap(expression: string): number | undefined {
  let schedule: Cron;
  try {
    schedule = new Cron(expression, { timezone: 'UTC', mode: '5-part' });
  } catch {
    return undefined;
  }
  // What comes due every day alike is known after two.
  const span = (/^\S+ \S+ \* \* \*$/.test(expression) ? 2 : days) * 86_400_000;
  let longest = 0;
  let last = start.milliseconds;
  let next = schedule.nextRun(start.text);
  while (next !== null && last < start.milliseconds + span) {
    longest = Math.max(longest, next.getTime() - last);
    last = next.getTime();
    next = schedule.nextRun(next);
  }
  // One that comes due no more leaves a gap without an end.
  return next === null ? Number.POSITIVE_INFINITY : longest / 1000;
}
