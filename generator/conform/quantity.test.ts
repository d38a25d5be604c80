// Quantities by table: what the API server reads as equal is equal here, and what it refuses is refused.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseQuantity } from './quantity.ts';

const test = suite('quantity');
const one = 1_000_000_000n;

const rows: readonly (readonly [text: string | number, value: bigint | undefined])[] = [
  ['1', one],
  [1, one],
  [0.1, one / 10n],
  ['100m', one / 10n],
  ['.5', one / 2n],
  ['2.', 2n * one],
  ['1n', 1n],
  ['1e3', 1000n * one],
  ['1E3', 1000n * one],
  ['1E', 10n ** 18n * one],
  ['12e-1', (12n * one) / 10n],
  ['-1k', -1000n * one],
  ['1Ki', 1024n * one],
  ['1.5Gi', 1536n * 1024n * 1024n * one],
  ['', undefined],
  ['1 Gi', undefined],
  ['1GiB', undefined],
  ['1K', undefined],
  ['1e', undefined],
  ['1e99', undefined],
  ['one', undefined],
];

for (const [text, value] of rows) {
  test(JSON.stringify(text), () => {
    assert.is(parseQuantity(text), value);
  });
}

test.run();
