// Proves that the launcher finds its repository and runtime from anywhere, and stays out of the way of everything else.

import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('launcher');
const launcher = path.join(import.meta.dirname, 'tenantry');
const scratch = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tenantry-launcher-'));
const root = path.join(scratch, 'a repository');

/** A repository whose command line shows what it was given; `fail` ends it with 3, `stop` by a signal. */
const main = `
  const [verb] = process.argv.slice(2);
  if (verb === 'fail') process.exit(3);
  if (verb === 'stop') process.kill(process.pid, 'SIGTERM');
  console.log(JSON.stringify({
    arguments: process.argv.slice(2), main: import.meta.filename, folder: process.cwd(),
    flags: process.execArgv, cache: process.env.NODE_COMPILE_CACHE, version: process.version,
  }));
`;

test.before(() => {
  fs.mkdirSync(path.join(root, 'generator/cli'), { recursive: true });
  fs.mkdirSync(path.join(root, 'tenants/deep'), { recursive: true });
  fs.writeFileSync(path.join(root, 'package.json'), '{ "type": "module" }');
  fs.writeFileSync(path.join(root, 'generator/cli/main.ts'), main);
  fs.mkdirSync(path.join(root, 'node_modules/node-probe/bin'), { recursive: true });
  fs.symlinkSync(process.execPath, path.join(root, 'node_modules/node-probe/bin/node'));
  addScripts(root);
});

test.after(() => fs.rmSync(scratch, { recursive: true }));

function addScripts(repository: string): void {
  fs.mkdirSync(path.join(repository, 'scripts'));
  fs.copyFileSync(
    path.join(import.meta.dirname, 'pinned-node'),
    path.join(repository, 'scripts/pinned-node'),
  );
}

function launch(cwd: string, options: { args?: string[]; env?: NodeJS.ProcessEnv; command?: string } = {}) {
  const { args = [], env = {}, command = launcher } = options;
  const { NODE_COMPILE_CACHE: _, ...inherited } = process.env;
  return spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...inherited, PWD: cwd, ...env } });
}

for (const folder of ['', 'tenants/deep']) {
  test(`runs the repository's own command line from \`${folder || '.'}\``, () => {
    const cwd = path.join(root, folder);
    const { status, stdout } = launch(cwd, { args: ['render', '--tenant', 'a b', ''] });
    assert.is(status, 0);
    assert.equal(JSON.parse(stdout), {
      arguments: ['render', '--tenant', 'a b', ''],
      main: path.join(root, 'generator/cli/main.ts'),
      folder: cwd,
      flags: ['--disable-warning=ExperimentalWarning', '--min-semi-space-size=64'],
      cache: path.join(root, 'node_modules/.cache/tenantry/compile'),
      version: process.version,
    });
  });
}

test('is found on the PATH through a symlink', () => {
  const bin = path.join(scratch, 'bin');
  fs.mkdirSync(bin);
  fs.symlinkSync(launcher, path.join(bin, 'tenantry'));
  const env = { PATH: `${bin}:${process.env.PATH}` };
  assert.is(launch(root, { command: 'tenantry', env }).status, 0);
});

test('runs in a folder that a symlink led to', () => {
  const link = path.join(scratch, 'link');
  fs.symlinkSync(path.join(root, 'tenants'), link);
  assert.is(JSON.parse(launch(link).stdout).folder, path.join(root, 'tenants'));
});

test('leaves a chosen compile cache alone', () => {
  const chosen = path.join(scratch, 'chosen');
  assert.is(JSON.parse(launch(root, { env: { NODE_COMPILE_CACHE: chosen } }).stdout).cache, chosen);
});

test('does not believe a PWD that is not the current directory', () => {
  assert.is(launch(root, { env: { PWD: '/nowhere' } }).status, 0);
});

test('runs a script of the repository by a relative path, as npm does', () => {
  const { status, stdout } = launch(root, {
    command: 'scripts/pinned-node',
    args: ['generator/cli/main.ts', 'a b'],
  });
  assert.is(status, 0);
  const { arguments: given, cache } = JSON.parse(stdout);
  assert.equal(given, ['a b']);
  assert.is(path.normalize(cache), path.join(root, 'node_modules/.cache/tenantry/compile'));
});

test('passes exit codes and signals through', () => {
  assert.is(launch(root, { args: ['fail'] }).status, 3);
  assert.is(launch(root, { args: ['stop'] }).signal, 'SIGTERM');
});

for (const folder of [scratch, '/']) {
  test(`refuses \`${folder === '/' ? folder : 'a folder outside'}\``, () => {
    const { status, stderr } = launch(folder);
    assert.is(
      stderr,
      `tenantry: ${folder} is not inside a Tenantry repository. Change to a folder of one and run it again.\n`,
    );
    assert.is(status, 2);
  });
}

test('asks for `npm ci` where it was not run', () => {
  const bare = path.join(scratch, 'bare');
  fs.mkdirSync(path.join(bare, 'generator/cli'), { recursive: true });
  fs.writeFileSync(path.join(bare, 'generator/cli/main.ts'), '');
  addScripts(bare);
  const { status, stderr } = launch(path.join(bare, 'generator'));
  assert.is(stderr, `tenantry: the pinned Node is not installed. Run \`npm ci\` in ${bare} and try again.\n`);
  assert.is(status, 2);
});

test.run();
