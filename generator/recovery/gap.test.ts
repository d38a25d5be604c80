// The longest gap of a schedule, held against a walk through every minute.
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findCronMistake } from '../model/cron.ts';
import { worstGapMinutes } from './gap.ts';

const test = suite('gap');
const day = 1440;
const start = Date.UTC(2026, 0, 1) / 60_000;

/** Asks of every minute whether the clock shows one of the schedule's, with another parser and another calendar. */
function walk(cron: string, clock: (minute: number) => readonly number[], days: number): number {
  const fields = cron.split(' ');
  const isStar = (field: string) => /(?:^|,)\*(?:\/1)?(?:,|$)/.test(field);
  const table = (index: number, least: number, most: number) =>
    Array.from({ length: most + 1 }, (_, value) => matches(fields[index] ?? '', value, least, most));
  const shown = [table(0, 0, 59), table(1, 0, 23), table(2, 1, 31), table(3, 1, 12), table(4, 0, 6)];
  const isEither = !isStar(fields[2] ?? '') && !isStar(fields[4] ?? '');
  let [last, worst] = [Number.NaN, 0];
  for (let at = start; at < start + days * day; at += 1) {
    const [minute, hour, date, month, weekday] = clock(at).map(
      (value, index) => shown[index]?.[value] === true,
    );
    if (!minute || !hour || !month || !(isEither ? date || weekday : date && weekday)) continue;
    worst = Math.max(worst, at - (Number.isNaN(last) ? start : last));
    last = at;
  }
  return Number.isNaN(last) ? Number.POSITIVE_INFINITY : Math.max(worst, start + days * day - last);
}

function matches(field: string, value: number, least: number, most: number): boolean {
  return field.split(',').some((item) => {
    const [, from = '', to, step] = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(item) ?? [];
    const low = from === '*' ? least : Number(from);
    const high = to !== undefined ? Number(to) : from === '*' || step !== undefined ? most : low;
    return value >= low && value <= high && (value - low) % Number(step ?? 1) === 0;
  });
}

function utc(minute: number): number[] {
  const date = new Date(minute * 60_000);
  return [
    date.getUTCMinutes(),
    date.getUTCHours(),
    date.getUTCDate(),
    date.getUTCMonth() + 1,
    date.getUTCDay(),
  ];
}

function clockIn(timeZone: string): (minute: number) => number[] {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const shown = new Map<number, readonly [number, number, number, number]>();
  return (minute) => {
    // Clocks are changed at whole quarters of an hour.
    const quarter = minute - (minute % 15);
    let known = shown.get(quarter);
    if (known === undefined) {
      const parts = Object.fromEntries(
        format.formatToParts(quarter * 60_000).map(({ type, value }) => [type, value]),
      );
      const time = Number(parts.hour) * 60 + Number(parts.minute);
      known = [time, Number(parts.day), Number(parts.month), weekdays.indexOf(parts.weekday ?? '')];
      shown.set(quarter, known);
    }
    const time = known[0] + (minute % 15);
    return [time % 60, Math.floor(time / 60), known[1], known[2], known[3]];
  };
}

function field(least: number, most: number): fc.Arbitrary<string> {
  const number = fc.integer({ min: least, max: most });
  const item = fc.oneof(
    { weight: 3, arbitrary: fc.constant('*') },
    number.map(String),
    fc.tuple(number, number).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    fc.integer({ min: 1, max: most - least }).map((step) => `*/${step}`),
    fc.tuple(number, fc.integer({ min: 1, max: most - least })).map(([from, step]) => `${from}/${step}`),
  );
  return fc.array(item, { minLength: 1, maxLength: 2 }).map((items) => items.join(','));
}

const crons = fc
  .tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6))
  .map((all) => all.join(' '));

const rows: readonly (readonly [cron: string, timeZone: string, gap: number])[] = [
  ['0 * * * *', 'UTC', 60],
  ['*/7 * * * *', 'UTC', 7],
  ['17 3,15 * * *', 'UTC', 720],
  ['17 3 * * *', 'UTC', day],
  // In autumn the day has 25 hours; in spring half past two is left out.
  ['30 4 * * *', 'America/New_York', day + 60],
  ['30 2 * * *', 'America/New_York', 2 * day - 60],
  ['30 2 * * *', 'America/Phoenix', day],
  ['15 2 * * *', 'Australia/Lord_Howe', 2 * day - 30],
  ['0 0 * * 1', 'UTC', 7 * day],
  // Either the 1st or a Monday will do.
  ['0 0 1 * 1', 'UTC', 7 * day],
  ['0 0 31 * *', 'UTC', 61 * day],
  ['0 0 1 1 *', 'UTC', 365 * day],
  ['0 0 29 2 *', 'UTC', Number.POSITIVE_INFINITY],
];

for (const [cron, timeZone, gap] of rows) {
  test(`${cron} in ${timeZone}`, () => {
    assert.is(worstGapMinutes(cron, timeZone), gap);
    const clock = timeZone === 'UTC' ? utc : clockIn(timeZone);
    assert.is(walk(cron, clock, 400), gap);
  });
}

test('any schedule has the gap that a walk through every minute finds', () => {
  fc.assert(
    fc.property(crons, fc.integer({ min: 30, max: 70 }), (cron, days) => {
      fc.pre(findCronMistake(cron) === undefined);
      assert.is(worstGapMinutes(cron, 'UTC', days), walk(cron, utc, days));
    }),
    { numRuns: 60 },
  );
});

test('also where clocks are changed', () => {
  const zones = ['America/New_York', 'America/Anchorage', 'Australia/Lord_Howe'];
  const clocks = new Map(zones.map((zone) => [zone, clockIn(zone)]));
  fc.assert(
    fc.property(crons, fc.constantFrom(...zones), (cron, zone) => {
      fc.pre(findCronMistake(cron) === undefined);
      assert.is(worstGapMinutes(cron, zone, 100), walk(cron, clocks.get(zone) ?? utc, 100));
    }),
    { numRuns: 20 },
  );
});

test.run();
