// kubeconform, fed with our schemas, passes a sound tree and finds what conform finds in a broken one.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { conform } from '../generator/conform/conform.ts';
import { type Fault, seed } from '../generator/conform/faults.fixture.ts';
import { makeSoundTree, renderTree } from '../generator/conform/sound-tree.fixture.ts';
import { findBinary } from './kubeconform/binary.ts';
import { runKubeconform } from './kubeconform/run.ts';
import { skip } from './skip.ts';

const test = suite('kubeconform');
const binary = findBinary();

const faults: readonly Fault[] = [
  { code: 'no-unknown-field', object: 'deployment', pointer: '/spec/replica', value: 3 },
  { code: 'no-unknown-field', object: 'service', pointer: '/status', value: {} },
  { code: 'valid-field', object: 'config', pointer: '/data/currency', value: 1 },
  { code: 'require-field', object: 'application', pointer: '/spec/project', value: undefined },
  { code: 'require-schema', object: 'role', pointer: '/kind', value: 'Roll' },
];

function withTree<Result>(
  files: Iterable<readonly [string, string]>,
  use: (folder: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'tree-'));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if ('missing' in binary) skip(test, 'kubeconform agrees with conform', binary.missing);
else {
  test('a sound tree is valid, data beside it is ignored', () => {
    const tree = makeSoundTree();
    const files = [...renderTree('prod', tree), ['prod/tenants/acme/target.yaml', 'tenant: acme\n'] as const];
    const verdict = withTree(files, (folder) => runKubeconform(binary.path, folder));
    assert.equal(verdict, { valid: Object.keys(tree).length, faults: [] });
  });

  for (const fault of faults) {
    test(`both find ${fault.code} at ${fault.object}${fault.pointer}`, async () => {
      const tree = makeSoundTree();
      seed(tree, fault);
      const files = [...renderTree('prod', tree)];
      const ours = await conform(files);
      assert.equal([...new Set(ours.map(({ code }) => code))], [fault.code]);
      const { faults: theirs } = withTree(files, (folder) => runKubeconform(binary.path, folder));
      assert.is(theirs.length, 1, theirs.join('\n'));
      assert.ok(theirs[0]?.includes(`${fault.object}.yaml`));
    });
  }

  test('both refuse a key that is there twice', async () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\ndata: {a: x}\ndata: {a: y}\n';
    const files: [string, string][] = [['prod/platform/x/a.yaml', text]];
    assert.is((await conform(files))[0]?.code, 'valid-yaml');
    assert.is(withTree(files, (folder) => runKubeconform(binary.path, folder)).faults.length, 1);
  });
}

test.run();
