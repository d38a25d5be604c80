// Values as numbers: rows of text and number.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { duration, isDuration, isQuantity, number, quantity, rank, share, version } from './measures.ts';

const test = suite('measures');

test('numbers', () => {
  const rows = [
    [3, 3],
    ['3', 3],
    ['-1.5', -1.5],
    ['3m', undefined],
    ['', undefined],
    [undefined, undefined],
    [true, undefined],
  ];
  for (const [value, expected] of rows) assert.is(number(value), expected, String(value));
});

test('quantities', () => {
  assert.is(quantity('1'), quantity('1000m'));
  assert.is(quantity(1), quantity('1'));
  assert.ok((quantity('1Gi') ?? 0n) > (quantity('1G') ?? 0n));
  assert.is(quantity('much'), undefined);
  assert.is(quantity(undefined), undefined);
  assert.ok(isQuantity('1Mi'));
  assert.not(isQuantity('1Bi'));
});

test('durations, in seconds', () => {
  const rows = [
    ['1h30m', 5400],
    ['500ms', 0.5],
    ['15d', 1_296_000],
    ['2w', 1_209_600],
    ['1.5s', 1.5],
    ['90', undefined],
    ['1x', undefined],
    [60, undefined],
  ];
  for (const [value, expected] of rows) assert.is(duration(value), expected, String(value));
  assert.ok(isDuration('1m'));
  assert.not(isDuration('m'));
});

test('versions, number by number', () => {
  const sorted = ['7', '7.1', '10.11.18', '11.4', '11.4.2', '11.4.12', '11.8', '12.3.2', 'v13'];
  for (const [index, text] of sorted.slice(1).entries()) {
    assert.ok(Number(version(text)) > Number(version(sorted[index])), `${sorted[index]} < ${text}`);
  }
  assert.is(version('v1.35'), version('1.35.0'));
  assert.is(version(7.1), version('7.1'));
  assert.is(version('stable'), undefined);
  assert.is(version(undefined), undefined);
  assert.is(version('1.2.3.4.5'), undefined);
});

test('shares and ranks', () => {
  assert.is(share('25%'), 25);
  assert.is(share(2), 2);
  assert.is(share('2'), 2);
  const strength = rank('privileged', 'baseline', 'restricted');
  assert.is(strength('privileged'), 0);
  assert.is(strength('restricted'), 2);
  assert.is(strength('other'), undefined);
});

test.run();
