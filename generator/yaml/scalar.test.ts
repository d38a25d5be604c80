// Unquoted words mean what the installed js-yaml's core schema says they mean.
import { CORE_SCHEMA, load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isFaithful, readPlainScalar } from './scalar.ts';

const test = suite('scalar');

const words =
  'null Null NULL ~ nULL true True TRUE tRUE false False FALSE yes no on off y n 0 -0 +0 00 7 -7 +7 007 1.5 1.50 1. .5 -.5 . + 1e3 1E+3 1.e3 1e 0x1F 0X1F 0o17 0o18 0b1 -0x1 .inf -.inf +.Inf .INF .nan .NaN -.nan 1_000 12:30 1.2.3 1-2 2026-01-01 9007199254740993 <<'.split(
    ' ',
  );

for (const word of words) {
  test(`${word} is what js-yaml says`, () => {
    assert.ok(
      Object.is(readPlainScalar(word), load(word, { schema: CORE_SCHEMA })),
      String(readPlainScalar(word)),
    );
  });
}

test('only numbers that are written back the same are faithful', () => {
  const faithful = words.filter((word) => {
    const value = readPlainScalar(word);
    return typeof value === 'number' && isFaithful(word, value);
  });
  assert.equal(faithful, ['0', '7', '-7', '1.5']);
});

test.run();
