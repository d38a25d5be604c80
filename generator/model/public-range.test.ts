// Ranges of both versions: how they are spelled, which of them the internet has, and which lie in each other.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { holds, isPublic, overlaps, readRange } from './public-range.ts';

const test = suite('public ranges');

const read = (text: string) => {
  const range = readRange(text);
  if (range === undefined) throw new Error(`${text} is no range`);
  return range;
};

for (const [text, canonical] of [
  ['198.51.100.7/24', '198.51.100.0/24'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['2001:db8:40:0:0:0:0:1/48', '2001:db8:40::/48'],
  ['2001:DB8::/32', '2001:db8::/32'],
  ['::/0', '::/0'],
] as const) {
  test(`${text} is ${canonical}`, () => assert.is(read(text).canonical, canonical));
}

for (const text of ['', '198.51.100.0', '198.51.100.0/33', '300.1.1.0/24', '2001:db8::/129', 'acme/24']) {
  test(`"${text}" is no range`, () => assert.is(readRange(text), undefined));
}

for (const text of ['9.0.0.0/8', '198.51.100.0/24', '203.0.113.9/32', '2001:db8:40::/48', '2600:1f00::/24']) {
  test(`${text} is public`, () => assert.is(isPublic(read(text)), true));
}

for (const text of [
  '8.0.0.0/6',
  '10.16.0.0/16',
  '100.66.0.0/16',
  '127.0.0.1/32',
  '169.254.169.254/32',
  '172.0.0.0/8',
  '192.168.1.0/24',
  '224.0.0.0/8',
  '255.255.255.255/32',
  '::1/128',
  '::ffff:10.0.0.0/104',
  'fd00::/48',
  'fe80::/10',
  '2002:a00::/24',
  '64:ff9b::/96',
]) {
  test(`${text} is not`, () => assert.is(isPublic(read(text)), false));
}

test('one version never lies in the other', () => {
  assert.is(overlaps(read('0.0.0.0/0'), read('::/0')), false);
  assert.is(holds(read('::/0'), read('0.0.0.0/0')), false);
});

test('a range lies in itself and in wider ones', () => {
  assert.is(holds(read('2001:db8::/32'), read('2001:db8:40::/48')), true);
  assert.is(holds(read('2001:db8:40::/48'), read('2001:db8::/32')), false);
  assert.is(holds(read('198.51.100.0/24'), read('198.51.100.0/24')), true);
  assert.is(overlaps(read('198.51.100.0/24'), read('198.51.101.0/24')), false);
});

test.run();
