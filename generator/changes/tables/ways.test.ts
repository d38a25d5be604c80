// Which way values go, where a switch is on by itself and where a list is written as one text.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Direction } from '../directions.ts';
import { letsInMoreCallers } from './callers.ts';
import { backOn, differs, finds, gains, loses, present, putOff } from './ways.ts';

const test = suite('ways');
const nothing = undefined;
const length = differs('length', (value) => String(value).length);

const rows: readonly (readonly [Direction, before: unknown, after: unknown, holds: boolean])[] = [
  [present, nothing, 1, true],
  [present, 1, 2, true],
  [present, 1, nothing, false],
  [backOn, false, true, true],
  [backOn, false, nothing, true],
  [backOn, nothing, true, false],
  [backOn, true, false, false],
  [putOff, true, false, true],
  [putOff, nothing, false, true],
  [putOff, false, nothing, false],
  [gains, nothing, 'a', true],
  [gains, 'a,b', 'b, c', true],
  [gains, 'a,b', 'b, a', false],
  [gains, 'a', nothing, false],
  [loses, 'a,b', 'b', true],
  [loses, 'a', 'b,a', false],
  [loses, 'a', nothing, true],
  [length, 'a', 'bc', true],
  [length, 'a', 'b', false],
  [length, nothing, 'b', false],
  [letsInMoreCallers, nothing, '10.0.0.0/8', false],
  [letsInMoreCallers, '10.0.0.0/8', nothing, true],
  [letsInMoreCallers, '10.0.0.0/8', '0.0.0.0/0', true],
  [letsInMoreCallers, '0.0.0.0/0', nothing, false],
  [letsInMoreCallers, '10.0.0.0/8', '10.1.0.0/16, 10.2.3.4', false],
  [letsInMoreCallers, '10.0.0.0/9, 10.128.0.0/9', '10.0.0.0/8', false],
  [letsInMoreCallers, '10.0.0.0/8', '10.0.0.0/8, fd00::/8', true],
  [letsInMoreCallers, 'pl-1', 'pl-1', false],
  [letsInMoreCallers, 'pl-1', 'pl-1,pl-2', true],
];

for (const [way, before, after, holds] of rows) {
  test(`${way.name}: ${before} → ${after}`, () => assert.is(way.holds(before, after), holds));
}

test('only what is there afterwards tells of a new object', () => {
  assert.equal(
    [present, backOn, putOff, gains, loses, length].map((way) => way.tellsOfNew),
    [true, false, false, false, false, false],
  );
});

test('what a text has', () => {
  assert.equal(
    ['ab', 'b', nothing, 1].map((value) => finds(/a/)(value)),
    [1, 0, 0, 0],
  );
});

test.run();
