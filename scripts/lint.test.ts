// Proves that the linter's configuration refuses what it is there to refuse: a rule that is off finds nothing either.

import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('lint');
const root = path.join(import.meta.dirname, '..');
const biome = path.join(root, 'node_modules/.bin/biome');

/** What `npm run lint` says of these files in a repository with our configuration. */
function lint(files: Readonly<Record<string, string>>): { status: number | null; text: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tenantry-lint-'));
  try {
    for (const config of ['biome.json', 'package.json'])
      fs.cpSync(path.join(root, config), path.join(folder, config));
    for (const [file, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), text);
    }
    const { status, stdout, stderr } = spawnSync(biome, ['check', '--error-on-warnings'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, text: stdout + stderr };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const long = `export function count(): number {\n  let n = 0;\n${'  n += 1;\n'.repeat(40)}  return n;\n}\n`;

const refused: readonly [rule: string, files: Readonly<Record<string, string>>][] = [
  [
    'noImportCycles',
    {
      'generator/load/a.ts': "import { b } from './b.ts';\n\nexport const a = () => b;\n",
      'generator/load/b.ts': "import { a } from './a.ts';\n\nexport const b = () => a;\n",
    },
  ],
  [
    'noImportCycles',
    {
      'generator/model/a.ts': "import type { B } from './b.ts';\n\nexport type A = B | undefined;\n",
      'generator/model/b.ts':
        "import type { A } from './a.ts';\n\nexport interface B {\n  readonly a: A;\n}\n",
    },
  ],
  ['noUnusedImports', { 'generator/a.ts': "import * as path from 'node:path';\n\nexport const a = 1;\n" }],
  ['noUnusedVariables', { 'scripts/a.ts': 'const a = 1;\n' }],
  [
    'noUndeclaredDependencies',
    { 'generator/a.ts': "import pad from 'left-pad';\n\nexport const a = pad;\n" },
  ],
  [
    'useNodejsImportProtocol',
    { 'generator/a.ts': "import * as path from 'path';\n\nexport const a = path.sep;\n" },
  ],
  ['useImportType', { 'generator/a.ts': "import { Test } from 'uvu';\n\nexport type A = Test;\n" }],
  [
    'noBarrelFile',
    { 'generator/a.ts': "export { b } from './b.ts';\n", 'generator/b.ts': 'export const b = 1;\n' },
  ],
  ['noExcessiveLinesPerFunction', { 'generator/a.ts': long }],
  ['format', { 'generator/a.ts': 'export const a = "1"\n' }],
];

for (const [rule, files] of refused) {
  test(`refuses ${rule} of ${Object.keys(files).join(' and ')}`, () => {
    const { status, text } = lint(files);
    assert.is(status, 1, text);
    assert.match(text, new RegExp(`\\b${rule}\\b`));
  });
}

test('leaves generated files and clean ones alone', () => {
  const { status, text } = lint({
    'generator/a.ts': 'export const a = 1;\n',
    'generator/model/generated/inputs.ts': 'const a = "1"\n',
  });
  assert.is(status, 0, text);
});

test.run();
