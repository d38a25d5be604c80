// Addresses and ranges, held against Node's own.
import { BlockList } from 'node:net';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { edgesOf, isIn, overlaps } from './address.ts';

const test = suite('address');
const ranges = ['0.0.0.0/0', '10.16.0.0/12', '10.16.64.0/27', '255.255.255.255/32', '100.64.0.0/10'];
const long = ['::/0', '2001:db8:40::/48', 'fd00:ec2::254/128', '::ffff:0:0/96'];
const addresses = [...ranges.flatMap(edgesOf), '0.0.0.0', '10.31.255.255'];

test('an address is in a range as Node says', () => {
  for (const [family, cidrs, those] of [
    ['ipv4', ranges, addresses],
    ['ipv6', long, ['::', '::1', '2001:db8:40::1', '2001:db8:41::', 'fd00:ec2::254', '::ffff:0:1', 'ff00::']],
  ] as const) {
    for (const cidr of cidrs) {
      const list = new BlockList();
      const [network = '', bits] = cidr.split('/');
      list.addSubnet(network, Number(bits), family);
      for (const each of those) assert.is(isIn(each, cidr), list.check(each, family), `${each} in ${cidr}`);
    }
  }
});

test('families have nothing to do with each other', () => assert.not(isIn('::1', '0.0.0.0/0')));

test('the edges of a range are its first and last address and what is beside them', () => {
  assert.equal(edgesOf('10.0.0.0/30'), ['9.255.255.255', '10.0.0.0', '10.0.0.3', '10.0.0.4']);
  assert.equal(edgesOf('0.0.0.0/0'), ['0.0.0.0', '255.255.255.255']);
  assert.equal(edgesOf('10.0.0.7/32'), ['10.0.0.6', '10.0.0.7', '10.0.0.7', '10.0.0.8']);
});

test('ranges overlap where one holds a part of the other', () => {
  assert.ok(overlaps('10.0.0.0/24', '10.0.0.128/25'));
  assert.ok(overlaps('10.0.0.128/25', '10.0.0.0/24'));
  assert.not(overlaps('10.0.0.0/25', '10.0.0.128/25'));
});

test.run();
