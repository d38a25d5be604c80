// The same inputs make the same bytes and modes, whoever runs it, where, when and with what around it.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { skip } from '../scripts/skip.ts';
import { snapshot } from './reconcile/testing/tree.ts';
import { copyInputs, repository } from './testing/inputs.ts';
import { makeScratch } from './testing/scratch.ts';
import { assertSameTree, preloading, renderInto, run, type Surroundings } from './testing/surroundings.ts';

const test = suite('determinism');
const scratch = makeScratch('determinism');
const root = join(scratch, 'fleet');
let reference = '';
let runs = 0;

const nextOut = () => join(scratch, `tree-${runs++}`);

test.before(() => {
  copyInputs(root);
  reference = renderInto(nextOut(), root);
});

test.after(() => {
  for (const folder of [scratch, fakes]) fs.rmSync(folder, { recursive: true });
});

function testSame(name: string, surroundings: () => Surroundings): void {
  test(name, () => assertSameTree(renderInto(nextOut(), root, surroundings()), reference));
}

test('the tree is not empty, and every file is 644 and every folder 755', () => {
  const rows = reference.split('\n');
  assert.ok(rows.length > 200);
  for (const row of rows) assert.match(row, row.endsWith(' ') ? / 755 $/ : / 644 "/);
});

test('one byte or one mode more would be seen', () => {
  const out = nextOut();
  renderInto(out, root);
  const file = join(out, 'prod-use1/tenants/acme/foundation/quota.yaml');
  fs.chmodSync(file, 0o755);
  assert.throws(() => assertSameTree(snapshot(out), reference), / 755 .*should be\n.* 644 /s);
  fs.chmodSync(file, 0o644);
  fs.appendFileSync(file, ' ');
  assert.throws(() => assertSameTree(snapshot(out), reference), /should be/);
});

for (const TZ of ['Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati']) {
  testSame(`time zone ${TZ}`, () => ({ env: { TZ } }));
}
for (const locale of ['tr_TR.UTF-8', 'de_DE.UTF-8', 'C']) {
  testSame(`locale ${locale}`, () => ({ env: { LANG: locale, LC_ALL: locale, LANGUAGE: locale } }));
}
for (const umask of ['077', '000']) {
  testSame(`umask ${umask}`, () => ({ through: ['sh', '-c', `umask ${umask}; exec "$@"`, 'sh'] }));
}
testSame('typed in another folder', () => ({ folder: join(repository, 'generator/rules/cases') }));
testSame('typed outside the repository', () => ({
  folder: scratch,
  launcher: [join(repository, 'scripts/pinned-node'), join(repository, 'generator/cli/main.ts')],
}));
testSame('no HOME, no USER', () => ({ env: { HOME: undefined, USER: undefined, LOGNAME: undefined } }));
testSame('a CI without colours', () => ({ env: { CI: 'true', NO_COLOR: '1', TERM: 'dumb', COLUMNS: '20' } }));

const compileCache = join(scratch, 'compile');
for (const state of ['cold', 'warm']) {
  testSame(`${state} compile cache`, () => ({ env: { NODE_COMPILE_CACHE: compileCache } }));
}
testSame('one thread for files', () => ({ env: { UV_THREADPOOL_SIZE: '1' } }));

/** The tests themselves run with the pinned Node: whatever the PATH offers is another. */
// Not in memory: such a place may not let anything be executed.
const fakes = fs.mkdtempSync(join(tmpdir(), 'tenantry-fakes-'));

test('a Node that fails is what the PATH offers', () => {
  for (const name of ['node', 'nodejs']) {
    fs.writeFileSync(join(fakes, name), '#!/bin/sh\nexit 99\n', { mode: 0o755 });
  }
  const env = { ...process.env, PATH: withFirst(fakes) };
  assert.is(spawnSync('node', ['-e', '0'], { env }).status, 99);
});
testSame('a Node first on the PATH that fails', () => ({ env: { PATH: withFirst(fakes) } }));

function withFirst(folder: string): string {
  return `${folder}${delimiter}${process.env.PATH}`;
}

const started = 'npm started by another Node on the PATH';
const others = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => fs.existsSync(join(folder, 'node')) && !folder.includes('node_modules'))
  .filter((folder) => versionOf(join(folder, 'node')) !== process.version);
const hasNpm = spawnSync('npm', ['--version']).status === 0;
if (others.length > 0 && hasNpm) {
  for (const version of new Set(others.map((folder) => versionOf(join(folder, 'node'))))) {
    const folder = others.find((each) => versionOf(join(each, 'node')) === version) ?? '';
    test(`${started} (${version})`, () => {
      const out = nextOut();
      const launcher = ['npm', 'run', '--silent', 'render', '--'];
      const { status, said } = run(['--root', root, '--out', out], {
        launcher,
        env: { PATH: withFirst(folder) },
      });
      assert.is(status, 0, said);
      assertSameTree(snapshot(out), reference);
    });
  }
} else skip(test, started, 'no npm, or no Node beside the pinned one');

function versionOf(node: string): string {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

const orders: readonly (readonly [name: string, order: (files: string[]) => string[]])[] = [
  ['backwards', (files) => files.toReversed()],
  ['by the end of their names', (files) => files.toSorted((a, b) => (reverse(a) < reverse(b) ? -1 : 1))],
];
for (const [name, order] of orders) {
  test(`inputs made ${name}, at other times`, () => {
    const copy = join(scratch, name.replaceAll(' ', '-'));
    const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
    for (const [index, file] of order(files.filter((each) => /\.\w+$/.test(each))).entries()) {
      fs.mkdirSync(join(copy, file, '..'), { recursive: true });
      fs.copyFileSync(join(root, file), join(copy, file));
      fs.utimesSync(join(copy, file), 4_102_444_800 - index, index);
    }
    assertSameTree(renderInto(nextOut(), copy), reference);
  });
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}

for (const SHUFFLE of ['0', '7', '11']) {
  testSame(`folders listed ${SHUFFLE === '0' ? 'backwards' : `in order ${SHUFFLE}`}`, () => ({
    env: { SHUFFLE, ...preloading('shuffled-folders') },
  }));
}

test('the listing is really another', () => {
  const words = ['-e', 'process.stdout.write(fs.readdirSync(process.argv[1]).join())', join(root, 'tenants')];
  const launcher = [join(repository, 'scripts/pinned-node')];
  const backwards = run(words, { launcher, env: { SHUFFLE: '0', ...preloading('shuffled-folders') } });
  assert.is(backwards.said, fs.readdirSync(join(root, 'tenants')).reverse().join());
});

testSame('no clock and no dice', () => ({ env: preloading('no-chance') }));
for (const FAULT of ['Math.random()', 'Date.now()', 'new Date()', 'Date()', 'crypto.randomUUID()']) {
  test(`a call of ${FAULT} would be seen`, () => {
    const words = ['render', '--root', root, '--out', nextOut()];
    const { status, said } = run(words, { env: { FAULT, ...preloading('no-chance', 'fault') } });
    assert.is(status, 70, said);
    assert.match(said, /was asked/);
  });
}

const lastCentury = 'a clock of another century';
const faketime = spawnSync('faketime', ['1999-12-31 23:59:59', 'true']).status === 0;
if (faketime) testSame(lastCentury, () => ({ through: ['faketime', '1999-12-31 23:59:59'] }));
else skip(test, lastCentury, 'faketime is not installed');

testSame('nothing changes an intrinsic', () => ({ env: preloading('same-prototypes') }));
test('a changed intrinsic would be seen', () => {
  const env = { FAULT: 'Object.prototype.polluted = 1', ...preloading('same-prototypes', 'fault') };
  assert.is(run(['render', '--root', root, '--out', nextOut()], { env }).status, 97);
});

const hardened = { NODE_OPTIONS: '--disable-proto=throw --frozen-intrinsics' };
testSame('no `__proto__`, frozen intrinsics', () => ({ env: hardened }));
test('a use of `__proto__` and a change of an intrinsic would be seen', () => {
  for (const FAULT of ['({}).__proto__', 'Array.prototype.map = 1']) {
    const env = { FAULT, NODE_OPTIONS: `${hardened.NODE_OPTIONS} ${preloading('fault').NODE_OPTIONS}` };
    assert.is(run(['render', '--root', root, '--out', nextOut()], { env }).status, 70);
  }
});

test.run();
