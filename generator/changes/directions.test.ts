// Which way values go: rows of direction, before, after and whether it holds.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as d from './directions.ts';
import { number, quantity, version } from './measures.ts';

const test = suite('directions');
const nothing = undefined;

const rows: readonly (readonly [d.Direction, before: unknown, after: unknown, holds: boolean])[] = [
  [d.changed, 1, 2, true],
  [d.known, 1, 2, false],
  [d.added, nothing, 1, true],
  [d.added, 1, 2, false],
  [d.added, 1, nothing, false],
  [d.removed, 1, nothing, true],
  [d.removed, nothing, 1, false],
  [d.removed, 1, 2, false],
  [d.replaced, 1, 2, true],
  [d.replaced, 1, nothing, false],
  [d.replaced, nothing, 1, false],
  [d.to(false), true, false, true],
  [d.to(false), false, true, false],
  [d.to('a', 'b'), 'c', 'b', true],
  [d.to(nothing), 'c', nothing, true],
  [d.to('a'), 'c', nothing, false],
  [d.to({ x: 1, y: 2 }), nothing, { y: 2, x: 1 }, true],
  [d.from(true), true, nothing, true],
  [d.from(true), false, nothing, false],
  [d.from(nothing), nothing, 1, true],
  [d.toMatching(/^a/), nothing, 'ab', true],
  [d.toMatching(/^a/), 'ab', 'b', false],
  [d.toMatching(/^1/), nothing, 1, false],
  [d.fromMatching(/^a/), 'ab', 'b', true],
  [d.fromMatching(/^a/), 'ab', 'ac', false],
  [d.fromMatching(/^a/), 'ab', nothing, true],
  [d.fromMatching(/^a/), nothing, 'ab', false],
  [d.lowered(number), 2, 1, true],
  [d.lowered(number), 1, 2, false],
  [d.lowered(number), 1, 1, false],
  [d.lowered(number), 1, nothing, false],
  [d.lowered(number, 0), 1, nothing, true],
  [d.lowered(number, 0), nothing, 1, false],
  [d.lowered(number), 'x', 1, false],
  [d.lowered(quantity), '1Gi', '1G', true],
  [d.raised(number), 1, 2, true],
  [d.raised(number), 2, 1, false],
  [d.raised(number, 5), nothing, 6, true],
  [d.raised(version), '11.4.9', '11.4.12', true],
  [d.either(d.removed, d.to(0)), 1, nothing, true],
  [d.either(d.removed, d.to(0)), 1, 0, true],
  [d.either(d.removed, d.to(0)), 1, 2, false],
];

for (const [direction, before, after, holds] of rows) {
  test(`${direction.name}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`, () =>
    assert.is(direction.holds(before, after), holds));
}

test('which reach below their field, and which tell of new objects', () => {
  const reaching = [d.changed, d.known, d.either(d.from(1), d.changed)];
  const telling = [d.to(1), d.toMatching(/a/), d.either(d.removed, d.to(1))];
  const all = [
    d.changed,
    d.known,
    d.added,
    d.removed,
    d.replaced,
    d.from(1),
    d.lowered(number),
    d.raised(number),
    ...reaching,
    ...telling,
  ];
  for (const one of all) {
    assert.is(one.reachesBelow, reaching.includes(one), one.name);
    assert.is(one.tellsOfNew, telling.includes(one), one.name);
  }
});

test('names as a reader says them', () => {
  assert.is(d.to(false, undefined).name, 'to false or nothing');
  assert.is(d.from('a').name, 'from "a"');
  assert.is(d.either(d.lowered(number), d.removed).name, 'lowered or removed');
  assert.is(d.raised(number).name, 'raised');
  assert.is(d.toMatching(/^a/).name, 'to /^a/');
  assert.is(d.fromMatching(/^a/).name, 'from /^a/');
  assert.equal(
    [d.changed, d.known, d.added, d.removed, d.replaced].map(({ name }) => name),
    ['changed', 'known', 'added', 'removed', 'replaced'],
  );
});

test.run();
