// The tree on disk after a run, and what a run leaves alone.
import * as fs from 'node:fs';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compare } from './compare.ts';
import { DiskFailure } from './failure.ts';
import { reconcile } from './reconcile.ts';
import { type Files, made, options, put, readFiles, snapshot, unitsOf, withRoot } from './testing/tree.ts';

const test = suite('reconcile');

const before: Files = {
  'c0/tenants/acme/a.yaml': made('a: 1'),
  'c0/tenants/acme/b.yaml': made('b: 1'),
  'c0/tenants/acme/data/c.yaml': made('c: 1'),
  'c0/tenants/birch/a.yaml': made('a: 1'),
};
const after: Files = {
  'c0/tenants/acme/a.yaml': made('a: 1'),
  'c0/tenants/acme/b.yaml': made('b: 2'),
  'c0/tenants/cedar/a.yaml': made('ä: 1'),
  'c1/argocd/root/a.yaml': made('a: 1'),
};

test('writes an absent tree, whatever the umask, and leaves nothing else', () =>
  withRoot((root) => {
    const umask = process.umask(0o077);
    try {
      const { changes, unchanged } = reconcile(unitsOf(before), options(root));
      assert.is(
        changes.map(({ kind, path }) => `${kind} ${path}`).join(),
        Object.keys(before)
          .map((path) => `created ${path}`)
          .join(),
      );
      assert.is(unchanged, 0);
    } finally {
      assert.is(process.umask(umask), 0o077);
    }
    assert.equal(readFiles(root), before);
    assert.is(fs.statSync(root).mode & 0o777, 0o755);
    for (const row of snapshot(root).split('\n').slice(1)) assert.match(row, / (755|644) /);
    assert.equal(fs.readdirSync(root), ['c0']);
  }));

test('creates, updates, deletes and removes emptied folders; tells each once, by path', () =>
  withRoot((root) => {
    reconcile(unitsOf(before), options(root));
    const inode = fs.statSync(`${root}/c0/tenants/acme/a.yaml`).ino;
    const { changes, unchanged, diagnostics } = reconcile(unitsOf(after).reverse(), options(root));
    assert.equal(diagnostics, []);
    assert.is(unchanged, 1);
    assert.equal(
      changes.map(({ kind, path }) => `${kind} ${path}`),
      [
        'updated c0/tenants/acme/b.yaml',
        'deleted c0/tenants/acme/data/c.yaml',
        'deleted c0/tenants/birch/a.yaml',
        'created c0/tenants/cedar/a.yaml',
        'created c1/argocd/root/a.yaml',
      ],
    );
    assert.is(fs.statSync(`${root}/c0/tenants/acme/a.yaml`).ino, inode, 'an unchanged file is not rewritten');
    assert.equal(readFiles(root), {
      ...after,
      'c0/tenants/cedar/a.yaml': Buffer.from(made('ä: 1')).toString('latin1'),
    });
    assert.not(fs.existsSync(`${root}/c0/tenants/birch`));
  }));

test('a narrowed run leaves the rest alone and still clears its own claim', () =>
  withRoot((root) => {
    reconcile(unitsOf(before), options(root));
    put(root, { 'notes.txt': 'not ours, not in any claim\n' });
    const units = [
      {
        input: 'tenants/acme.yaml',
        claims: ['c0/tenants/acme'],
        files: new Map([['c0/tenants/acme/z.yaml', made('z: 1')]]),
      },
    ];
    const { diagnostics } = reconcile(units, { ...options(root), sweep: false });
    assert.equal(diagnostics, []);
    assert.equal(Object.keys(readFiles(root)), [
      'c0/tenants/acme/z.yaml',
      'c0/tenants/birch/a.yaml',
      'notes.txt',
    ]);
  }));

test('repairs a file that somebody edited, replaced or made executable, and what a killed run left', () =>
  withRoot((root) => {
    reconcile(unitsOf(before), options(root));
    const whole = snapshot(root);
    put(root, {
      'c0/tenants/acme/a.yaml': 'mine: now\n',
      '.reconcile/stage/c9/a.yaml': 'half',
      '.reconcile/undo/3': 'old',
    });
    fs.chmodSync(`${root}/c0/tenants/acme/b.yaml`, 0o755);
    const { changes } = reconcile(unitsOf(before), options(root));
    assert.equal(
      changes.map(({ kind, path }) => `${kind} ${path}`),
      ['updated c0/tenants/acme/a.yaml', 'updated c0/tenants/acme/b.yaml'],
    );
    assert.is(snapshot(root), whole);
  }));

test('an error in a unit leaves the tree as it was, whoever throws it', () =>
  withRoot((root) => {
    reconcile(unitsOf(before), options(root));
    const whole = snapshot(root);
    for (const [error, expected] of [
      [new Error('composing failed'), Error],
      [Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' }), DiskFailure],
    ] as const) {
      function* units() {
        yield* unitsOf(after);
        throw error;
      }
      assert.throws(
        () => reconcile(units(), options(root)),
        (thrown: unknown) => thrown instanceof expected,
      );
      assert.is(snapshot(root), whole);
    }
  }));

const path = fc.constantFrom(
  ...['c0', 'c1'].flatMap((cluster) =>
    ['tenants/t0', 'tenants/t1', 'argocd'].flatMap((claim) =>
      ['', '/a.yaml', '/f', '/f/b.yaml', '/f/g/c.yaml'].map((rest) => `${cluster}/${claim}${rest}`),
    ),
  ),
);
const files = fc
  .dictionary(path, fc.constantFrom(made('1'), made('2'), made('é\u2028\ud800')), {
    minKeys: 1,
    noNullPrototype: true,
  })
  .map((all) => {
    const paths = Object.keys(all);
    return Object.fromEntries(
      Object.entries(all).filter(([name]) => !paths.some((other) => other.startsWith(`${name}/`))),
    );
  });

test('A then B is B alone, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(files, files, (first, second) =>
      withRoot((root) => {
        reconcile(unitsOf(first), options(root));
        const { diagnostics } = reconcile(unitsOf(second), options(root));
        reconcile(unitsOf(second), options(`${root}-fresh`));
        assert.equal(diagnostics, []);
        assert.is(snapshot(root), snapshot(`${root}-fresh`));
        assert.equal(compare(unitsOf(second), options(root)).changes, []);
      }),
    ),
    { numRuns: 300 },
  );
});

test.run();
