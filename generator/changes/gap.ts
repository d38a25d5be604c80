// How far apart the runs of a schedule are. By itself, because few tables ask and the library takes a while to load.
import { Cron } from 'croner';
import { duration, type Measure } from './measures.ts';

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
