// Which texts with stars stand for more than which others; and, on random ones, never for less than is said.
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { coversResource } from './arn.ts';
import { covers, mayMeet, parseGlob } from './glob.ts';

const test = suite('glob');

const table: readonly (readonly [outer: string, inner: string, boolean])[] = [
  ['*', '*', true],
  ['*', 's3:GetObject', true],
  ['s3:*', 's3:Get*', true],
  ['s3:Get*', 's3:*', false],
  ['s3:Get*', 's3:GetObject', true],
  ['s3:GetObject', 's3:GetObject', true],
  ['s3:GetObject', 's3:GetObjectAcl', false],
  ['a?c', 'abc', true],
  ['a?c', 'a?c', true],
  ['a?c', 'a*c', false],
  ['a*b*c', 'a1b2c', true],
  ['a*b*c', 'a*b*c', true],
  ['a*c', 'a*b*c', true],
  ['a*b*c', 'a*c', false],
  ['**', '*', true],
  ['', '', true],
  ['', 'a', false],
  [`t-\${aws:username}/*`, `t-\${aws:username}/x`, true],
  [`t-\${aws:username}`, `t-\${aws:userid}`, false],
  [`t-*`, `t-\${aws:username}`, true],
  [`t-?`, `t-\${aws:username}`, false],
  [`t-\${aws:username}`, 't-*', false],
  ['a*', `a\${*}`, true],
  [`a\${*}`, 'a*', false],
];

for (const [outer, inner, expected] of table) {
  test(`${outer} covers ${inner}: ${expected}`, () =>
    assert.is(covers(parseGlob(outer), parseGlob(inner)), expected));
}

const resources: readonly (readonly [outer: string, inner: string, boolean])[] = [
  ['*', 'arn:aws:s3:::acme/*', true],
  ['arn:aws:s3:::acme/*', 'arn:aws:s3:::acme/claims/*', true],
  ['arn:aws:s3:::acme*', 'arn:aws:s3:::acme-eu/x', true],
  ['arn:aws:s3:::acme/*', 'arn:aws:s3:::acme-eu/x', false],
  ['arn:aws:sqs:*:111122223333:acme', 'arn:aws:sqs:us-east-1:111122223333:acme', true],
  // A star in the region does not reach into the account.
  ['arn:aws:sqs:*:acme', 'arn:aws:sqs:us-east-1:111122223333:acme', false],
  ['arn:aws:sqs:us-*:1:a', 'arn:aws:sqs:us-east-1:2:us-:1:a', false],
];

for (const [outer, inner, expected] of resources) {
  test(`resource ${outer} covers ${inner}: ${expected}`, () =>
    assert.is(coversResource(parseGlob(outer), parseGlob(inner)), expected));
}

const pattern = fc
  .array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 5 })
  .map((parts) => parts.join(''));
const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 }).map((parts) => parts.join(''));

function matches(glob: string, value: string): boolean {
  return new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(value);
}

test('what is covered is matched', () => {
  fc.assert(
    fc.property(pattern, pattern, text, (outer, inner, value) => {
      if (!covers(parseGlob(outer), parseGlob(inner)) || !matches(inner, value)) return;
      assert.ok(matches(outer, value), `${outer} ${inner} ${value}`);
    }),
    { numRuns: 5000 },
  );
});

test('what never meets has no text in common', () => {
  fc.assert(
    fc.property(pattern, pattern, text, (a, b, value) => {
      if (mayMeet(parseGlob(a), parseGlob(b))) return;
      assert.not(matches(a, value) && matches(b, value), `${a} ${b} ${value}`);
    }),
    { numRuns: 5000 },
  );
});

test('a pattern covers itself and every text it matches', () => {
  fc.assert(
    fc.property(pattern, text, (glob, value) => {
      assert.ok(covers(parseGlob(glob), parseGlob(glob)), glob);
      assert.is(
        covers(parseGlob(glob), parseGlob(value, { isLiteral: true })),
        matches(glob, value),
        `${glob} ${value}`,
      );
    }),
  );
});

test.run();
