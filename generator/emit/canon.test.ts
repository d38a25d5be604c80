// The order of keys, as a table.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { orderKeys } from './canon.ts';

const test = suite('canon');

const rows: [under: string, keys: string, expected: string][] = [
  ['', 'spec data status metadata kind apiVersion', 'apiVersion kind metadata spec data status'],
  [
    'metadata',
    'uid annotations labels finalizers namespace name',
    'name namespace labels annotations finalizers uid',
  ],
  ['containers', 'image env name args', 'name args env image'],
  ['roleRef', 'name kind apiGroup', 'apiGroup kind name'],
  ['labels', 'tier a.example/b Zone tier-2 _x 10 9', '10 9 Zone _x a.example/b tier tier-2'],
  ['data', 'é z Z ａ 😀', 'Z z é 😀 ａ'],
  ['', '', ''],
];

for (const [under, keys, expected] of rows) {
  test(`${under || 'the top'}: ${expected || 'no keys'}`, () => {
    const names = keys.split(' ').filter(Boolean);
    for (const order of [names, names.toReversed(), names.toSorted()]) {
      const object = Object.fromEntries(order.map((key) => [key, 0]));
      assert.is(orderKeys(object, under).join(' '), expected);
    }
  });
}

test('a member without a value has no place', () => {
  assert.equal(orderKeys({ b: undefined, a: null, c: 0 }, ''), ['a', 'c']);
});

test.run();
