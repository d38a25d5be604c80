// When one host name lies inside another.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isWithin, zonesOf } from './hosts.ts';

const test = suite('hosts');

for (const [host, zone, answer] of [
  ['acme.example', 'acme.example', true],
  ['portal.acme.example', 'acme.example', true],
  ['a.b.acme.example', 'acme.example', true],
  ['notacme.example', 'acme.example', false],
  ['acme.example', 'portal.acme.example', false],
  ['acme.example.evil.example', 'acme.example', false],
] as const) {
  test(`${host} is ${answer ? '' : 'not '}within ${zone}`, () => assert.is(isWithin(host, zone), answer));
}

test('zones, nearest first', () => {
  assert.equal(zonesOf('a.b.example'), ['a.b.example', 'b.example', 'example']);
});

test.run();
