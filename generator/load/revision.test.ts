// What git tells of a revision, and what it means when it tells nothing.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { revisionBase } from './base.ts';
import { GitRefusal, objectIdOf, Revision, UnknownRevision } from './revision.ts';

const test = suite<{ root: string }>('revision');

function git(root: string, ...words: readonly string[]): void {
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@keelstone.example'];
  execFileSync('git', ['-C', root, ...author, ...words]);
}

test.before.each((context) => {
  context.root = mkdtempSync(join(tmpdir(), 'tenantry-revision-'));
  mkdirSync(join(context.root, 'tree/sub'), { recursive: true });
  writeFileSync(join(context.root, 'tree/a.yaml'), 'a: 1\n');
  writeFileSync(join(context.root, 'tree/sub/é.yaml'), 'b: 2\n');
  git(context.root, 'init', '--quiet');
});
test.after.each(({ root }) => rmSync(root, { recursive: true, force: true }));

test('files and texts as they were committed, whatever the disk says now', ({ root }) => {
  git(root, 'add', '.');
  git(root, 'commit', '--quiet', '--message', 'one');
  writeFileSync(join(root, 'tree/a.yaml'), 'a: 9\n');
  const head = Revision.head(root);
  const base = revisionBase(head, 'tree', []);
  assert.equal([...base.paths].sort(), ['a.yaml', 'sub/é.yaml']);
  assert.equal(base.read(['a.yaml', 'none.yaml', 'sub/é.yaml']), ['a: 1\n', undefined, 'b: 2\n']);
  assert.ok(base.holds('a.yaml', 'a: 1\n'));
  assert.not(base.holds('a.yaml', 'a: 9\n'));
  assert.not(base.holds('none.yaml', ''));
  assert.match(base.label, /^HEAD \([0-9a-f]{7,}\)$/);
  assert.equal([...revisionBase(head, 'tree', ['sub']).paths], ['sub/é.yaml']);
  assert.equal([...revisionBase(Revision.head(join(root, 'tree')), '', ['sub']).paths], ['sub/é.yaml']);
  assert.ok(head.has('tree'));
  assert.not(head.has('nowhere'));
});

test('what git has lost is not empty', ({ root }) => {
  git(root, 'add', '.');
  git(root, 'commit', '--quiet', '--message', 'one');
  writeFileSync(join(root, 'tree/a.yaml'), 'a: 9\n');
  const id = objectIdOf('a: 1\n', '0'.repeat(40));
  rmSync(join(root, '.git/objects', id.slice(0, 2), id.slice(2)));
  const base = revisionBase(Revision.head(root), 'tree', []);
  assert.throws(
    () => base.read(['a.yaml', 'sub/é.yaml']),
    (error: unknown) => error instanceof GitRefusal,
  );
});

test('links and submodules are no files', ({ root }) => {
  execFileSync('ln', ['-s', 'a.yaml', join(root, 'tree/link.yaml')]);
  git(root, 'add', '.');
  git(root, 'commit', '--quiet', '--message', 'one');
  assert.not(revisionBase(Revision.head(root), 'tree', []).paths.has('link.yaml'));
});

test('an id is what git would give', () => {
  assert.is(objectIdOf('', '0'.repeat(40)), 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
  assert.is(
    objectIdOf('', '0'.repeat(64)),
    '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
  );
});

test('no commit yet, no such revision, no repository: nothing is known to be there', ({ root }) => {
  assert.throws(
    () => Revision.head(root).list('tree'),
    (error: unknown) => error instanceof UnknownRevision,
  );
  assert.throws(
    () => Revision.named(root, 'main'),
    (error: unknown) => error instanceof UnknownRevision,
  );
  assert.throws(
    () => Revision.named(root, '--all'),
    (error: unknown) => error instanceof UnknownRevision,
  );
  rmSync(join(root, '.git'), { recursive: true });
  assert.throws(
    () => Revision.head(root).list('tree'),
    (error: unknown) => error instanceof UnknownRevision,
  );
});

test('a git that will not answer, or is not there, is no sign that nothing was committed', ({ root }) => {
  writeFileSync(join(root, '.git/config'), '[core\n');
  assert.throws(
    () => Revision.head(root).list('tree'),
    (error: unknown) => error instanceof GitRefusal,
  );
  const { PATH } = process.env;
  process.env.PATH = join(root, 'tree');
  try {
    assert.throws(
      () => Revision.head(root).list('tree'),
      (error: unknown) => error instanceof GitRefusal,
    );
    rmSync(join(root, '.git'), { recursive: true });
    assert.throws(
      () => Revision.head(root).list('tree'),
      (error: unknown) => error instanceof UnknownRevision,
    );
  } finally {
    process.env.PATH = PATH;
  }
});

test.run();
