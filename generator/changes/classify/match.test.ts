// Which rows speak of which changes: at the field, inside what came or went, or around it.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { added, changed, type Direction, known, lowered, removed, to } from '../directions.ts';
import { number } from '../measures.ts';
import type { FieldPath } from '../path.ts';
import { compileRow, holds, isCovered } from './match.ts';

const test = suite('match');

function rowOf(field: string, when: Direction) {
  return compileRow({ field, when, lane: 'exposure', reason: 'r', source: 's' });
}

const rows: readonly (readonly [
  field: string,
  Direction,
  FieldPath,
  before: unknown,
  after: unknown,
  boolean,
])[] = [
  ['a.b', changed, ['a', 'b'], 1, 2, true],
  ['a.b', changed, ['a', 'c'], 1, 2, false],
  ['a.b', changed, ['a'], { b: 1 }, undefined, true],
  ['a.b', changed, ['a'], { c: 1 }, undefined, false],
  ['a.b', changed, [], undefined, { a: { b: 1 } }, true],
  ['a', changed, ['a', 'b'], 1, 2, true],
  ['a', removed, ['a', 'b'], 1, undefined, false],
  ['a', removed, ['a'], { b: 1 }, undefined, true],
  ['a.b', removed, ['a'], { b: 1 }, undefined, true],
  ['a.b', added, ['a'], undefined, { b: 1 }, true],
  ['a.b', added, ['a'], undefined, { c: 1 }, false],
  ['a.*', removed, ['a'], { b: 1 }, undefined, true],
  ['a.*', to(2), ['a', 'b'], 1, 2, true],
  ['a.*', to(2), ['a', { item: 'b' }], 1, 2, false],
  ['a[].b', to(2), ['a', { item: 'x' }, 'b'], 1, 2, true],
  ['a[].b', to(2), ['a'], undefined, [{ b: 1 }, { b: 2 }], true],
  ['a[].b', to(2), ['a'], undefined, [{ b: 1 }], false],
  ['a[].b', to(2), ['a'], undefined, { x: { b: 2 } }, false],
  ['a.b', to(2), ['a'], undefined, [{ b: 2 }], false],
  ['a[]', added, ['a', { item: 'x' }], undefined, 'x', true],
  ['a[]', added, ['a', 'x'], undefined, 'x', false],
  ['a.**', to(2), ['a', 'b', 'c'], 1, 2, true],
  ['a.**', to(2), ['a'], 1, 2, true],
  ['a.**', to(2), ['b'], 1, 2, false],
  ['**', to(2), ['b'], 1, 2, true],
  ['a.b', lowered(number), ['a', 'b'], 2, 1, true],
  ['a.b', lowered(number), ['a', 'b'], 1, 2, false],
  ['a.b', to(2), ['a'], undefined, '{"b": 2}', true],
  ['a.b', to(2), ['a'], undefined, 'b', false],
  ['a.b', to(2), ['a'], null, undefined, false],
];

for (const [field, when, path, before, after, expected] of rows) {
  test(`${field} ${when.name}: ${JSON.stringify(path)} ${JSON.stringify(before)} → ${JSON.stringify(after)}`, () =>
    assert.is(holds(rowOf(field, when), { path, before, after }), expected));
}

test('a change is covered when rows name every leaf of it', () => {
  const table = [rowOf('a.b', removed), rowOf('a.c', known), rowOf('d[].e', to(1))];
  const covers = (path: FieldPath, before: unknown, after: unknown) =>
    isCovered(table, { path, before, after });
  assert.ok(covers(['a', 'b'], 1, 2));
  assert.ok(covers(['a', 'c', 'deep'], 1, 2));
  assert.ok(covers(['a'], { b: 1, c: { x: 1 } }, undefined));
  assert.ok(covers(['a'], { b: 1 }, { c: 1 }));
  assert.not(covers(['a'], { b: 1, x: 1 }, undefined));
  assert.not(covers(['a', 'b', 'deep'], 1, 2));
  assert.not(covers(['a'], {}, undefined) && covers(['x'], {}, undefined));
  assert.ok(covers(['d'], undefined, [{ e: 2 }, { e: 3 }]));
  assert.not(covers(['d'], undefined, [{ e: 2 }, { f: 3 }]));
  assert.not(covers(['x'], 1, 2));
});

test.run();
