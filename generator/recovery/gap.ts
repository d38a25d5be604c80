// The longest time between two runs of a schedule. Knows nothing of what is run.
import { type Day, dayOf, minutesPerDay, spansOf } from './calendar.ts';

/** A Thursday; 400 days from here see every month, a whole year and both changes of clocks. */
const start = Date.parse('2026-01-01T00:00:00Z') / 60_000;

/**
 * In minutes, over `days` days; `Infinity` when it never comes due. A time that a change of clocks leaves out is not
 * run, and one that comes twice is run twice, as in Kubernetes (github.com/robfig/cron v3: it walks real time and asks
 * what the clock shows).
 * @param cron five fields that `findCronMistake` has nothing against
 */
export function worstGapMinutes(cron: string, timeZone = 'UTC', days = 400): number {
  const { minutes, isDue } = parse(cron);
  // One day in UTC is like any other: two show all.
  const isDaily = timeZone === 'UTC' && cron.endsWith(' * * *');
  const end = start + (isDaily ? Math.min(days, 2) : days) * minutesPerDay;
  let [last, worst] = [undefined as number | undefined, 0];
  for (const { from, to, offset } of spansOf(timeZone, start, end)) {
    const [first, until] = [from + offset, to + offset];
    for (let day = Math.floor(first / minutesPerDay); day * minutesPerDay < until; day += 1) {
      if (!isDue(dayOf(day))) continue;
      for (const minute of minutes) {
        const at = day * minutesPerDay + minute;
        if (at < first || at >= until) continue;
        worst = Math.max(worst, at - offset - (last ?? start));
        last = at - offset;
      }
    }
  }
  return last === undefined ? Number.POSITIVE_INFINITY : Math.max(worst, end - last);
}

interface Parsed {
  /** Of a day, rising. */
  readonly minutes: readonly number[];
  readonly isDue: (day: Day) => boolean;
}

function parse(cron: string): Parsed {
  const [minute = '', hour = '', date = '', month = '', weekday = ''] = cron.split(' ');
  const hours = membersOf(hour, 0, 23);
  const minutes = membersOf(minute, 0, 59);
  const [dates, months, weekdays] = [
    membersOf(date, 1, 31),
    membersOf(month, 1, 12),
    membersOf(weekday, 0, 6),
  ];
  // Where both are given, either will do; a star leaves it to the other.
  const isEither = !isStar(date) && !isStar(weekday);
  const isDay = (day: Day) =>
    isEither
      ? dates.includes(day.date) || weekdays.includes(day.weekday)
      : dates.includes(day.date) && weekdays.includes(day.weekday);
  return {
    minutes: hours.flatMap((each) => minutes.map((one) => each * 60 + one)),
    isDue: (day) => months.includes(day.month) && isDay(day),
  };
}

/** `*` and what means the same; one step of two is a choice. */
function isStar(field: string): boolean {
  return field.split(',').some((item) => item === '*' || item === '*/1');
}

function membersOf(field: string, least: number, most: number): number[] {
  const members = new Set<number>();
  for (const item of field.split(',')) {
    const [range = '', step] = item.split('/');
    const [from, to] = range === '*' ? [least, most] : range.split('-').map(Number);
    const last = to ?? (step === undefined ? from : most) ?? most;
    for (let value = from ?? least; value <= last; value += Number(step ?? 1)) members.add(value);
  }
  return [...members].sort((a, b) => a - b);
}
