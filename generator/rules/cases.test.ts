// Every refusal, in the words a person reads. `cases/<code>/` holds input files that replace or add to the repository's
// own, `edits.yaml` changes a word of those, `removed.txt` names inputs to drop (`tenants/*`: all), `rendered.yaml` says
// what the tree held before, and `expected.txt` is the whole answer. A second case of one code is `cases/<code>.<what>/`.
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { load as parseYaml } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderText } from '../cli/voices/text.ts';
import type { RenderedTarget } from '../model/fleet.ts';
import { plan } from '../plan.ts';
import { copyInputs, repository } from '../testing/inputs.ts';
import { loadRules } from '../validate/rules.ts';

const folder = join(import.meta.dirname, 'cases');
/** The day on which all cases are. */
const today = '2026-11-24';
const ownFiles = ['edits.yaml', 'expected.txt', 'removed.txt', 'rendered.yaml'];

/** What the stages before the rules refuse. */
const shapeCodes = [
  'duplicate-item',
  'misplaced-property',
  'missing-property',
  'out-of-range',
  'unknown-property',
  'unknown-value',
  'wrong-format',
  'wrong-length',
  'wrong-type',
];
const loadCodes = [
  'no-carriage-return',
  'no-complex-key',
  'no-deep-nesting',
  'no-duplicate-key',
  'no-empty-file',
  'no-invisible-character',
  'no-lossy-number',
  'no-prototype-key',
  'no-second-document',
  'no-secret',
  'no-stray-file',
  'no-symlink',
  'no-tab',
  'no-yaml-alias',
  'no-yaml-directive',
  'no-yaml-tag',
  'require-file',
  'require-folder',
  'require-nfc',
  'require-text-key',
  'require-utf8',
  'valid-yaml',
];
/** Refused for what a repository cannot hold (a FIFO, no permission, case twins) or should not (a huge file): `load`'s tests make those. */
const unstorableCodes = [
  'no-crowded-file',
  'no-large-file',
  'no-special-file',
  'no-unreadable-file',
  'unique-file-name',
];
/** Cases of several codes. */
const scenarios = ['five-mistakes'];

const codes = [...(await loadRules()).keys(), ...shapeCodes, ...loadCodes];
const cases = readdirSync(folder).sort();
const codeOf = (name: string) => name.split('.', 1)[0] ?? name;

const scratch = mkdtempSync(join(tmpdir(), 'tenantry-cases-'));
const test = suite('cases');
test.after(() => rmSync(scratch, { recursive: true }));

test('every code has a case', () => {
  const covered = new Set(cases.map(codeOf));
  assert.equal(
    codes.filter((code) => !covered.has(code)),
    [],
  );
});

test('every case is of a code', () => {
  const known = new Set([...codes, ...scenarios]);
  assert.equal(
    cases.filter((name) => !known.has(codeOf(name))),
    [],
  );
});

test('every code that load can give is listed here', () => {
  const sources = globSync('generator/{load,yaml}/*.ts', { cwd: repository })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(repository, file), 'utf8'));
  const used = sources.flatMap((text) =>
    [...text.matchAll(/'((?:no|require|valid|unique)-[a-z-]+[0-9]?)'/g)].map((match) => match[1]),
  );
  const listed = new Set([...loadCodes, ...unstorableCodes]);
  assert.ok(used.length > 20);
  assert.equal(
    [...new Set(used)].filter((code) => !listed.has(code ?? '')),
    [],
  );
});

test("the repository's own inputs have no mistake", async () => {
  assert.is(await diagnose('own', undefined), '');
});

for (const name of cases) {
  test(name, async () => {
    const expected = readFileSync(join(folder, name, 'expected.txt'), 'utf8');
    assert.is(await diagnose(name, join(folder, name)), expected);
    if (!scenarios.includes(name)) assert.match(expected, new RegExp(`^\\S+ ${codeOf(name)} `, 'm'));
  });
}

/** Lays the overlay over the repository's inputs and says what is wrong with the whole. */
async function diagnose(name: string, overlay: string | undefined): Promise<string> {
  const root = join(scratch, name);
  copyInputs(root);
  if (overlay !== undefined) {
    for (const path of linesOf(join(overlay, 'removed.txt'))) remove(root, path);
    const filter = (path: string) => !ownFiles.some((file) => path === join(overlay, file));
    cpSync(overlay, root, { recursive: true, verbatimSymlinks: true, filter });
    for (const edit of listIn<Edit>(join(overlay, 'edits.yaml'))) apply(root, edit);
    for (const target of listIn<RenderedTarget>(join(overlay, 'rendered.yaml'))) layTarget(root, target);
  }
  const { diagnostics } = await plan({ root, today });
  return renderText(diagnostics, { paint: (_, text) => text, textOf: () => undefined });
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

function remove(root: string, path: string): void {
  const isAll = path.endsWith('/*');
  const parent = isAll ? path.slice(0, -'/*'.length) : dirname(path);
  const names = isAll ? readdirSync(join(root, parent)) : [basename(path)];
  for (const name of names) rmSync(join(root, parent, name), { recursive: true });
}

function listIn<Item>(file: string): Item[] {
  return existsSync(file) ? (parseYaml(readFileSync(file, 'utf8')) as Item[]) : [];
}

interface Edit {
  readonly file: string;
  /** Occurs once in the file. */
  readonly replace: string;
  readonly by: string;
}

function apply(root: string, { file, replace, by }: Edit): void {
  const parts = readFileSync(join(root, file), 'utf8').split(replace);
  assert.is(parts.length, 2, `\`${replace}\` occurs once in ${file}`);
  writeFileSync(join(root, file), parts.join(by));
}

function layTarget(root: string, { cluster, tenant, ...state }: RenderedTarget): void {
  const file = join(root, 'rendered', cluster, 'tenants', tenant, 'target.yaml');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(state)}\n`);
}

test.run();
