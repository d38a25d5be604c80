// Syntax errors in our words, at the place to change; and none of the installed js-yaml's messages without words of ours.
import { readFileSync } from 'node:fs';
import { YAMLException } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { explainSyntaxError } from './syntax.ts';
import { parseYaml } from './yaml.ts';

const test = suite('syntax');

const table: readonly (readonly [string, string])[] = [
  ['name: "Acme\ntier: gold\n', '1:7 This `"` is never closed.'],
  ["name: 'Acme\n", "1:7 This `'` is never closed."],
  ['a: [x, y\nb: 1\n', '1:4 This `[` is never closed.'],
  ['\na: [x\n', '2:4 This `[` is never closed.'],
  ['a: 1\nb: {x: [1, 2]\n', '2:4 This `{` is never closed.'],
  ['a: "it said # [ "\nb: [x\n', '2:4 This `[` is never closed.'],
  ["a: 'it's'\n", '1:8 There is text after the closing quote.'],
  ['a: b: c\n', '1:5 There is a second `: ` in one entry.'],
  ['a: @x\n', '1:4 A value cannot start with `@`.'],
  ['a: `x`\n', '1:4 A value cannot start with a backtick.'],
  ['a:\n  b: 1\n c: 2\n', '3:2 This does not fit the lines above.'],
  ['a: 1\n  b: 2\n', '2:3 This does not fit the lines above.'],
  ['a: b\nfoo\nc: d\n', '2:1 This is not `key: value`.'],
  ['a: b\nfoo\n', '2:1 This is not `key: value`.'],
  ['"a":1\n', '1:5 A space is missing after the colon.'],
  ['a: "\\q"\n', '1:6 YAML does not know this escape.'],
  ['a: [x,,y]\n', '1:7 There is nothing before this comma.'],
  ['a: [x y: z: w]\n', '1:11 A comma is missing between two entries.'],
  ['a: | x\n  y\n', '1:6 A text block must start on the line after `|` or `>`.'],
];

for (const [text, expected] of table) {
  test(JSON.stringify(text), () => {
    const parsed = parseYaml('t.yaml', text);
    const shown =
      'value' in parsed ? [] : parsed.diagnostics.map((one) => `${one.line}:${one.column} ${one.message}`);
    assert.is(shown.join('\n'), expected);
  });
}

test('every message of js-yaml has words of ours', () => {
  const parser = readFileSync(new URL(import.meta.resolve('js-yaml')), 'utf8');
  const reasons = [...parser.matchAll(/throwError\(state, (["`])(.*?)\1\)/g)].map((match) => match[2] ?? '');
  assert.ok(reasons.length > 40, `only ${reasons.length} messages found: has js-yaml changed how it throws?`);
  const unknown = reasons.filter((reason) => explain(reason).message === explain('something new').message);
  // Lines with directives are blanked before parsing; the last one is js-yaml's own bug trap.
  assert.equal(
    unknown.filter((reason) => !/directive|YAML version|previously declared|read a document/.test(reason)),
    [],
  );
});

function explain(reason: string) {
  return explainSyntaxError(new YAMLException(reason), 'a: 1\n');
}

test.run();
