// Runs that are killed at any moment: no file is torn, and the next run repairs the tree.
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compare } from './compare.ts';
import { withLock } from './lock.ts';
import { reconcile } from './reconcile.ts';
import { type Files, generation, options, readFiles, unitsOf, withRoot } from './testing/tree.ts';

const test = suite('kill');
const child = `${import.meta.dirname}/testing/child.ts`;
const count = 150;
const kills = 220;

interface Blow {
  /** What the child says when the clock starts: before everything, or when all is staged and the renames begin. */
  readonly mark: 'ready' | 'staged';
  readonly milliseconds: number;
}

/** Resolves with the milliseconds that the child ran after its mark; kills it at the blow, if it still runs. */
function render(root: string, number: number, { mark, milliseconds }: Blow): Promise<number> {
  return new Promise((resolve, reject) => {
    let started = performance.now();
    const args = [child, root, `${number}`, `${count}`];
    const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    running.stdout.on('data', (chunk) => {
      if (!String(chunk).includes(mark)) return;
      started = performance.now();
      if (Number.isFinite(milliseconds)) setTimeout(() => running.kill('SIGKILL'), milliseconds);
    });
    running.on('error', reject);
    running.on('exit', () => resolve(performance.now() - started));
  });
}

/** `old`, `new` or `mixed`. Fails on a file that is neither its old self nor its new one, and on what `compare` lets pass. */
function judge(root: string, old: Files, next: Files): string {
  const found = readFiles(root);
  for (const [path, text] of Object.entries(found)) {
    if (text !== old[path] && text !== next[path]) throw new Error(`${path} is torn`);
  }
  const { changes, diagnostics } = compare(unitsOf(next), options(root));
  assert.equal(diagnostics, []);
  const isNew = isSame(found, next);
  assert.is(changes.length === 0, isNew, 'compare accepts the new tree and nothing else');
  if (isNew) return 'new';
  return isSame(found, old) ? 'old' : 'mixed';
}

function isSame(a: Files, b: Files): boolean {
  const paths = Object.keys(a);
  return paths.length === Object.keys(b).length && paths.every((path) => a[path] === b[path]);
}

test(`killed at ${kills} moments: whole files, a tree that compare judges rightly, and the next run repairs`, () =>
  withRoot(async (root) => {
    const marks = ['ready', 'staged'] as const;
    const whole = { ready: 0, staged: 0 };
    for (const mark of marks) {
      for (const number of [1, 2, 3]) {
        whole[mark] = await render(root, number, { mark, milliseconds: Number.POSITIVE_INFINITY });
      }
    }
    const tally: Record<string, number> = { old: 0, new: 0, mixed: 0 };
    for (let kill = 0; kill < kills; kill += 1) {
      const number = kill + 4;
      const mark = kill % 2 === 0 ? 'ready' : 'staged';
      await render(root, number, { mark, milliseconds: (whole[mark] * kill) / kills });
      const verdict = judge(root, generation(number - 1, count), generation(number, count));
      tally[verdict] = (tally[verdict] ?? 0) + 1;
      const next = generation(number, count);
      await withLock({ root, onWait: assert.unreachable }, () => reconcile(unitsOf(next), options(root)));
      assert.ok(isSame(readFiles(root), next));
      assert.not(fs.existsSync(`${root}/.reconcile`));
    }
    console.log(`${kills} kills: ${tally.old} old, ${tally.mixed} mixed, ${tally.new} new`);
    assert.ok(
      (tally.old ?? 0) + (tally.mixed ?? 0) > 0,
      'every run was over before its kill: this test proves nothing',
    );
  }));

test('the judge finds a torn file and a mixture', () =>
  withRoot((root) => {
    const [old, next] = [generation(1, count), generation(2, count)];
    reconcile(unitsOf(old), options(root));
    assert.is(judge(root, old, next), 'old');
    const path = Object.keys(old).find((each) => each in next && old[each] !== next[each]) ?? '';
    fs.writeFileSync(`${root}/${path}`, next[path] ?? '');
    assert.is(judge(root, old, next), 'mixed');
    fs.truncateSync(`${root}/${path}`, 9);
    assert.throws(() => judge(root, old, next), /is torn/);
  }));

test.run();
