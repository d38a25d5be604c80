// What `check` is told of a tree that differs.
import * as fs from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compare } from './compare.ts';
import { reconcile } from './reconcile.ts';
import { type Files, made, options, put, snapshot, unitsOf, withRoot } from './testing/tree.ts';

const test = suite('compare');

const tree: Files = {
  'c0/tenants/acme/a.yaml': made('a: 1'),
  'c0/tenants/acme/b.yaml': made('b: \ufffd'),
  'c1/tenants/acme/a.yaml': made('a: 1'),
};

test('finds nothing in a fresh tree, and not the scratch folder or empty folders either', () =>
  withRoot((root) => {
    reconcile(unitsOf(tree), options(root));
    put(root, { '.reconcile/stage/x.yaml': 'left' });
    fs.mkdirSync(`${root}/c0/empty/er`, { recursive: true });
    const whole = snapshot(root);
    assert.equal(compare(unitsOf(tree), options(root)), { changes: [], unchanged: 3, diagnostics: [] });
    assert.is(snapshot(root), whole);
  }));

test('finds one flipped bit in any file, at any end', () =>
  withRoot((root) => {
    reconcile(unitsOf(tree), options(root));
    for (const path of Object.keys(tree)) {
      const good = fs.readFileSync(`${root}/${path}`);
      for (const index of [0, good.length >> 1, good.length - 1]) {
        const bad = Buffer.from(good);
        bad[index] = (bad[index] ?? 0) ^ 1;
        fs.writeFileSync(`${root}/${path}`, bad);
        assert.equal(compare(unitsOf(tree), options(root)).changes, [{ kind: 'updated', path }]);
      }
      fs.writeFileSync(`${root}/${path}`, good);
    }
  }));

test('finds bytes that decode to the same text', () =>
  withRoot((root) => {
    reconcile(unitsOf(tree), options(root));
    const path = 'c0/tenants/acme/b.yaml';
    const text = fs.readFileSync(`${root}/${path}`, 'latin1');
    fs.writeFileSync(`${root}/${path}`, text.replace('\xef\xbf\xbd', '\xf0\x9f\x98'), 'latin1');
    assert.is(fs.readFileSync(`${root}/${path}`, 'utf8'), tree[path]);
    assert.equal(compare(unitsOf(tree), options(root)).changes, [{ kind: 'updated', path }]);
  }));

test('tells both texts of what is missing, changed, executable and stale', () =>
  withRoot((root) => {
    reconcile(unitsOf(tree), options(root));
    fs.rmSync(`${root}/c1`, { recursive: true });
    fs.chmodSync(`${root}/c0/tenants/acme/b.yaml`, 0o755);
    put(root, { 'c0/tenants/acme/a.yaml': made('a: 2'), 'c2/x.yaml': made('x: 1') });
    const told: Record<string, unknown> = {};
    compare(unitsOf(tree), {
      ...options(root),
      onDifference: ({ path }, before, after) => {
        told[path] = [before, after];
      },
    });
    assert.equal(told, {
      'c0/tenants/acme/a.yaml': [made('a: 2'), made('a: 1')],
      'c0/tenants/acme/b.yaml': [made('b: \ufffd'), made('b: \ufffd')],
      'c1/tenants/acme/a.yaml': [undefined, made('a: 1')],
      'c2/x.yaml': [made('x: 1'), undefined],
    });
  }));

test('finds every file of an absent tree missing, and makes no folder', () =>
  withRoot((root) => {
    assert.is(compare(unitsOf(tree), options(root)).changes.length, 3);
    assert.not(fs.existsSync(root));
  }));

test.run();
