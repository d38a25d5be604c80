// When one condition holds only where another does.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { conditionsCover, parseConditions } from './condition.ts';

const test = suite('conditions');

type Document = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const table: readonly (readonly [outer: Document, inner: Document, boolean])[] = [
  [{}, {}, true],
  [{}, { StringEquals: { a: 'x' } }, true],
  [{ StringEquals: { a: 'x' } }, {}, false],
  [{ StringEquals: { a: ['x', 'y'] } }, { StringEquals: { a: 'x' } }, true],
  [{ StringEquals: { a: 'x' } }, { StringEquals: { a: ['x', 'y'] } }, false],
  [{ StringEquals: { A: 'x' } }, { StringEquals: { a: 'x' } }, true],
  [{ StringEquals: { a: 'X' } }, { StringEquals: { a: 'x' } }, false],
  [{ StringLike: { a: 'x*' } }, { StringEquals: { a: 'xy' } }, true],
  [{ StringEquals: { a: 'x*' } }, { StringLike: { a: 'x*' } }, false],
  [{ StringLike: { a: 'x?' } }, { StringEquals: { a: 'x*' } }, true],
  [{ StringLike: { a: 'xy' } }, { StringEquals: { a: 'x*' } }, false],
  [{ StringLike: { a: '*' } }, { StringLike: { a: 'x*' } }, true],
  [{ StringEqualsIgnoreCase: { a: 'X' } }, { StringEquals: { a: 'x' } }, true],
  [{ StringEqualsIfExists: { a: 'x' } }, { StringEquals: { a: 'x' } }, true],
  [{ StringEquals: { a: 'x' } }, { StringEqualsIfExists: { a: 'x' } }, false],
  [{ StringNotEquals: { a: 'x' } }, { StringNotEquals: { a: ['x', 'y'] } }, true],
  [{ StringNotEquals: { a: ['x', 'y'] } }, { StringNotEquals: { a: 'x' } }, false],
  [{ StringNotEquals: { a: 'xy' } }, { StringNotLike: { a: 'x*' } }, true],
  [{ StringNotLike: { a: 'xy' } }, { StringNotLike: { a: 'x*' } }, true],
  [{ StringNotLike: { a: 'x*' } }, { StringNotLike: { a: 'xy' } }, false],
  [{ 'ForAllValues:StringEquals': { a: ['x', 'y'] } }, { 'ForAllValues:StringEquals': { a: 'x' } }, true],
  [{ 'ForAllValues:StringEquals': { a: 'x' } }, { StringEquals: { a: 'x' } }, false],
  [{ StringEquals: { a: 'x' } }, { 'ForAllValues:StringEquals': { a: 'x' } }, false],
  [{ 'ForAnyValue:StringEquals': { a: ['x', 'y'] } }, { 'ForAnyValue:StringEquals': { a: 'y' } }, true],
  [{ ArnLike: { a: 'arn:aws:s3:::acme*' } }, { ArnEquals: { a: 'arn:aws:s3:::acme' } }, true],
  [{ ArnLike: { a: 'arn:aws:s3:::acme' } }, { ArnLike: { a: 'arn:aws:s3:::*' } }, false],
  [{ Bool: { 'aws:SecureTransport': 'true' } }, { Bool: { 'aws:SecureTransport': true } }, true],
  [{ Bool: { a: 'true' } }, { Bool: { a: 'false' } }, false],
  [{ NumericLessThan: { a: '10' } }, { NumericLessThan: { a: 5 } }, true],
  [{ NumericLessThan: { a: 5 } }, { NumericLessThan: { a: 10 } }, false],
  [{ NumericGreaterThan: { a: 5 } }, { NumericGreaterThan: { a: 10 } }, true],
  [{ DateLessThan: { a: '2027-01-01T00:00:00Z' } }, { DateLessThan: { a: '2026-01-01T00:00:00Z' } }, true],
  [{ IpAddress: { a: '192.0.2.0/24' } }, { IpAddress: { a: '192.0.2.7' } }, true],
  [{ IpAddress: { a: '192.0.2.0/24' } }, { IpAddress: { a: '192.0.0.0/16' } }, false],
  [{ IpAddress: { a: '::/0' } }, { IpAddress: { a: '192.0.2.0/24' } }, false],
  [{ NotIpAddress: { a: '192.0.2.0/24' } }, { NotIpAddress: { a: '192.0.0.0/16' } }, true],
  [{ Null: { a: 'false' } }, { StringEquals: { a: 'x' } }, true],
  [{ Null: { a: 'false' } }, { StringEqualsIfExists: { a: 'x' } }, false],
  [{ Null: { a: 'true' } }, { StringEquals: { a: 'x' } }, false],
  [{ BinaryEquals: { a: 'QQ==' } }, { BinaryEquals: { a: 'QQ==' } }, true],
  [{ Unheard: { a: 'x' } }, { Unheard: { a: 'x' } }, true],
  [{ Unheard: { a: 'x' } }, { Unheard: { a: 'y' } }, false],
];

for (const [outer, inner, expected] of table) {
  test(`${JSON.stringify(outer)} covers ${JSON.stringify(inner)}: ${expected}`, () => {
    const [one, other] = [parseConditions(outer), parseConditions(inner)];
    assert.is(conditionsCover(one ?? [], other ?? []), expected);
  });
}

test('what is no condition is none', () => {
  for (const value of [
    'x',
    [],
    { StringEquals: 'x' },
    { StringEquals: { a: { b: 1 } } },
    { 'a b': { c: 'd' } },
  ]) {
    assert.is(parseConditions(value), undefined, JSON.stringify(value));
  }
});

test.run();
