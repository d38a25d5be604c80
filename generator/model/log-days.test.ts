// Never less than was asked for.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { logDaysOf } from './log-days.ts';

const test = suite('log days');

test('a log is kept as long as was asked for, or a little longer', () => {
  for (const [asked, kept] of [
    [1, 1],
    [90, 90],
    [91, 120],
    [1827, 1827],
    [2558, 2922],
    [3653, 3653],
    [3654, 0],
  ] as const) {
    assert.is(logDaysOf(asked), kept);
  }
});

test.run();
