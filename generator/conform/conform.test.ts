// Every check finds its seeded faults, one code per fault, and finds nothing in a sound tree.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadChecks } from './checks.ts';
import { conform } from './conform.ts';
import { faults, seed } from './faults.fixture.ts';
import { makeSoundTree, renderTree } from './sound-tree.fixture.ts';

const test = suite('conform');

/** Each fault gets a cluster of its own, so that one run loads the schemas once. */
function* renderFaults(): Generator<[string, string]> {
  for (const [index, fault] of faults.entries()) {
    const tree = makeSoundTree();
    seed(tree, fault);
    yield* renderTree(`fault-${index}`, tree);
  }
}

test('a sound tree is clean', async () => {
  assert.equal(await conform(renderTree('prod', makeSoundTree())), []);
});

test('every seeded fault is found, and nothing else with it', async () => {
  const found = Map.groupBy(await conform(renderFaults()), ({ file }) => file.split('/')[1]);
  const wrong = faults.flatMap(({ code, object, pointer }, index) => {
    const codes = [...new Set(found.get(`fault-${index}`)?.map((diagnostic) => diagnostic.code))];
    return codes.join() === code ? [] : [`${object}${pointer} (${code}): ${codes.join()}`];
  });
  assert.equal(wrong, []);
});

test('no check is without a seeded fault', async () => {
  const seeded = new Set(faults.map(({ code }) => code));
  for (const code of (await loadChecks()).keys()) assert.ok(seeded.has(code), code);
});

test('a finding points at its field, in its document', async () => {
  const { config } = makeSoundTree();
  const first = JSON.stringify(config);
  const second =
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: b\n  namespace: tenant-acme\n  lables: {}\n';
  const [finding, ...rest] = await conform([['prod/platform/x/a.yaml', `${first}\n---\n${second}`]]);
  assert.is(rest.length, 0);
  assert.equal(finding, {
    file: 'rendered/prod/platform/x/a.yaml',
    line: 8,
    column: 3,
    code: 'no-unknown-field',
    severity: 'error',
    message: '`lables` is not a field of ConfigMap `metadata`.',
  });
});

test('a conflict names both objects', async () => {
  const { config } = makeSoundTree();
  const files = ['a', 'b'].map((name): [string, string] => [
    `prod/platform/x/${name}.yaml`,
    JSON.stringify(config),
  ]);
  const [finding] = await conform(files);
  assert.is(finding?.file, 'rendered/prod/platform/x/b.yaml');
  assert.is(finding?.related?.[0]?.file, 'rendered/prod/platform/x/a.yaml');
});

test('text that is not one plain value per key is refused where it stands', async () => {
  const head = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\n';
  const bodies = [
    'data: {}\ndata: {}\n',
    'data: &a {}\nbinaryData: *a\n',
    'data: {a: !!binary AA==}\n',
    'data: {\n',
  ];
  for (const body of bodies) {
    const found = await conform([['prod/platform/x/a.yaml', head + body]]);
    assert.is(found.length, 1, body);
    assert.is(found[0]?.code, 'valid-yaml', body);
    assert.ok((found[0]?.line ?? 0) >= 4, body);
  }
});

test('the data of the ApplicationSets and files that are no manifests are left alone', async () => {
  const files: [string, string][] = [
    ['prod/tenants/acme/target.yaml', 'tenant: acme\n'],
    ['prod/README.md', '# hello'],
  ];
  assert.equal(await conform(files), []);
  const elsewhere = await conform([['prod/tenants/acme/data/target.yaml', 'tenant: acme\n']]);
  assert.is(elsewhere[0]?.code, 'require-identity');
});

test('a kind that no package has is held to our own closed schema', async () => {
  const own = mkdtempSync(join(tmpdir(), 'conform-'));
  mkdirSync(join(own, 'shop.example'));
  const schema = {
    type: 'object',
    properties: {
      spec: { type: 'object', properties: { size: { type: 'integer' } }, additionalProperties: false },
    },
  };
  writeFileSync(join(own, 'shop.example', 'till_v1.json'), JSON.stringify(schema));
  const till = { apiVersion: 'shop.example/v1', kind: 'Till', metadata: { name: 'a', namespace: 'b' } };
  const render = (spec: unknown): [string, string][] => [
    ['prod/platform/x/a.yaml', JSON.stringify({ ...till, spec })],
  ];
  assert.equal(await conform(render({ size: 3 }), own), []);
  assert.is((await conform(render({ size: '3' }), own))[0]?.code, 'valid-field');
  assert.is((await conform(render({ sice: 3 }), own))[0]?.code, 'no-unknown-field');
  rmSync(own, { recursive: true });
});

test.run();
