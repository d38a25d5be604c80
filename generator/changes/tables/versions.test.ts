// Which way versions, schedules and ranges go; and what braces stand for.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Direction } from '../directions.ts';
import { number } from '../measures.ts';
import { narrowerRange, widerRange } from './cloud/ranges.ts';
import { sparser } from './schedules.ts';
import { expand } from './tell.ts';
import { comesAs, raisedByLess, setToFalse, turnedOff, turnedOn, zeroed } from './turns.ts';
import { another, newer, newerMajor, older, otherRepository } from './versions.ts';

const test = suite('directions of tables');

const image = (repository: string, tag: string) => `xpkg.upbound.io/upbound/${repository}${tag}`;

const rows: readonly (readonly [Direction, before: unknown, after: unknown, boolean])[] = [
  [older, '11.4.8', '11.4.5', true],
  [older, '11.4.8', '11.4', false],
  [older, '11.4', '11.4.8', false],
  [older, '11.4.8', undefined, false],
  [newer, '11.4.8', '11.4.10', true],
  [newer, '11.4', '11.4.8', true],
  [newer, '11.4.8', '11.4', false],
  [newer, 'latest', '11.4', false],
  [newerMajor(2), '11.4.8', '11.8.4', true],
  [newerMajor(2), '11.4.8', '11.4.9', false],
  [newerMajor(2), '11.4', '11.4.9', false],
  [newerMajor(1), '11.4.8', '12.3.1', true],
  [older, image('a', ':v2.8.1'), image('a', ':v2.7.0'), true],
  [newer, image('a', ':v2.8.1'), image('a', ':v2.10.0'), true],
  [newer, image('a', ':v2.8.1'), image('a', '@sha256:00000000000000000000000000000009'), false],
  [another, image('a', ':v2.8.1'), image('a', '@sha256:00000000000000000000000000000009'), true],
  [another, image('a', ':v2.8.1'), image('a', ':v2.8.2'), false],
  [another, image('a', ':v2.8.1'), image('b', ':v2.8.1'), false],
  [otherRepository, image('a', ':v2.8.1'), image('a', ':v2.8.2'), false],
  [otherRepository, image('a', ':v2.8.1'), image('b', ':v2.8.1'), true],
  [otherRepository, 'registry.example:5000/a:v1', 'registry.example:5000/a@sha256:00', false],
  [sparser, 'cron(0 5 * * ? *)', 'cron(0 5 ? * SUN *)', true],
  [sparser, 'cron(0 5 ? * SUN *)', 'cron(0 5 * * ? *)', false],
  [sparser, '0 3 * * *', 'whenever', true],
  [sparser, '0 3 * * *', undefined, true],
  [sparser, undefined, '0 3 * * *', false],
  [widerRange, '10.0.0.0/16', '10.0.0.0/8', true],
  [widerRange, '10.0.0.0/16', '10.0.1.0/24', false],
  [widerRange, '10.0.0.0/16', '2001:db8::/32', true],
  [widerRange, '10.0.0.0/16', undefined, false],
  [widerRange, '10.0.0.0/16', 'everywhere', true],
  [narrowerRange, '10.0.0.0/16', '10.0.1.0/24', true],
  [narrowerRange, '10.0.0.0/16', '10.0.0.0/8', false],
  [raisedByLess(number, 10), 400, 439, true],
  [raisedByLess(number, 10), 400, 440, false],
  [raisedByLess(number, 10), 400, 300, false],
  [turnedOn, undefined, true, true],
  [turnedOn, true, undefined, false],
  [turnedOff, true, undefined, true],
  [turnedOff, undefined, false, false],
  [setToFalse, undefined, false, true],
  [setToFalse, true, undefined, false],
  [zeroed, 7, 0, true],
  [zeroed, undefined, 0, false],
  [comesAs(false), undefined, false, true],
  [comesAs(false), true, false, false],
];

for (const [direction, before, after, expected] of rows) {
  test(`${direction.name}: ${before} → ${after}: ${expected}`, () =>
    assert.is(direction.holds(before, after), expected));
}

test('braces stand for each of what is in them', () => {
  assert.equal(expand('plain'), ['plain']);
  assert.equal(expand('key{,Ref}'), ['key', 'keyRef']);
  assert.equal(expand('{a,b}.c{d,e}'), ['a.cd', 'a.ce', 'b.cd', 'b.ce']);
});

test.run();
