// Values → YAML text: the exact text for each shape, the refusals, and that reading is the inverse of writing.

import fc from 'fast-check';
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { documents, embed } from './testing/documents.ts';
import { sameText } from './testing/same.ts';
import { treacherous } from './testing/treacherous.ts';
import { renderYaml } from './yaml.ts';

const test = suite('yaml');

const cyclic: Record<string, unknown> = {};
cyclic.again = [cyclic];

const texts: [value: unknown, expected: string][] = [
  [{ b: 1, a: { d: true, c: null } }, 'a:\n  c: null\n  d: true\nb: 1\n'],
  [{ list: [1, 'x'], empty: [], none: {} }, 'empty: []\nlist:\n- 1\n- x\nnone: {}\n'],
  [{ list: [{ b: [2], name: 'x' }] }, 'list:\n- name: x\n  b:\n  - 2\n'],
  [[[1, [2]], [], {}, [{ a: 1, b: 2 }]], '- - 1\n  - - 2\n- []\n- {}\n- - a: 1\n    b: 2\n'],
  [{ a: undefined, b: { c: undefined } }, 'b: {}\n'],
  [{ text: 'a\n\n  b\n' }, 'text: |\n  a\n\n    b\n'],
  [[{ text: 'a\nb' }, 'c\n\n'], '- text: |-\n    a\n    b\n- |+\n  c\n\n'],
  [{ text: 'a \nb\n ' }, 'text: "a \\nb\\n "\n'],
  ['a\n---\nb', '|-\n  a\n  ---\n  b\n'],
  [{ no: 'no', '8080': '8080', 'a: b': 'a: b' }, '"8080": "8080"\n"a: b": "a: b"\n"no": "no"\n'],
  [{ '<<': '=', '': '' }, '"": ""\n"<<": "="\n'],
  ['\x7f\x85\u2028\ufeff\u202e"\\', '"\\u007f\\u0085\\u2028\\ufeff\\u202e\\"\\\\"\n'],
  ['é 😀', '"é 😀"\n'],
  [[1e-7, -2.5e-9, -0, 2 ** 53 - 1, 0.1], '- 1.0e-7\n- -2.5e-9\n- 0\n- 9007199254740991\n- 0.1\n'],
  [[], '[]\n'],
  [{}, '{}\n'],
];

for (const [value, expected] of texts) {
  test(`writes ${JSON.stringify(value)}`, () => assert.is(renderYaml(value), expected));
}

const refusals: [value: unknown, expected: string][] = [
  [{ a: [1, { b: Number.NaN }] }, 'cannot write the number NaN as YAML, at ["a"][1]["b"]'],
  [[Number.POSITIVE_INFINITY], 'cannot write the number Infinity as YAML, at [0]'],
  [{ a: 2 ** 53 }, 'cannot write the number 9007199254740992 as YAML, at ["a"]'],
  [{ a: [undefined] }, 'cannot write undefined as YAML, at ["a"][0]'],
  [undefined, 'cannot write undefined as YAML, at the top'],
  [{ a: () => 1 }, 'cannot write a function as YAML, at ["a"]'],
  [{ a: 1n }, 'cannot write a bigint as YAML, at ["a"]'],
  [{ a: new Date(0) }, 'cannot write an instance of Date as YAML, at ["a"]'],
  [{ a: 'x\ud800' }, 'cannot write a string with half a surrogate pair as YAML, at ["a"]'],
  [{ '\udc00': 1 }, 'cannot write a string with half a surrogate pair as YAML, at ["\\udc00"]'],
];

for (const [value, expected] of refusals) {
  test(expected, () => assert.is(messageOf(value), expected));
}

test('refuses a cycle and a key too long to be found', () => {
  assert.match(messageOf(cyclic), /^cannot write more than 100 levels as YAML, at \["again"\]\[0\]/);
  assert.match(messageOf({ ['k'.repeat(1_001)]: 1 }), /^cannot write a key that takes 1001 characters/);
  assert.not.throws(() => renderYaml({ ['k'.repeat(1_000)]: 1 }));
});

test('a refusal leaves nothing behind for the next document', () => {
  messageOf({ a: 1, b: undefined, c: [undefined] });
  assert.is(renderYaml({ a: 1 }), 'a: 1\n');
});

test('reads back what it wrote, for every treacherous string in every place', () => {
  for (const value of treacherous.flatMap(embed)) requireReadable(value);
});

test('reads back what it wrote, for random documents', () => {
  fc.assert(fc.property(documents, requireReadable), { numRuns: 1_000 });
});

test('writes the same text whatever order the keys come in', () => {
  fc.assert(
    fc.property(documents, (value) => assert.is(renderYaml(reverseKeys(value)), renderYaml(value))),
    { numRuns: 300 },
  );
});

test('writes no line that ends in a blank, and no character that a reviewer cannot see', () => {
  const seen = { control: 0 };
  for (const value of treacherous.flatMap(embed)) {
    const text = renderYaml(value);
    assert.not.match(text, /[^\n\P{Cc}\t]|[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u);
    if (text.includes('\\u')) seen.control += 1;
  }
  assert.ok(seen.control > 100);
});

function requireReadable(value: unknown): void {
  const text = renderYaml(value);
  assert.is(sameText(load(text)), sameText(value));
  assert.is(sameText(parse(text)), sameText(value));
}

function messageOf(value: unknown): string {
  try {
    return renderYaml(value);
  } catch (error) {
    return (error as Error).message;
  }
}

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reverseKeys(member)]),
  );
}

test.run();
