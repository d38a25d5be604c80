// Schedules as the longest time between two runs.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gap } from './gap.ts';

const test = suite('gaps');

test('the longest time between two runs, in seconds', () => {
  const hour = 3600;
  const day = 24 * hour;
  const rows: readonly (readonly [unknown, number | undefined])[] = [
    ['*/5 * * * *', 300],
    ['0 * * * *', hour],
    ['0 3 * * *', day],
    ['0 1,3 * * *', 22 * hour],
    ['0 3 * * 0', 7 * day],
    ['0 3 1 * *', 31 * day],
    ['0 3 1 1 *', 365 * day],
    ['0 */6 1-10 * *', 21 * day + 6 * hour],
    ['0 3 31 2 *', Number.POSITIVE_INFINITY],
    ['@every 6h', 6 * hour],
    ['@daily', day],
    ['rate(12 hours)', 12 * hour],
    ['rate(1 day)', day],
    ['rate(30 minutes)', 1800],
    ['cron(0 5 ? * * *)', day],
    ['cron(0 5 ? * 1 *)', 7 * day],
    ['cron(0 5 1 * ? *)', 31 * day],
    ['whenever', undefined],
    ['61 * * * *', undefined],
    [5, undefined],
  ];
  for (const [schedule, seconds] of rows) assert.is(gap(schedule), seconds, String(schedule));
});

test('AWS counts the days of the week from Sunday as 1', () => {
  assert.is(gap('cron(0 5 ? * 2-6 *)'), gap('0 5 * * 1-5'));
  assert.is(gap('cron(0 5 ? * 2-6 *)'), 3 * 86_400);
});

test.run();
