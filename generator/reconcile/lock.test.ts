// Runs on one tree wait for each other, and nobody waits for a dead one.
import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { withLock } from './lock.ts';
import { generation, readFiles, withRoot } from './testing/tree.ts';

const test = suite('lock');
const run = promisify(execFile);
const child = `${import.meta.dirname}/testing/child.ts`;

test('excludes other calls in this process, one after the other, and tells each once that it waits', () =>
  withRoot(async (root) => {
    let inside = 0;
    let waits = 0;
    const work = async () => {
      inside += 1;
      assert.is(inside, 1);
      await sleep(5);
      inside -= 1;
      return root;
    };
    const calls = Array.from({ length: 20 }, () =>
      withLock(
        {
          root,
          onWait: () => {
            waits += 1;
          },
        },
        work,
      ),
    );
    assert.equal(await Promise.all(calls), Array(20).fill(root));
    assert.is(waits, 19);
    assert.not(fs.existsSync(root), 'a root that it made and nobody filled is gone');
  }));

test('lets go when the work throws', () =>
  withRoot(async (root) => {
    const failing = withLock({ root, onWait: assert.unreachable }, () => {
      throw new Error('no');
    });
    assert.is(await failing.catch((error: Error) => error.message), 'no');
    assert.is(await withLock({ root, onWait: assert.unreachable }, () => 1), 1);
  }));

test('is free again after a kill: the lock file a dead run left locks nobody out', () =>
  withRoot(async (root) => {
    fs.mkdirSync(`${root}/.reconcile`, { recursive: true });
    const script = `import { withLock } from ${JSON.stringify(`${import.meta.dirname}/lock.ts`)};
      await withLock({ root: ${JSON.stringify(root)}, onWait() {} }, () => process.kill(process.pid, 'SIGKILL'));`;
    const killed = run(process.execPath, ['--input-type=module', '-e', script]);
    assert.is(await killed.catch(({ signal }) => signal), 'SIGKILL');
    assert.ok(fs.existsSync(`${root}/.reconcile/lock`));
    assert.is(await withLock({ root, onWait: assert.unreachable }, () => 1), 1);
    assert.not(fs.existsSync(`${root}/.reconcile`));
  }));

test('50 pairs of processes: each tree is one of the two, whole', () =>
  withRoot(async (root) => {
    const trees = [1, 2].map((number) => JSON.stringify(generation(number, 60)));
    let waited = 0;
    const outcomes = new Set<string>();
    for (let pair = 0; pair < 50; pair += 1) {
      const runs = await Promise.all(
        [1, 2].map((number) => run(process.execPath, [child, root, `${number}`, '60'])),
      );
      if (runs.some(({ stdout }) => stdout.includes('waits'))) waited += 1;
      const tree = JSON.stringify(sorted(readFiles(root)));
      assert.ok(trees.map((each) => JSON.stringify(sorted(JSON.parse(each)))).includes(tree));
      assert.equal(fs.readdirSync(root), ['c0', 'c1', 'c2']);
      outcomes.add(tree);
    }
    console.log(`${waited} of 50 pairs had to wait; ${outcomes.size} of 2 outcomes seen`);
    assert.ok(waited > 0, 'the pairs never met: this test proves nothing');
  }));

function sorted(files: Record<string, string>): [string, string][] {
  return Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
}

test.run();
