// A disk that fails or is full: the tree is the old one, and the words say so.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { skip } from '../../scripts/skip.ts';
import { compare } from './compare.ts';
import { reconcile } from './reconcile.ts';
import { generation, made, options, readFiles, unitsOf, withRoot } from './testing/tree.ts';

const test = suite('fault');
const child = `${import.meta.dirname}/testing/child.ts`;
// A created, an updated and a deleted file, a new folder and one that goes: each call that a run can make.
const count = 7;
const [oldNumber, nextNumber] = [4, 5];
const old = generation(oldNumber, count);
const next = generation(nextNumber, count);

/** What each call may answer on a bad day. */
const errors: Readonly<Record<string, string>> = {
  open: 'EMFILE',
  write: 'ENOSPC',
  pwrite: 'ENOSPC',
  mkdir: 'EACCES',
  rename: 'EIO',
  rmdir: 'EIO',
  unlink: 'EROFS',
};
const calls = 'trace=/^(openat|p?write(64)?|mkdir(at)?|rename(at2?)?|rmdir|unlink(at)?)$';

interface Call {
  readonly name: string;
  /** Which call of this name it is in the main thread, from 1. */
  readonly when: number;
}

// The filter in the kernel stops the child at these calls alone, not at every one.
const filtered = ['-f', '--seccomp-bpf'];

function strace(root: string, flags: readonly string[], ...rules: string[]) {
  const log = `${root}.strace`;
  const rest = [process.execPath, child, root, `${nextNumber}`, `${count}`];
  const { status, signal, stderr } = spawnSync(
    'strace',
    [...flags, '-qq', '-o', log, '-e', calls, ...rules, ...rest],
    { encoding: 'utf8' },
  );
  return { status, signal, stderr, log };
}

/** Every call of the main thread that touches the tree. */
function findCalls(log: string, root: string): Call[] {
  const lines = fs.readFileSync(log, 'utf8').split('\n');
  const main = lines[0]?.split(' ')[0] ?? '';
  const times = new Map<string, number>();
  return lines.flatMap((line) => {
    const [, thread, name = ''] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    if (thread !== main) return [];
    const when = (times.get(name) ?? 0) + 1;
    times.set(name, when);
    return line.includes(root) ? [{ name, when }] : [];
  });
}

function errorOf(name: string): string {
  return errors[name.replace(/at2?$|64$/, '')] ?? 'EIO';
}

const isTraceable = spawnSync('strace', [...filtered, '-qq', '-o', '/dev/null', 'true']).status === 0;

function testEveryCall(
  title: string,
  names: RegExp,
  flags: readonly string[],
  inject: (call: Call) => string,
  judge: (root: string, run: ReturnType<typeof strace>) => void,
) {
  if (!isTraceable) return skip(test, title, 'strace is not installed or may not trace');
  test(title, () =>
    withRoot((root) => {
      reconcile(unitsOf(old), options(root));
      const traced = strace(root, [...filtered, '-y']);
      assert.is(traced.status, 0, traced.stderr);
      const found = findCalls(traced.log, root);
      for (const name of ['write', 'mkdir', 'rename', 'rmdir', 'unlink']) {
        assert.ok(
          found.some((call) => call.name.startsWith(name)),
          `no ${name} seen`,
        );
      }
      let [runs, failed] = [0, 0];
      for (const call of found.filter(({ name }) => names.test(name))) {
        reconcile(unitsOf(old), options(root));
        const run = strace(root, flags, '-e', inject(call));
        runs += 1;
        if (run.status !== 0) failed += 1;
        judge(root, run);
        assert.not(Object.keys(readFiles(root)).some((path) => !(path in old) && !(path in next)));
      }
      console.log(`${title}: ${runs} calls, ${failed} runs failed`);
      assert.ok(failed > runs / 3, 'most faults went unnoticed: they cannot have been injected');
    }),
  );
}

testEveryCall(
  'an error at any call leaves the old tree, or the new one and says so',
  /./,
  filtered,
  ({ name, when }) => `inject=${name}:error=${errorOf(name)}:when=${when}`,
  (root, { status, stderr }) => assert.equal(readFiles(root), status === 0 ? next : old, stderr),
);

testEveryCall(
  'a kill at any call that writes leaves whole files, and a tree that compare judges rightly',
  /^(?!openat)/,
  // Behind the filter strace 6.1 sends no signal. The main thread makes all of these calls: no other is followed.
  [],
  ({ name, when }) => `inject=${name}:signal=KILL:when=${when}`,
  (root) => {
    const found = readFiles(root);
    for (const [path, text] of Object.entries(found))
      assert.ok(text === old[path] || text === next[path], path);
    const { changes } = compare(unitsOf(next), options(root));
    assert.is(changes.length === 0, JSON.stringify(found) === JSON.stringify(readFilesOf(next)));
    reconcile(unitsOf(next), options(root));
    assert.equal(readFiles(root), next);
  },
);

function readFilesOf(files: typeof next) {
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const fullDisk = 'a full disk leaves the old tree and no staged file';
const mount = (folder: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
const unmount = (folder: string) => spawnSync('umount', [folder]);

let mayMount = false;
await withRoot((root) => {
  fs.mkdirSync(root);
  mayMount = mount(root);
  if (mayMount) unmount(root);
});

if (mayMount) {
  test(fullDisk, () =>
    withRoot((root) => {
      fs.mkdirSync(root);
      assert.ok(mount(root));
      try {
        reconcile(unitsOf(old), options(root));
        const large = { ...next, 'c0/tenants/t0/data/large.yaml': made('x'.repeat(2 ** 21)) };
        const says = /ENOSPC.*nothing under rendered\/ was changed/;
        assert.throws(() => reconcile(unitsOf(large), options(root)), says);
        assert.equal(readFiles(root), old);
        assert.not(fs.existsSync(`${root}/.reconcile`));
      } finally {
        unmount(root);
      }
    }),
  );
} else skip(test, fullDisk, 'this user may not mount a small file system');

test.run();
