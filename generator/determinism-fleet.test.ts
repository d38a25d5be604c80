// A fleet large enough for the memory of inputs and for the second thread: neither of them, nor how many processors
// there are, changes a byte.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { idOf, writeFleet } from '../scripts/bench/fleet.ts';
import { skip } from '../scripts/skip.ts';
import { repository } from './testing/inputs.ts';
import { makeScratch } from './testing/scratch.ts';
import { assertSameTree, preloading, renderInto, type Surroundings } from './testing/surroundings.ts';

const test = suite('determinism of a fleet');
const tenants = 100;
const youth = 2500;
const scratch = makeScratch('determinism');
const root = join(scratch, 'fleet');
const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
const memory = join(repository, `node_modules/.cache/tenantry/inputs-${name}.json`);
const few = [0, 1, 2].flatMap((index) => ['--tenant', idOf(index)]);
let [whole, part] = ['', ''];
let runs = 0;

test.before(() => {
  writeFleet(root, tenants);
  // A file that changed just now is not remembered.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, youth);
  whole = render();
  part = render(few);
});

test.after(() => {
  fs.rmSync(scratch, { recursive: true });
  fs.rmSync(memory, { force: true });
});

function render(words: readonly string[] = [], surroundings: Surroundings = {}): string {
  const out = join(scratch, `tree-${runs++}`);
  try {
    return renderInto(out, root, surroundings, words);
  } finally {
    fs.rmSync(out, { recursive: true });
  }
}

/** Rewrites what was remembered: every tenant's cost centre is wrong, and `change` does the rest. */
function poison(change: (memory: string) => string = (text) => text): void {
  const text = fs.readFileSync(memory, 'utf8').replaceAll(/CC-\d+/g, 'CC-6666');
  fs.writeFileSync(memory, change(text));
}

test('the memory was written and is read: one that lies would be seen', () => {
  poison();
  assert.throws(() => assertSameTree(render(few), part), /CC-6666.*should be/s);
  fs.rmSync(memory);
});

const states: readonly (readonly [state: string, prepare: () => void])[] = [
  ['absent', () => fs.rmSync(memory, { force: true })],
  ['present', () => assert.ok(fs.existsSync(memory))],
  ['cut in half', () => fs.truncateSync(memory, fs.statSync(memory).size >> 1)],
  ['no object', () => fs.writeFileSync(memory, 'null')],
  ['of another version', () => poison((text) => text.replace('"stamp":"', '"stamp":"0'))],
  ['of other files', () => poison((text) => text.replaceAll('"mark":"', '"mark":"0'))],
  [
    'in the way',
    () => {
      fs.rmSync(memory);
      fs.mkdirSync(memory);
    },
  ],
];
for (const [state, prepare] of states) {
  test(`memory ${state}`, () => {
    prepare();
    assertSameTree(render(few), part);
    if (state === 'in the way') fs.rmdirSync(memory);
  });
}

test('an edit that leaves size and time as they were is not missed', () => {
  const file = join(root, `tenants/${idOf(1)}.yaml`);
  const { atime, mtime } = fs.statSync(file);
  const text = fs.readFileSync(file, 'utf8');
  assert.match(text, 'CC-1001');
  const write = (next: string) => {
    fs.writeFileSync(file, next);
    fs.utimesSync(file, atime, mtime);
  };
  write(text.replace('CC-1001', 'CC-7777'));
  assert.match(render(few), 'CC-7777');
  write(text);
  assertSameTree(render(few), part);
});

const alone = 'one processor';
if (spawnSync('taskset', ['-c', '0', 'true']).status === 0) {
  test(alone, () => assertSameTree(render([], { through: ['taskset', '-c', '0'] }), whole));
} else skip(test, alone, 'taskset is not installed');

test('three tenants alone are the same as among all', () => {
  const rows = new Set(whole.split('\n'));
  for (const row of part.split('\n')) assert.ok(rows.has(row), row.slice(0, 200));
});

for (const CLOCK of ['0', '4102444800000']) {
  test(`no dice, and no clock but for the memory, where it says ${CLOCK}; on either thread`, () => {
    fs.rmSync(memory, { force: true });
    assertSameTree(render([], { env: { CLOCK, ...preloading('no-chance') } }), whole);
  });
}

test('no `__proto__`, frozen intrinsics, on either thread', () => {
  const env = { NODE_OPTIONS: '--disable-proto=throw --frozen-intrinsics' };
  assertSameTree(render([], { env }), whole);
});

test.run();
