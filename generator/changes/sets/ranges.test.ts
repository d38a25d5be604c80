// Ranges of numbers and of addresses: rows, and that they do what sets do.
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { blocks, hasInstanceMetadata, isMostOfTheWorld } from './addresses.ts';
import { type Range, Ranges } from './ranges.ts';

const test = suite('ranges');
const space: Range = { first: 0n, last: 20n };

const ranges = fc
  .array(fc.tuple(fc.bigInt({ min: 0n, max: 20n }), fc.bigInt({ min: 0n, max: 20n })), { maxLength: 4 })
  .map(
    (pairs) =>
      new Ranges(
        space,
        pairs.map(([first, last]) => ({ first, last })),
      ),
  );

function has(one: Ranges, number: bigint): boolean {
  return one.ranges.some(({ first, last }) => first <= number && number <= last);
}

test('adjacent and overlapping ranges are one', () => {
  const merged = new Ranges(space, [
    { first: 5n, last: 7n },
    { first: 8n, last: 9n },
    { first: 1n, last: 2n },
    { first: 6n, last: 6n },
  ]);
  assert.is(merged.text, '1-2,5-9');
  assert.is(merged.size, 7n);
});

test('both and neither are told number by number', () => {
  fc.assert(
    fc.property(ranges, ranges, fc.bigInt({ min: 0n, max: 20n }), (one, other, number) => {
      assert.is(has(one.and(other), number), has(one, number) && has(other, number));
      assert.is(has(one.not(), number), !has(one, number));
    }),
  );
});

test('blocks of addresses', () => {
  const rows: [one: string[], other: string[], isSame: boolean][] = [
    [['10.0.0.0/24', '10.0.1.0/24'], ['10.0.0.0/23'], true],
    [['10.0.0.7/24'], ['10.0.0.0/24'], true],
    [['10.0.0.1'], ['10.0.0.1/32'], true],
    [['10.0.0.0/24'], ['10.0.1.0/24'], false],
    [['fd00::/65', 'fd00:0:0:0:8000::/65'], ['fd00::/64'], true],
    [['::/0'], ['0.0.0.0/0'], false],
    [['0.0.0.0/1', '128.0.0.0/1'], ['0.0.0.0/0'], true],
    [['::ffff:10.0.0.1/128'], ['10.0.0.1/32'], false],
  ];
  for (const [one, other, isSame] of rows) {
    assert.is(blocks(one)?.text === blocks(other)?.text, isSame, `${one} and ${other}`);
  }
  for (const text of ['10.0.0.0/33', 'any', '10.0.0.0/x', '10.0/8', ''])
    assert.is(blocks([text]), undefined, text);
});

test('what nearly everybody is in, and what tells the rights of a node', () => {
  for (const text of ['0.0.0.0/0', '::/0', '128.0.0.0/1'])
    assert.ok(isMostOfTheWorld(blocks([text]) as Ranges), text);
  const holes = blocks(['0.0.0.0/0'])?.and(
    blocks(['10.0.0.0/8', '169.254.169.254/32'])?.not() as Ranges,
  ) as Ranges;
  assert.ok(isMostOfTheWorld(holes));
  assert.not(hasInstanceMetadata(holes));
  assert.not(isMostOfTheWorld(blocks(['10.0.0.0/8', 'fd00::/8']) as Ranges));
  assert.ok(hasInstanceMetadata(blocks(['169.254.0.0/16']) as Ranges));
  assert.not(hasInstanceMetadata(blocks(['169.254.170.23/32']) as Ranges));
});

test.run();
