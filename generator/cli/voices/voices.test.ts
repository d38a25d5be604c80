// The same five mistakes in four voices, to the letter.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Paint } from '../terminal/paint.ts';
import { renderGithub } from './github.ts';
import { orderFields, renderJson } from './json.ts';
import { sarifOf } from './sarif.ts';
import { renderText } from './text.ts';

const test = suite('voices');

const texts: Readonly<Record<string, string>> = {
  'tenants/acme.yaml': 'id: acme\nteir: premium\ndisplayName: "保険\u202e"\nrouting: {host: a.example}\n',
  'tenants/bolt.yaml': 'id: bolt\nrouting: {host: a.example}\n',
  'tenants/cove.yaml': 'token: hunter2hunter2\nteir: x\n',
};

const error = { file: 'tenants/acme.yaml', severity: 'error' } as const;

const diagnostics: readonly Diagnostic[] = [
  { ...error, line: 1, column: 1, code: 'missing-property', message: 'It lacks `tier`.', hint: 'Add it.' },
  { ...error, line: 2, column: 1, length: 4, code: 'unknown-property', message: '`teir` is not a field.' },
  {
    ...error,
    line: 3,
    column: 15,
    length: 3,
    code: 'no-invisible-character',
    severity: 'warning',
    message: 'Hidden: \u202e, 100 %.',
    hint: 'Delete\nit.',
  },
  {
    ...error,
    line: 4,
    column: 17,
    length: 9,
    code: 'unique-route',
    message: 'The host belongs to `bolt`.',
    related: [{ file: 'tenants/bolt.yaml', line: 2, column: 17, length: 9, message: 'claimed here first' }],
  },
  { ...error, file: 'tenants/cove.yaml', line: 1, column: 8, code: 'no-secret', message: 'A secret.' },
  {
    ...error,
    file: 'tenants/cove.yaml',
    line: 2,
    column: 1,
    length: 4,
    code: 'unknown-property',
    message: 'No.',
  },
];

const plain: Paint = (_, text) => text;
const voice = { paint: plain, textOf: (file: string) => texts[file] };

test('text: place, code, sentence, the line and a mark; nothing of a file that holds a secret', () => {
  assert.is(
    renderText(diagnostics, voice),
    `tenants/acme.yaml:1:1 missing-property It lacks \`tier\`. Add it.
    1 | id: acme
      | ^

tenants/acme.yaml:2:1 unknown-property \`teir\` is not a field.
    2 | teir: premium
      | ^^^^

tenants/acme.yaml:3:15 no-invisible-character Hidden: \\u{202e}, 100 %. Delete\\u{a}it.
    3 | displayName: "保険\\u{202e}"
      |               ^^^^^^^^^^^^

tenants/acme.yaml:4:17 unique-route The host belongs to \`bolt\`.
    4 | routing: {host: a.example}
      |                 ^^^^^^^^^
  tenants/bolt.yaml:2:17 claimed here first
      2 | routing: {host: a.example}
        |                 ^^^^^^^^^

tenants/cove.yaml:1:8 no-secret A secret.

tenants/cove.yaml:2:1 unknown-property No.

5 mistakes and 1 warning in 2 files
`,
  );
});

test('text: says nothing when there is nothing to say', () => {
  assert.is(renderText([], voice), '');
});

test('text: colours its own words only', () => {
  const paint = (style: unknown, text: string) => `<${style}>${text}</>`;
  const [, second = ''] = renderText(diagnostics.slice(1, 2), { ...voice, paint }).split('\n');
  assert.is(second, '    <gray>2 | </><red>teir</>: premium');
});

test('text: cuts a long line around the mark', () => {
  const text = `${'a'.repeat(5000)}x${'b'.repeat(5000)}`;
  const place = { ...error, line: 1, column: 5001, length: 1, code: 'c', message: 'M.' };
  const lines = renderText([place], { paint: plain, textOf: () => text }).split('\n');
  assert.is(lines[1], `    1 | …${'a'.repeat(59)}x${'b'.repeat(38)}…`);
  assert.is(lines[2], `      | ${' '.repeat(60)}^`);
});

test('text: a place outside its file has no frame', () => {
  const place = { ...error, line: 99, column: 5, code: 'c', message: 'M.' };
  assert.is(renderText([place], voice), 'tenants/acme.yaml:99:5 c M.\n\n1 mistake in 1 file\n');
});

test('github: one command per diagnostic, on one line, escaped', () => {
  assert.is(
    renderGithub(diagnostics),
    `::error file=tenants/acme.yaml,line=1,col=1,title=missing-property::It lacks \`tier\`. Add it.
::error file=tenants/acme.yaml,line=2,col=1,endColumn=4,title=unknown-property::\`teir\` is not a field.
::warning file=tenants/acme.yaml,line=3,col=15,endColumn=17,title=no-invisible-character::Hidden: \\u{202e}, 100 %25. Delete\\u{a}it.
::error file=tenants/acme.yaml,line=4,col=17,endColumn=25,title=unique-route::The host belongs to \`bolt\`.%0Atenants/bolt.yaml:2:17 claimed here first
::error file=tenants/cove.yaml,line=1,col=8,title=no-secret::A secret.
::error file=tenants/cove.yaml,line=2,col=1,endColumn=4,title=unknown-property::No.
`,
  );
});

test('github: a file name cannot end its property', () => {
  const [line] = renderGithub([
    { ...error, file: 'a,line=9::x%\n', line: 1, column: 1, code: 'c', message: 'M.' },
  ]).split('\n');
  assert.is(line, '::error file=a%2Cline=9%3A%3Ax%25\\u{a},line=1,col=1,title=c::M.');
});

test('json: the diagnostics themselves, safe on a terminal', () => {
  const text = renderJson(diagnostics.map(orderFields));
  assert.equal(JSON.parse(text), diagnostics);
  assert.ok(text.includes('"Hidden: \\u202e, 100 %."'));
  assert.not.match(text, /[\u202e]/);
});

test('json: fields in one order', () => {
  const [first] = diagnostics;
  const turned = Object.fromEntries(Object.entries(first ?? {}).reverse()) as unknown as Diagnostic;
  assert.is(
    renderJson([turned].map(orderFields)),
    `[
  {
    "file": "tenants/acme.yaml",
    "line": 1,
    "column": 1,
    "code": "missing-property",
    "severity": "error",
    "message": "It lacks \`tier\`.",
    "hint": "Add it."
  }
]
`,
  );
});

test('sarif: one run, a rule per code, a result per diagnostic', () => {
  const { version, runs } = sarifOf(diagnostics) as unknown as SarifLog;
  assert.is(version, '2.1.0');
  assert.is(runs.length, 1);
  const [{ tool, results, columnKind } = fail()] = runs;
  const rules = tool.driver.rules.map(({ id }) => id);
  assert.equal(rules, [
    'missing-property',
    'no-invisible-character',
    'no-secret',
    'unique-route',
    'unknown-property',
  ]);
  assert.is(columnKind, 'utf16CodeUnits');
  assert.is(results.length, diagnostics.length);
  for (const { ruleId, ruleIndex } of results) assert.is(rules[ruleIndex], ruleId);
  assert.equal(results[3], {
    ruleId: 'unique-route',
    ruleIndex: 3,
    level: 'error',
    message: { text: 'The host belongs to `bolt`.' },
    locations: [location('tenants/acme.yaml', 4, 17, 26)],
    relatedLocations: [
      { id: 0, ...location('tenants/bolt.yaml', 2, 17, 26), message: { text: 'claimed here first' } },
    ],
  });
});

test('sarif: a path is a relative URI', () => {
  const log = sarifOf([
    { ...error, file: 'tenants/a b%\ud800.yaml', line: 1, column: 1, code: 'c', message: '' },
  ]);
  assert.match(JSON.stringify(log), '"uri":"tenants/a%20b%25%EF%BF%BD.yaml"');
});

interface SarifLog {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly columnKind: string;
    readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[];
  }[];
}

function location(uri: string, startLine: number, startColumn: number, endColumn: number) {
  const region = { startLine, startColumn, endColumn };
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: 'SRCROOT' }, region } };
}

function fail(): never {
  throw new Error('there is no run');
}

test.run();
