// Sets of words: rows of operations, and that they do what sets do.
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Ranges } from './ranges.ts';
import { absent, Words } from './words.ts';

const test = suite('words');
const letters = ['a', 'b', 'c', absent];

const sets = fc
  .tuple(fc.subarray(letters), fc.boolean())
  .map(([listed, isOpen]) => (isOpen ? Words.allBut(...listed) : Words.of(...listed)));

test('listed and not listed', () => {
  assert.ok(Words.of('a').has('a'));
  assert.not(Words.of('a').has('b'));
  assert.ok(Words.allBut('a').has('b'));
  assert.not(Words.allBut('a').has('a'));
  assert.ok(Words.allBut('a').has(absent));
  assert.ok(Words.of().isEmpty);
  assert.not(Words.allBut().isEmpty);
  assert.equal(Words.of('b', 'a').words, ['a', 'b']);
  assert.equal(Words.allBut('a').words, []);
});

test('the same set has the same text', () => {
  assert.is(Words.of('b', 'a').text, Words.of('a', 'b', 'a').text);
  assert.is.not(Words.of('a').text, Words.allBut('a').text);
});

test('both and neither are told word by word', () => {
  fc.assert(
    fc.property(sets, sets, fc.constantFrom(...letters, 'other'), (one, other, word) => {
      assert.is(one.and(other).has(word), one.has(word) && other.has(word));
      assert.is(one.not().has(word), !one.has(word));
    }),
  );
});

test('words and numbers do not mix', () => {
  const numbers = new Ranges({ first: 0n, last: 9n }, []);
  assert.throws(() => Words.of('a').and(numbers), /two dimensions/);
  assert.throws(() => numbers.and(Words.of('a')), /two dimensions/);
});

test.run();
