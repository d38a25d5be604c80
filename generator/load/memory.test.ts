// What a run may remember of the inputs that an earlier one read, and what it must not.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { idOf, writeFleet } from '../../scripts/bench/fleet.ts';
import { load } from './load.ts';
import { Memory } from './memory.ts';

const tenants = 110;
const test = suite<{ root: string; memo: string }>('memory');

test.before(async (context) => {
  context.root = mkdtempSync(join(tmpdir(), 'tenantry-memory-'));
  const name = createHash('sha256').update(context.root).digest('hex').slice(0, 16);
  context.memo = join(import.meta.dirname, `../../node_modules/.cache/tenantry/inputs-${name}.json`);
  writeFleet(context.root, tenants);
  // A file that has just changed is not remembered: it might change again before the clock ticks.
  await setTimeout(2100);
});

test.after(({ root, memo }) => {
  rmSync(root, { recursive: true });
  rmSync(memo, { force: true });
});

/** Loads, keeps everything, and tells which tenants were known before. */
function run(root: string) {
  const memory = new Memory(root);
  const { inputs, diagnostics } = load(root, memory);
  const known = inputs.tenants.filter((source) => memory.vouchesFor(source)).map(({ file }) => file);
  memory.keep([...inputs.clusters, ...inputs.tenants]);
  return { inputs, diagnostics, known };
}

function fileOf(root: string, index: number): string {
  return join(root, `tenants/${idOf(index)}.yaml`);
}

test('the second run knows every file, and what they say', ({ root }) => {
  const first = run(root);
  assert.is(first.known.length, 0);
  const second = run(root);
  assert.is(second.known.length, tenants);
  assert.is(JSON.stringify(second.inputs), JSON.stringify(first.inputs));
});

test('a file that changed is read anew, even with its size and time set back', ({ root }) => {
  const file = fileOf(root, 3);
  const before = readFileSync(file, 'utf8');
  const then = new Date(Date.now() - 60_000);
  writeFileSync(file, before.replace('CC-1003', 'CC-1004'));
  utimesSync(file, then, then);
  const { inputs, known } = run(root);
  assert.is(known.length, tenants - 1);
  const [source] = inputs.tenants.filter((each) => each.file.includes(idOf(3)));
  assert.match(source?.text ?? '', 'CC-1004');
});

test('a file that became a link is refused, known or not', ({ root }) => {
  const file = fileOf(root, 5);
  rmSync(file);
  symlinkSync(fileOf(root, 6), file);
  const { diagnostics, inputs } = run(root);
  assert.equal(
    diagnostics.map(({ code }) => code),
    ['no-symlink'],
  );
  assert.is(inputs.tenants.length, tenants - 1);
});

test('a damaged memory, or that of other code, is no memory', ({ root, memo }) => {
  assert.ok(run(root).known.length > 0);
  const text = readFileSync(memo, 'utf8');
  for (const damaged of [text.slice(0, -5), '', text.replace(/"stamp":"./, '"stamp":"x')]) {
    writeFileSync(memo, damaged);
    assert.is(run(root).known.length, 0);
  }
});

test('a few files are not worth remembering', () => {
  const root = mkdtempSync(join(tmpdir(), 'tenantry-memory-'));
  writeFleet(root, 3);
  run(root);
  assert.is(run(root).known.length, 0);
  rmSync(root, { recursive: true });
});

test.run();
