// `render` and `check`: a tree is made, found clean, found stale, and made anew.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Repository } from '../testing/repository.ts';

const test = suite('render and check');
const repository = new Repository();
test.after(() => repository.remove());

const namespace = 'rendered/prod-use1/tenants/acme/foundation/namespace.yaml';

test('render makes the tree and counts by cluster', () => {
  const { status, stdout, stderr } = repository.run(['render']);
  assert.is(stderr, '');
  assert.is(status, 0);
  const lines = stdout.split('\n');
  assert.is(lines[0], 'cluster     created  updated  deleted  unchanged');
  assert.match(lines[1] ?? '', /^prod-use1 +\d+ {8}0 {8}0 {10}0$/);
  assert.match(lines[4] ?? '', /^all +\d+ {8}0 {8}0 {10}0$/);
  assert.match(lines[5] ?? '', /^Rendered in \d+\.\d s\.$/);
  assert.ok(existsSync(join(repository.root, namespace)));
});

test('check finds it clean, valid and every object known', () => {
  const { status, stdout, stderr } = repository.run(['check']);
  assert.is(stderr, '');
  assert.match(
    stdout,
    /^\d+ files on 3 clusters: rendered\/ is what the inputs make, and every object is valid\.\n$/,
  );
  assert.is(status, 0);
});

test('check of one tenant knows the objects of its cluster', () => {
  const { status, stdout, stderr } = repository.run(['check', '--tenant', 'acme', 'lakeshore']);
  assert.is(stderr, '');
  assert.match(stdout, 'on 2 clusters');
  assert.is(status, 0);
});

test('check shows a diff of what was touched by hand, without its escapes', () => {
  const text = repository.read(namespace);
  repository.write(namespace, text.replace('kind: Namespace', 'kind: \u001b[31mNamespace'));
  const { status, stdout, stderr } = repository.run(['check']);
  assert.is(status, 1);
  assert.is(stderr, '');
  assert.ok(stdout.startsWith(`--- a/${namespace}\n+++ b/${namespace}\n@@ -`));
  assert.match(stdout, '\n-kind: \\u{1b}[31mNamespace\n+kind: Namespace\n');
  assert.ok(stdout.endsWith('\n1 stale file. Run `npm run render` and commit what it changes.\n'));
});

test('check tells machines of stale files as diagnostics, at the first line that differs', () => {
  const line =
    repository
      .read(namespace)
      .split('\n')
      .findIndex((text) => text.includes('\u001b')) + 1;
  const { status, stdout } = repository.run(['check', '--format', 'json']);
  assert.is(status, 1);
  const [{ file, code, ...place }, ...others] = JSON.parse(stdout);
  assert.equal([file, code, place.line], [namespace, 'no-stale-file', line]);
  assert.is(others.length, 0);
});

test('render of one tenant repairs it and nothing else', () => {
  rmSync(join(repository.root, 'rendered/prod-usw2/tenants/harborview'), { recursive: true });
  const { status, stdout } = repository.run(['render', '--tenant', 'acme', '--cluster', 'prod-use1']);
  assert.is(status, 0);
  assert.match(stdout, /^prod-use1 {8}0 {8}1 {8}0 +\d+\n(?!all)/m);
  assert.not.ok(existsSync(join(repository.root, 'rendered/prod-usw2/tenants/harborview')));
});

test('check shows the first few diffs, and all of them when asked', () => {
  const count = (words: string[]) => repository.run(words).stdout.match(/^--- /gm)?.length ?? 0;
  const { stdout } = repository.run(['check']);
  assert.is(stdout.match(/^--- \/dev\/null$/gm)?.length, 10);
  assert.match(stdout, /\n… and \d+ more files; `--all` shows every one\.\n/);
  assert.ok(count(['check', '--all']) > 10);
});

test('render writes to another folder, but not over the repository', () => {
  const out = join(repository.root, '..', `${repository.root.split('/').at(-1)}-out`);
  try {
    assert.is(repository.run(['render', '--out', out, '--cluster', 'stage-use2']).status, 0);
    assert.ok(existsSync(join(out, 'stage-use2')));
    assert.not.ok(existsSync(join(out, 'prod-use1')));
  } finally {
    rmSync(out, { recursive: true });
  }
  for (const folder of [repository.root, join(repository.root, '..')]) {
    const { status, stderr } = repository.run(['render', '--out', folder]);
    assert.is(status, 2);
    assert.is(
      stderr,
      `tenantry: \`--out ${folder}\` holds the repository itself. Name a folder of its own.\n`,
    );
  }
});

test('render lays no other tree into the inputs or into a part of rendered/', () => {
  for (const [folder, top] of [
    ['rendered/prod-use1', 'rendered'],
    ['tenants', 'tenants'],
  ]) {
    const out = join(repository.root, folder ?? '');
    const { status, stderr } = repository.run(['render', '--out', out]);
    assert.is(status, 2);
    assert.is(stderr, `tenantry: \`--out ${out}\` lies in \`${top}/\`. Name a folder of its own.\n`);
  }
});

test('a file that render did not write is refused', () => {
  mkdirSync(join(repository.root, 'rendered/prod-use1/tenants/acme/foundation'), { recursive: true });
  repository.write('rendered/prod-use1/tenants/acme/foundation/notes.txt', 'mine\n');
  const { status, stderr } = repository.run(['render']);
  assert.is(status, 1);
  assert.match(stderr, 'no-foreign-file');
  assert.is(repository.read('rendered/prod-use1/tenants/acme/foundation/notes.txt'), 'mine\n');
});

test.run();
