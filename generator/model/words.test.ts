// The words that diagnostics share.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { didYouMean, list, show, suggest } from './words.ts';

const test = suite('words');

for (const [typed, guess] of [
  ['teir', 'tier'],
  ['costCenter', 'costCentre'],
  ['DISPLAYNAME', 'displayName'],
  ['x', undefined],
  ['webhooks', undefined],
] as const) {
  test(`${typed} means ${guess}`, () => {
    assert.is(didYouMean(typed, ['id', 'tier', 'displayName', 'costCentre']), guess);
  });
}

test('lists', () => {
  assert.is(list([]), '');
  assert.is(list(['a']), '`a`');
  assert.is(list(['a', 'b']), '`a` and `b`');
  assert.is(list(['a', 'b', 'c'], 'or'), '`a`, `b` or `c`');
});

test('long values are cut', () => {
  assert.is(show('a'.repeat(60)), 'a'.repeat(60));
  assert.is(show('a'.repeat(61)), `${'a'.repeat(57)}…`);
  assert.is(show([1]), '[1]');
});

test('a hint names the nearest, or says what it is given', () => {
  assert.is(suggest('teir', ['id', 'tier'], 'Choose one.'), 'Did you mean `tier`?');
  assert.is(suggest('webhooks', ['id', 'tier'], 'Choose one.'), 'Choose one.');
});

test.run();
