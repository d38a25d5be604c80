// Which items of a set are taken for the same one.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { canonical } from './canonical.ts';
import { pairAlike } from './similar.ts';

const test = suite('alike');

test('the most alike are paired first, each once', () => {
  const [near, far] = [
    { a: 1, b: 2, c: 3 },
    { a: 1, b: 2, c: 9 },
  ];
  const made = { a: 1, b: 2, c: 3, d: 4 };
  assert.equal(pairAlike([far, near], [made]), {
    pairs: [[near, made]],
    alone: { removed: [far], added: [] },
  });
  assert.equal(pairAlike([near], [made, far]), {
    pairs: [[near, made]],
    alone: { removed: [], added: [far] },
  });
});

test('half of the leaves is enough, less is not', () => {
  assert.is(pairAlike([{ a: 1, b: 2 }], [{ a: 1, b: 3 }]).pairs.length, 1);
  assert.is(pairAlike([{ a: 1, b: 2, c: 3 }], [{ a: 1, b: 4, c: 4 }]).pairs.length, 0);
  assert.is(pairAlike([{ a: 1 }], [{ a: 1, b: 2, c: 3 }]).pairs.length, 0);
  assert.is(pairAlike([{ a: [1, { b: 2 }] }], [{ a: [{ b: 2 }, 1] }]).pairs.length, 1);
  assert.is(pairAlike([{ a: 1 }], [{ b: 1 }]).pairs.length, 0);
  assert.is(pairAlike([{}], [{}]).pairs.length, 0);
});

test('words are never paired', () => {
  assert.equal(pairAlike(['a'], ['b']), { pairs: [], alone: { removed: ['a'], added: ['b'] } });
  assert.equal(pairAlike([1], [{ a: 1 }]).pairs, []);
  assert.equal(pairAlike([{ a: 1 }], [1]).pairs, []);
});

test('one text for one meaning', () => {
  assert.is(canonical({ b: 1, a: [2, 1], c: null, d: undefined }), '{"a":[1,2],"b":1}');
  assert.is(canonical([2, 1], 'args'), '[2,1]');
  assert.is(canonical({ args: [2, 1] }), '{"args":[2,1]}');
  assert.is(canonical([['b'], ['a']]), '[["a"],["b"]]');
  assert.is(canonical(undefined), 'null');
  assert.is(canonical('a"b'), '"a\\"b"');
  assert.is.not(canonical(['a,b']), canonical(['a', 'b']));
});

test.run();
