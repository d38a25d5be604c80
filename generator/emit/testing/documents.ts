// Documents around treacherous strings: each in every place, and random ones. Knows nothing of how they are written or read.

import fc from 'fast-check';
import { treacherous } from './treacherous.ts';

const pieces = fc.constantFrom(
  ...[
    ...'\n\n\n\t  :#-?,[]{}&*!|>\'"%@`=~<._/\\0159eExyno',
    ' #',
    ': ',
    '- ',
    '\r',
    '\x85',
    '\u2028',
    '\ufeff',
    'é',
    '😀',
  ],
  ...['\n\n', '\n  ', '---', '...', 'null', 'word', 'Word/x'],
);

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...treacherous.filter((trap) => trap.length < 100)) },
  { weight: 3, arbitrary: fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 30 }) },
);

const number = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -10, max: 10_000 }),
  fc.double({ noDefaultInfinity: true, noNaN: true }).filter((value) => !Number.isInteger(value)),
);

/** Random plain data, three levels deep at most; every string in it, keys too, may be treacherous. */
export const documents = fc.letrec<{ node: unknown; block: unknown }>((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, text, tie('block'), number, fc.constantFrom(true, false, null)),
  block: fc.oneof(
    fc.array(tie('node'), { maxLength: 5 }),
    fc.dictionary(text, tie('node'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).block;

/** A trap as a value, a key (unless it is too long for one), an item, and deeper down, one document each. */
export function embed(trap: string): unknown[] {
  const key = trap.length < 1_000 ? Object.fromEntries([[trap, trap]]) : {};
  return [trap, { value: trap }, key, [trap], { deep: [[trap, key], { list: [key, trap] }] }];
}
