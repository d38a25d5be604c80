// IPv4 ranges: what they hold and how they are spelled.
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { canonicalRange, contains, isPublic, overlap, parseRange, type Range } from './cidr.ts';

const test = suite('cidr');

for (const text of ['10.0.0.256/8', '10.0.0.0/33', '10.0.0.0', '::/0', '']) {
  test(`\`${text}\` is no range`, () => assert.is(parseRange(text), undefined));
}

for (const [text, canonical] of [
  ['10.16.0.0/16', '10.16.0.0/16'],
  ['10.16.1.2/16', '10.16.0.0/16'],
  ['10.16.1.2/32', '10.16.1.2/32'],
  ['255.255.255.255/1', '128.0.0.0/1'],
  ['10.16.0.0/08', '10.0.0.0/8'],
] as const) {
  test(`${text} is spelled ${canonical}`, () => assert.is(canonicalRange(text), canonical));
}

test('the first and the last address', () => {
  assert.equal(parseRange('10.16.0.0/16'), {
    text: '10.16.0.0/16',
    first: 0x0a100000,
    last: 0x0a10ffff,
    bits: 16,
  });
  assert.is(parseRange('0.0.0.0/0')?.last, 2 ** 32 - 1);
});

for (const [text, expected] of [
  ['8.8.8.8/32', true],
  ['203.0.113.0/24', true],
  ['10.0.0.0/8', false],
  ['172.31.255.0/24', false],
  ['172.32.0.0/24', true],
  ['100.127.255.255/32', false],
  ['100.128.0.0/24', true],
  ['169.254.169.254/32', false],
  ['127.0.0.1/32', false],
  ['224.0.0.1/32', false],
  ['255.255.255.255/32', false],
  ['8.0.0.0/6', false],
  ['0.0.0.0/0', false],
] as const) {
  test(`${text} is ${expected ? '' : 'not '}public`, () => {
    assert.is(isPublic(parseRange(text) as Range), expected);
  });
}

const range = fc
  .tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 }))
  .map(([address, bits]) => parseRange(`${address}/${bits}`) as Range);

test('two ranges overlap only when one holds the other', () => {
  fc.assert(
    fc.property(range, range, (one, other) => {
      assert.is(overlap(one, other), contains(one, other) || contains(other, one));
    }),
  );
});

test.run();
