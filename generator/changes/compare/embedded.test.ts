// Which texts hold a document, and which only look like one.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseDocument, parseEmbedded } from './embedded.ts';

const test = suite('embedded documents');

const rows: readonly (readonly [text: string, document: object | undefined])[] = [
  ['{"a":1}', { a: 1 }],
  [' \n[1, 2]', [1, 2]],
  ['{a: 1}', { a: 1 }],
  ['{"a":', undefined],
  ['[a', undefined],
  ['a: 1\nb: 2\n', { a: 1, b: 2 }],
  ['"a": 1\n', { a: 1 }],
  ['*.example:\n  a: 1\n', undefined],
  ['- a: 1\n- b: 2\n', [{ a: 1 }, { b: 2 }]],
  ['# Comment.\na:\n  b: 1\n', { a: { b: 1 } }],
  ['a: 1', undefined],
  ['one line\nand another\n', undefined],
  ['a: b: c\n', undefined],
  ['https://a.example\nhttps://b.example\n', undefined],
  ['p, role:deployer, applications, get, allow\ng, a, b\n', undefined],
  ['a: &x 1\nb: *x\n', undefined],
  ['', undefined],
  ['null', undefined],
  ['"text"', undefined],
  ['12', undefined],
  ['   {nothing', undefined],
];

for (const [text, document] of rows) {
  test(JSON.stringify(text), () => assert.equal(parseDocument(text), document));
}

test('both sides must hold one', () => {
  assert.equal(parseEmbedded('{"a":1}', '{"a":2}'), { before: { a: 1 }, after: { a: 2 } });
  assert.is(parseEmbedded('{"a":1}', 'text'), undefined);
  assert.is(parseEmbedded('text', '{"a":1}'), undefined);
});

test.run();
