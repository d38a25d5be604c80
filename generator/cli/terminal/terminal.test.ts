// What a terminal is given: nothing it would obey, and columns that line up.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderTable } from './table.ts';
import { clip, visible, widthOf } from './visible.ts';

const test = suite('terminal');

for (const [text, shown] of [
  ['plain text, `a` & b', 'plain text, `a` & b'],
  ['\u001b[31mred\u001b[0m', '\\u{1b}[31mred\\u{1b}[0m'],
  ['a\tb\r\nc', 'a\\u{9}b\\u{d}\\u{a}c'],
  ['\u202eevil\u2069', '\\u{202e}evil\\u{2069}'],
  ['a\u200bb\ufeff\u00a0', 'a\\u{200b}b\\u{feff}\\u{a0}'],
  ['\u0085\u007f\u009b1m', '\\u{85}\\u{7f}\\u{9b}1m'],
  ['\ud800', '\\u{d800}'],
  ['Zürich 保険 👩', 'Zürich 保険 👩'],
] as const) {
  test(`shows ${JSON.stringify(text)} as it may be shown`, () => assert.is(visible(text), shown));
}

for (const [text, width] of [
  ['', 0],
  ['abc', 3],
  ['Zürich', 6],
  ['保険', 4],
  ['e\u0301', 1],
  ['👍', 2],
] as const) {
  test(`counts ${width} columns for ${JSON.stringify(text)}`, () => assert.is(widthOf(text), width));
}

test('cuts what does not fit, and nothing else', () => {
  assert.is(clip('abcde', 5), 'abcde');
  assert.is(clip('abcdef', 5), 'abcd…');
  assert.is(clip('保険保険', 5), '保険…');
});

test('aligns words to the left and numbers to the right', () => {
  const rows = [
    ['a', '1', 'x\ny'],
    ['保険', '100', ''],
  ];
  assert.is(
    renderTable(['name', 'count', 'note'], rows, [1]),
    'name  count  note\na         1  x\\u{a}y\n保険    100\n',
  );
});

test.run();
