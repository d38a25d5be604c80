// Cron expressions, right and wrong.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findCronMistake } from './cron.ts';

const test = suite('cron');

for (const text of [
  '* * * * *',
  '*/5 * * * *',
  '0 0 1 1 0',
  '59 23 31 12 6',
  '0,30 8-18/2 * * 1-5',
  '0 0 29 2 *',
  '0 0 31 1,2 *',
  '0 0 30-31 */3 *',
  '0 0 31 2 1',
  '5/15 * * * *',
]) {
  test(`${text} is valid`, () => assert.is(findCronMistake(text), undefined));
}

for (const [text, sentence] of [
  ['* * * *', 'It has 4 fields; five are needed.'],
  ['60 * * * *', 'The minute is 0 to 59, not 60.'],
  ['0 24 * * *', 'The hour is 0 to 23, not 24.'],
  ['0 0 0 * *', 'The day of the month is 1 to 31, not 0.'],
  ['0 0 * 13 *', 'The month is 1 to 12, not 13.'],
  ['0 0 * * 7', 'The day of the week is 0 to 6, not 7.'],
  ['0 5-3 * * *', 'The hour `5-3` runs backwards.'],
  ['*/0 * * * *', 'The step of `*/0` is 0.'],
  ['*/60 * * * *', 'The step of `*/60` is greater than the whole range, 0 to 59.'],
  ['1-2-3 * * * *', '`1-2-3` is not a minute.'],
  ['1,,2 * * * *', 'There is an empty entry in the minute.'],
  ['99999 * * * *', '`99999` is not a minute.'],
  ['0 0 30 2 *', 'None of its months has any of its days, so it never comes due.'],
  ['0 0 31 2,4,6/5 *', 'None of its months has any of its days, so it never comes due.'],
] as const) {
  test(`${text} is not`, () => assert.is(findCronMistake(text), sentence));
}

test.run();
