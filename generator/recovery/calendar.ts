// Days and clocks as numbers: minutes since 1970 in UTC, and what a time zone's clocks show then. Knows no schedule.

export const minutesPerDay = 1440;

/** Month from 1, day of the month from 1, day of the week from 0 for Sunday. */
export interface Day {
  readonly month: number;
  readonly date: number;
  readonly weekday: number;
}

/** While clocks stand `offset` minutes before UTC; `to` is the first minute after it. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** The day with that number since 1970-01-01, which was a Thursday. */
export function dayOf(number: number): Day {
  // Counted in eras of 400 years from 0000-03-01, so that the leap day comes last.
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const day = shifted - era * 146_097;
  const year = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365,
  );
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const index = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * index + 2) / 5) + 1;
  return { month: index < 10 ? index + 3 : index - 9, date, weekday: (((number + 4) % 7) + 7) % 7 };
}

/** All of `from` to `to`, cut where clocks are changed. */
export function spansOf(timeZone: string, from: number, to: number): Span[] {
  if (timeZone === 'UTC') return [{ from, to, offset: 0 }];
  const clock = clockOf(timeZone);
  const spans: Span[] = [];
  let start = from;
  for (let at = from; at < to; at += minutesPerDay) {
    const next = Math.min(at + minutesPerDay, to);
    const offset = clock(start);
    if (clock(next) === offset) continue;
    const change = firstWith(at, next, (minute) => clock(minute) !== offset);
    spans.push({ from: start, to: change, offset });
    start = change;
  }
  return [...spans, { from: start, to, offset: clock(start) }];
}

/** The least minute after `low`, up to `high`, from which on `holds`. */
function firstWith(low: number, high: number, holds: (minute: number) => boolean): number {
  let [before, after] = [low, high];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}

/** How far the zone's clocks are before UTC at a minute. */
function clockOf(timeZone: string): (minute: number) => number {
  const format = new Intl.DateTimeFormat('en-US-u-ca-iso8601', { timeZone, timeZoneName: 'longOffset' });
  return (minute) => {
    const name =
      format.formatToParts(minute * 60_000).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
    return (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  };
}
