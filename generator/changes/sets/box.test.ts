// Boxes: that what is left of one without others is exactly what is in it and in none of them.
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type Box,
  box,
  covers,
  everything,
  intersect,
  isDisjoint,
  isEmptyBox,
  textOfBox,
  without,
} from './box.ts';
import { beyond, wordsBefore } from './grants.ts';
import { Ranges } from './ranges.ts';
import { widestBeyond } from './widest.ts';
import { Words } from './words.ts';

const test = suite('boxes');
const space = { first: 0n, last: 5n };
const letters = ['a', 'b', 'c'];

const words = fc
  .tuple(fc.subarray(letters, { minLength: 1 }), fc.boolean())
  .map(([listed, isOpen]) => (isOpen ? Words.allBut(...listed) : Words.of(...listed)));
const numbers = fc
  .tuple(fc.bigInt({ min: 0n, max: 5n }), fc.bigInt({ min: 0n, max: 2n }))
  .map(([first, more]) => new Ranges(space, [{ first, last: first + more > 5n ? 5n : first + more }]));
const boxes = fc
  .record({ letter: words, digit: numbers, other: words }, { requiredKeys: [] })
  .map((sides) => new Map(Object.entries(sides)) as Box);

interface Point {
  readonly letter: string;
  readonly other: string;
  readonly digit: bigint;
}

const all = [...letters, 'z'];
const points: readonly Point[] = all.flatMap((letter) =>
  all.flatMap((other) => [0n, 1n, 2n, 3n, 4n, 5n].map((digit) => ({ letter, other, digit }))),
);

function has(one: Box, point: Point): boolean {
  return [...one].every(([dimension, values]) => {
    if (values instanceof Words) return values.has(String(point[dimension as 'letter']));
    return (
      values instanceof Ranges &&
      values.ranges.some(({ first, last }) => first <= point.digit && point.digit <= last)
    );
  });
}

test('nothing is lost, nothing is left too much, and no two pieces share anything', () => {
  fc.assert(
    fc.property(boxes, fc.array(boxes, { maxLength: 4 }), (one, others) => {
      const pieces = without(one, others) ?? [];
      for (const point of points) {
        const wanted = has(one, point) && !others.some((other) => has(other, point));
        assert.is(pieces.filter((piece) => has(piece, point)).length, wanted ? 1 : 0);
      }
      assert.is(covers(others, one), pieces.length === 0);
    }),
    { numRuns: 200 },
  );
});

test('what two boxes share', () => {
  fc.assert(
    fc.property(boxes, boxes, (one, other) => {
      const shared = points.filter((point) => has(one, point) && has(other, point));
      assert.equal(
        points.filter((point) => has(intersect(one, other), point)),
        shared,
      );
      assert.is(isDisjoint(one, other), shared.length === 0);
      assert.is(isEmptyBox(intersect(one, other)), shared.length === 0);
    }),
  );
});

test('everything covers everything, and the same box has the same text', () => {
  assert.ok(covers([everything], everything));
  assert.not(covers([box(['letter', Words.of('a')])], everything));
  const sides = [['letter', Words.of('a')] as const, ['other', Words.of('b')] as const];
  assert.is(textOfBox(box(...sides)), textOfBox(box(...sides.toReversed())));
});

test('too many pieces count as not covered', () => {
  const many = Array.from({ length: 14 }, (_, index) =>
    box([`one ${index}`, Words.of('a')], [`two ${index}`, Words.of('b')]),
  );
  assert.is(without(everything, many), undefined);
  assert.not(covers(many, everything));
});

test('grants beyond others, with the words of what they were', () => {
  const object = {
    cluster: '',
    tenant: '',
    application: 'a',
    group: '',
    kind: 'Box',
    namespace: '',
    name: 'b',
    file: '',
  };
  const grant = (words: string, ...letters: string[]) => ({
    box: box(['letter', Words.of(...letters)]),
    words,
    object,
    field: 'spec',
  });
  const old = [grant('a', 'a'), grant('b', 'b')];
  const now = [grant('a or b', 'a', 'b'), grant('b or c', 'b', 'c')];
  const found = beyond(
    now,
    old.map((one) => one.box),
  );
  assert.equal(
    found.map((one) => one.grant.words),
    ['b or c'],
  );
  assert.is(wordsBefore(now[1] as (typeof now)[0], old), 'b');
  assert.is(wordsBefore({ ...(now[1] as (typeof now)[0]), field: 'other' }, old), undefined);
});

test('of boxes that lie in each other the widest is told', () => {
  const item = (name: string, one: Box) => ({ name, box: one });
  const items = [
    item('a', box(['letter', Words.of('a')])),
    item('all', everything),
    item('b', box(['letter', Words.of('b')])),
  ];
  const names = (others: readonly Box[], excused: readonly Box[] = []) =>
    widestBeyond(items, others, excused).map(({ name }) => name);
  assert.equal(names([]), ['all']);
  assert.equal(names([everything]), []);
  assert.equal(names([], [everything]), []);
  assert.equal(names([box(['letter', Words.allBut('a')])]), ['all']);
});

test.run();
