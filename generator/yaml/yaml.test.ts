// Every refusal of the YAML reader, by code and place, and what it lets through.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseYaml } from './yaml.ts';

const test = suite('parseYaml');

/** `line:column+length code`, one per diagnostic; or the value as JSON. */
function outcome(text: string): string {
  const parsed = parseYaml('tenants/acme.yaml', text);
  if ('value' in parsed) return JSON.stringify(parsed.value);
  return parsed.diagnostics
    .map(({ line, column, length, code }) => `${line}:${column}+${length ?? 0} ${code}`)
    .join(', ');
}

const accepted: readonly (readonly [string, string])[] = [
  ['a: 1\nb: [x, "y", null, true]\n', '{"a":1,"b":["x","y",null,true]}'],
  ['---\na: 1\n', '{"a":1}'],
  ['# a comment\n---\n# another\na: 1\n', '{"a":1}'],
  [
    'a: no\nb: on\nc: 12:30\nd: 2026-01-01\ne: 1_000\nf: "<<"\n',
    '{"a":"no","b":"on","c":"12:30","d":"2026-01-01","e":"1_000","f":"<<"}',
  ],
  ['a: |\n  x\n  y\nb: >-\n  x\n  y\n', '{"a":"x\\ny\\n","b":"x y"}'],
  ['a:\nb: ~\nc: ""\n', '{"a":null,"b":null,"c":""}'],
  ['a: 9007199254740991\nb: -1.5\nc: 0\nd: 0.1\n', '{"a":9007199254740991,"b":-1.5,"c":0,"d":0.1}'],
  ['a: {b: {c: [{d: 1}]}}\n', '{"a":{"b":{"c":[{"d":1}]}}}'],
  ['a: Société Générale 東京\n', '{"a":"Société Générale 東京"}'],
  ['toString: 1\n', '{"toString":1}'],
];

const refused: readonly (readonly [string, string])[] = [
  ['a: &x 1\nb: *x\n', '1:4+2 no-yaml-alias, 2:4+2 no-yaml-alias'],
  ['a: {<<: {b: 1}}\n', '1:5+2 no-yaml-alias'],
  ['*x : 1\n', '1:1+2 no-yaml-alias'],
  [
    'a: !!str 1\nb: !foo {x: 1}\nc: !!js/function "x"\n',
    '1:4+5 no-yaml-tag, 2:4+4 no-yaml-tag, 3:4+13 no-yaml-tag',
  ],
  ['a: !\n', '1:4+1 no-yaml-tag'],
  ['a: 1\nb: {c: 1, c: 2}\na: 3\n', '2:11+1 no-duplicate-key, 3:1+1 no-duplicate-key'],
  ['a: 1\n"a": 2\n', '2:1+3 no-duplicate-key'],
  ['a: 1\n---\nb: 2\n', '2:1+3 no-second-document'],
  ['a: 1\n...\n', '2:1+3 no-second-document'],
  ['%YAML 1.2\n---\na: 1\n', '1:1+9 no-yaml-directive'],
  ['%FOO\na: 1\n', '1:1+4 no-yaml-directive'],
  ['8080: a\ntrue: b\n~: c\n', '1:1+4 require-text-key, 2:1+4 require-text-key, 3:1+1 require-text-key'],
  ['? [a]\n: 1\n{b: 1}: 2\n', '1:3+0 no-complex-key, 3:1+0 no-complex-key'],
  [
    '__proto__: 1\na: {constructor: 1, prototype: 2}\n',
    '1:1+9 no-prototype-key, 2:5+11 no-prototype-key, 2:21+9 no-prototype-key',
  ],
  ['a: 9007199254740993\n', '1:4+16 no-lossy-number'],
  [
    'a: 012345678901\nb: 1.10\nc: 16.0\nd: 1e29\n',
    '1:4+12 no-lossy-number, 2:4+4 no-lossy-number, 3:4+4 no-lossy-number, 4:4+4 no-lossy-number',
  ],
  [
    'a: .inf\nb: .NaN\nc: 0x1F\nd: 0o17\ne: +5\nf: -0\n',
    '1:4+4 no-lossy-number, 2:4+4 no-lossy-number, 3:4+4 no-lossy-number, 4:4+4 no-lossy-number, 5:4+2 no-lossy-number, 6:4+2 no-lossy-number',
  ],
  ['a:\n\tb: 1\n', '2:1+1 no-tab'],
  ['a: "\\t"\n', '1:4+4 no-tab'],
  ['a: 1\r\nb: 2\r\n', '1:5+1 no-carriage-return'],
  ['\ufeffa: 1\n', '1:1+1 no-invisible-character'],
  [
    'a: x\0\0y\x7f\x85\n',
    '1:5+2 no-invisible-character, 1:8+1 no-invisible-character, 1:9+1 no-invisible-character',
  ],
  [
    'a: \u2028\nb: \u202e\nc: \u200b\nd: \ud800\ne: \u00a0x\n',
    [1, 2, 3, 4, 5].map((line) => `${line}:4+1 no-invisible-character`).join(', '),
  ],
  ['a: "\\u202e"\nb: "\\0"\n', '1:4+8 no-invisible-character, 2:4+4 no-invisible-character'],
  ['# \u2066\na: 1\n', '1:3+1 no-invisible-character'],
  ['a: caf\u0065\u0301\n', '1:7+1 require-nfc'],
  ['a: "e\\u0301"\n', '1:4+9 require-nfc'],
  ['', '1:1+0 no-empty-file'],
  ['# nothing\n', '1:1+0 no-empty-file'],
  [`${'['.repeat(33)}${']'.repeat(33)}`, '1:33+0 no-deep-nesting'],
  [`[${'1,'.repeat(4_999)}1]`, '1:10000+1 no-crowded-file'],
  [`a: ${'x'.repeat(65_536)}`, '1:1+0 no-large-file'],
];

for (const [text, expected] of accepted) {
  test(`accepts ${JSON.stringify(text).slice(0, 60)}`, () => assert.is(outcome(text), expected));
}

for (const [text, expected] of refused) {
  test(`refuses ${JSON.stringify(text).slice(0, 60)}`, () => assert.is(outcome(text), expected));
}

test('tells mistakes of every kind at once', () => {
  const text = 'a: &x 1\nb: x: y\nc: 1.10\na: !t 2\nd: "q\n8080: 1\n';
  const codes = [
    '1:4+2 no-yaml-alias',
    '2:5+1 valid-yaml',
    '3:4+4 no-lossy-number',
    '4:1+1 no-duplicate-key',
  ];
  assert.is(
    outcome(text),
    [...codes, '4:4+2 no-yaml-tag', '5:4+1 valid-yaml', '6:1+4 require-text-key'].join(', '),
  );
});

test('takes what a refused character does to its line for a consequence', () => {
  assert.is(
    outcome('a: 1\n\u200b: x\n\u200c: *y\nb: *z\n'),
    '2:1+1 no-invisible-character, 3:1+1 no-invisible-character, 4:4+2 no-yaml-alias',
  );
});

test('accepts exactly as deep and as many as the caps say', () => {
  assert.is(outcome(`${'['.repeat(32)}${']'.repeat(32)}`).startsWith('[['), true);
  assert.is(outcome(`a: ${'x'.repeat(65_533)}`).startsWith('{"a"'), true);
  assert.is(outcome(`[${'1,'.repeat(4_998)}1]`).startsWith('[1'), true);
});

test('names both places of a duplicate key', () => {
  const parsed = parseYaml('t.yaml', 'a: 1\nb: 2\na: 3\n');
  const related = 'diagnostics' in parsed ? parsed.diagnostics[0]?.related : undefined;
  assert.equal(related, [
    { file: 't.yaml', line: 1, column: 1, length: 1, message: '`a` is first written here.' },
  ]);
});

test('says how many mistakes of a kind it does not show', () => {
  const parsed = parseYaml('t.yaml', 'a: 1\n'.repeat(50));
  const diagnostics = 'diagnostics' in parsed ? parsed.diagnostics : [];
  assert.is(diagnostics.length, 20);
  assert.is(diagnostics.at(-1)?.message, '`a` is written twice. (and 29 more like it)');
});

test('finds nothing on an object but what was written', () => {
  const parsed = parseYaml('t.yaml', 'a: {}\n');
  const value = 'value' in parsed ? (parsed.value as { a: object }).a : {};
  for (const name of Object.getOwnPropertyNames(Object.prototype))
    assert.is(Reflect.get(value, name), undefined);
});

test.run();
