// Days: which there are, and which come years later.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { addYears, daysBetween, isDay } from './day.ts';

const test = suite('day');

for (const [text, is] of [
  ['2026-11-24', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2100-02-29', false],
  ['2000-02-29', true],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-01-00', false],
] as const) {
  test(`${text} ${is ? 'is' : 'is not'} a day`, () => assert.is(isDay(text), is));
}

for (const [text, years, later] of [
  ['2026-11-24', 7, '2033-11-24'],
  ['2024-02-29', 4, '2028-02-29'],
  ['2024-02-29', 7, '2031-03-01'],
  ['2026-01-05', 0, '2026-01-05'],
] as const) {
  test(`${years} years after ${text}`, () => assert.is(addYears(text, years), later));
}

test('counts days', () => {
  assert.is(daysBetween('2024-02-28', '2024-03-01'), 2);
  assert.is(daysBetween('2026-11-24', '2026-11-23'), -1);
});

test.run();
