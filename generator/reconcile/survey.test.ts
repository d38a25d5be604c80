// What is found on the disk beside what is rendered, and what is refused.
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Unit } from '../model/tree.ts';
import { compare } from './compare.ts';
import { withLock } from './lock.ts';
import { reconcile } from './reconcile.ts';
import { type Files, made, options, put, snapshot, unitsOf, withRoot } from './testing/tree.ts';

const test = suite('survey');

const tree: Files = {
  'c0/tenants/acme/a.yaml': made('a: 1'),
  'c0/tenants/acme/data/b.yaml': made('b: 1'),
  'c1/tenants/acme/a.yaml': made('a: 1'),
};
const next: Files = {
  ...tree,
  'c0/tenants/acme/a.yaml': made('a: 2'),
  'c2/tenants/acme/a.yaml': made('a: 1'),
};

const outside = (root: string) => path.join(path.dirname(root), 'outside');
const link = (root: string, file: string) => {
  const from = path.join(root, file).replace(/\/$/, '');
  fs.rmSync(from, { recursive: true, force: true });
  fs.symlinkSync(outside(root), from);
};

interface Seed {
  readonly name: string;
  readonly plant: (root: string) => void;
  readonly refusal: string;
  /** What a run narrowed to the tenant on `c0` says; the same when absent. */
  readonly narrowed?: string;
}

const seeds: readonly Seed[] = [
  {
    name: 'a file of a person beside ours',
    plant: (root) => put(root, { 'c0/tenants/acme/note.yaml': 'a: 1\n' }),
    refusal: 'no-foreign-file rendered/c0/tenants/acme/note.yaml',
  },
  {
    name: 'a file that only mentions the header',
    plant: (root) => put(root, { 'c0/tenants/acme/note.yaml': `\n${made('a: 1')}` }),
    refusal: 'no-foreign-file rendered/c0/tenants/acme/note.yaml',
  },
  {
    name: 'an empty file',
    plant: (root) => put(root, { 'c0/tenants/acme/.keep': '' }),
    refusal: 'no-foreign-file rendered/c0/tenants/acme/.keep',
  },
  {
    name: 'a file where no unit looks',
    plant: (root) => put(root, { 'c7/x/README.md': 'hello\n' }),
    refusal: 'no-foreign-file rendered/c7/x/README.md',
    narrowed: '',
  },
  {
    name: 'a file in the place of a folder',
    plant: (root) => {
      fs.rmSync(`${root}/c0`, { recursive: true });
      put(root, { c0: 'x' });
    },
    refusal: 'no-foreign-file rendered/c0',
  },
  {
    name: 'a linked file',
    plant: (root) => link(root, 'c0/tenants/acme/a.yaml'),
    refusal: 'no-special-file rendered/c0/tenants/acme/a.yaml',
  },
  {
    name: 'a linked folder in a claim',
    plant: (root) => link(root, 'c0/tenants/acme/data'),
    refusal: 'no-special-file rendered/c0/tenants/acme/data',
  },
  {
    name: 'a linked claim',
    plant: (root) => link(root, 'c0/tenants/acme'),
    refusal: 'no-special-file rendered/c0/tenants/acme',
  },
  {
    name: 'a linked folder above a claim',
    plant: (root) => link(root, 'c0'),
    refusal: 'no-special-file rendered/c0',
  },
  {
    name: 'a linked folder for a new cluster',
    plant: (root) => link(root, 'c2'),
    refusal: 'no-special-file rendered/c2',
    narrowed: '',
  },
  {
    name: 'a linked scratch folder',
    plant: (root) => link(root, '.reconcile'),
    refusal: 'no-special-file rendered/.reconcile',
  },
  { name: 'a linked root', plant: (root) => link(root, ''), refusal: 'no-special-file rendered' },
  {
    name: 'a FIFO',
    plant: (root) => execFileSync('mkfifo', [`${root}/c0/tenants/acme/fifo.yaml`]),
    refusal: 'no-special-file rendered/c0/tenants/acme/fifo.yaml',
  },
  {
    name: 'a case twin of a file, ours',
    plant: (root) => put(root, { 'c0/tenants/acme/A.yaml': made('a: 1') }),
    refusal: 'no-case-twin rendered/c0/tenants/acme/A.yaml',
  },
  {
    name: 'a case twin of a folder',
    plant: (root) => put(root, { 'c0/tenants/acme/Data/b.yaml': made('b: 1') }),
    refusal: 'no-case-twin rendered/c0/tenants/acme/Data',
  },
  {
    name: 'a case twin of a claim',
    plant: (root) => put(root, { 'c0/tenants/ACME/b.yaml': made('b: 1') }),
    refusal: 'no-case-twin rendered/c0/tenants/ACME',
  },
  {
    name: 'a case twin of a cluster',
    plant: (root) => put(root, { 'C0/x.yaml': made('b: 1') }),
    refusal: 'no-case-twin rendered/C0',
  },
];

/** On macOS some case twins are the file itself; there is nothing to plant. */
const tellsCase = !fs.existsSync(import.meta.filename.toUpperCase());

for (const { name, plant, refusal, narrowed = refusal } of seeds) {
  if (!tellsCase && refusal.startsWith('no-case-twin')) continue;
  test(`refuses ${name} and writes nothing, here or behind a link`, () =>
    withRoot(async (root) => {
      reconcile(unitsOf(tree), options(root));
      put(outside(root), { 'a.yaml': made('a: 0'), 'stage/a.yaml': 'precious', 'data/b.yaml': made('b: 0') });
      plant(root);
      const whole = snapshot(path.dirname(root));
      const show = (units: Unit[], sweep: boolean) =>
        compare(units, { ...options(root), sweep })
          .diagnostics.map(({ code, file }) => `${code} ${file}`)
          .join();
      assert.is(show(unitsOf(next), true), refusal);
      assert.is(show(unitsOf(next).slice(0, 1), false), narrowed);
      const { diagnostics } = await withLock({ root, onWait: assert.unreachable }, () =>
        reconcile(unitsOf(next), options(root)),
      );
      assert.is(diagnostics.map(({ code, file }) => `${code} ${file}`).join(), refusal);
      assert.is(snapshot(path.dirname(root)), whole);
    }));
}

test('removes what is ours and stale, in the way or nowhere claimed', () =>
  withRoot((root) => {
    reconcile(unitsOf(tree), options(root));
    put(root, { 'c7/x/y.yaml': made('y: 1'), c2: made('in the way') });
    const { changes, diagnostics } = reconcile(unitsOf(next), options(root));
    assert.equal(diagnostics, []);
    assert.equal(
      changes.map(({ kind, path }) => `${kind} ${path}`),
      [
        'updated c0/tenants/acme/a.yaml',
        'deleted c2',
        'created c2/tenants/acme/a.yaml',
        'deleted c7/x/y.yaml',
      ],
    );
    assert.equal(fs.readdirSync(root), ['c0', 'c1', 'c2']);
  }));

test('refuses to empty the tree, whole or by its only claim, and says how many files', () =>
  withRoot((root) => {
    reconcile(unitsOf(tree), options(root));
    const whole = snapshot(root);
    const hollow = (claims: string[]): Unit[] => [{ input: 'tenants/acme.yaml', claims, files: new Map() }];
    const cases: [Unit[], boolean, string][] = [
      [[], true, 'no-empty-tree'],
      [hollow(['c0']), true, 'no-empty-tree'],
      [hollow(['c0', 'c1']), false, 'no-empty-tree'],
      [[], false, ''],
    ];
    for (const [units, sweep, codes] of cases) {
      const { diagnostics } = reconcile(units, { ...options(root), sweep });
      assert.is(diagnostics.map(({ code }) => code).join(), codes);
      assert.is(snapshot(root), whole);
    }
    assert.match(reconcile([], options(root)).diagnostics[0]?.message ?? '', 'all 3 files');
    assert.equal(
      reconcile(hollow(['c0']), { ...options(root), sweep: false }).diagnostics,
      [],
      'c1 is still there',
    );
    assert.equal(fs.readdirSync(root), ['c1']);
  }));

test('no units and no tree are nothing to refuse', () =>
  withRoot((root) =>
    assert.equal(reconcile([], options(root)), { changes: [], unchanged: 0, diagnostics: [] }),
  ));

test('tells each unit once it has been looked at', () =>
  withRoot((root) => {
    const told: string[] = [];
    compare(unitsOf(tree), { ...options(root), onUnit: ({ claims }) => told.push(...claims) });
    assert.equal(told, ['c0/tenants/acme', 'c1/tenants/acme']);
  }));

test.run();
