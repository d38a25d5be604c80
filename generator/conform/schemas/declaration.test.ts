// The reader turns each construct of the packages' declarations into the schema it means, and refuses what it does not
// know; every kind of every package we name can be read.

import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type JsonSchema, readDeclaration, readImports } from './declaration.ts';
import { groups } from './groups.ts';
import { type Definitions, define } from './package.ts';

const test = suite('declaration');

function read(type: string): JsonSchema {
  return readDeclaration(`export type IX = ${type};\nexport type X = IX;`, (name) => ({ $ref: name })).schema;
}

const rows: readonly (readonly [type: string, schema: JsonSchema])[] = [
  ['string', { type: 'string' }],
  ['any', {}],
  ['{}', {}],
  ['number | string', { type: ['number', 'string'] }],
  ['"a" | "b"', { enum: ['a', 'b'] }],
  ['Array<IOther>', { type: 'array', items: { $ref: 'IOther' } }],
  ['IX', { $ref: '#' }],
  ['string | IOther', { anyOf: [{ type: 'string' }, { $ref: 'IOther' }] }],
  ['{ [key: string]: number; }', { type: 'object', additionalProperties: { type: 'number' } }],
  [
    '{ /** a: b */ "a": string; "b"?: boolean; }',
    {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'boolean' } },
      required: ['a'],
      additionalProperties: false,
    },
  ],
  [
    '{ "a": string; } & (Exclude<{ "b"?: string; }, { "c": string; }> | { "c": string; })',
    {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' }, c: { type: 'string' } },
      required: ['a'],
      additionalProperties: false,
    },
  ],
];

for (const [type, schema] of rows) {
  test(type, () => {
    assert.equal(read(type), schema);
  });
}

test('an interface names its bases, a file its imports', () => {
  const text = 'import { IA } from "./A.js";\nexport interface IX extends TypeMeta, IA {\n    "a": IA;\n}\n';
  assert.equal([...readImports(text)], [['IA', './A.js']]);
  assert.equal(readDeclaration(text, (name) => ({ $ref: name })).bases, ['TypeMeta', 'IA']);
});

test('an unknown construct is refused', () => {
  for (const type of ['[string, number]', 'keyof', '{ "a": string, }', '() => void'])
    assert.throws(() => read(type), type);
});

test('every kind of every named package is readable', () => {
  const require = createRequire(import.meta.url);
  const definitions: Definitions = new Map();
  for (const [group, { package: pkg }] of Object.entries(groups)) {
    if (pkg === undefined) continue;
    const root = join(dirname(require.resolve(`${pkg}/package.json`)), group);
    const versions = readdirSync(root).filter((name) => /^v\d/.test(name));
    assert.ok(versions.length > 0, group);
    for (const version of versions) {
      for (const name of readdirSync(join(root, version))) {
        if (name.endsWith('.d.ts') && name !== 'index.d.ts') define(join(root, version, name), definitions);
      }
    }
  }
  assert.ok(definitions.size > 900);
});

test.run();
