// Manifests → files → a unit: the exact text, the order, and every conflict with both parties named.

import { loadAll } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Manifest } from '../model/manifest.ts';
import type { FileContent } from './content.ts';
import { emitDocument, emitFile, emitUnit } from './emit.ts';

const test = suite('emit');

const input = 'tenants/acme.yaml';
const claim = 'prod/tenants/acme';

function manifest(kind: string, name: string, namespace?: string, apiVersion = 'v1'): Manifest {
  return { apiVersion, kind, metadata: namespace === undefined ? { name } : { name, namespace } };
}

test('a file is its header and its objects in canonical order', () => {
  const objects = [
    manifest('Widget', 'a', 'acme'),
    manifest('Service', 'b', 'acme'),
    manifest('Namespace', 'acme'),
  ];
  const expected = [
    '# Made by `npm run render` from tenants/acme.yaml. Do not edit.\n',
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: acme\n---\n',
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: b\n  namespace: acme\n---\n',
    'apiVersion: v1\nkind: Widget\nmetadata:\n  name: a\n  namespace: acme\n',
  ].join('');
  assert.is(emitFile(input, objects), expected);
  assert.is(emitFile(input, objects.toReversed()), expected);
});

test('objects are ordered by kind, namespace, name, group, without regard to how they came', () => {
  const ordered = [
    manifest('Role', 'b', 'x'),
    manifest('RoleBinding', 'a', 'x'),
    manifest('Service', 'b', 'x'),
    manifest('Service', 'a', 'y'),
    manifest('Service', 'a', 'y', 'serving.example/v1'),
    manifest('CronJob', 'a', 'x', 'batch/v1'),
    manifest('Aardvark', 'a', 'x'),
    manifest('Zebra', 'a'),
  ];
  for (const shuffled of [ordered.toReversed(), [...ordered.slice(4), ...ordered.slice(0, 4)]]) {
    assert.equal([...loadAll(emitFile(input, shuffled))], ordered);
  }
});

test('a literal that keeps its last line breaks does not swallow the next object', () => {
  const config = { ...manifest('ConfigMap', 'a', 'x'), data: { text: 'a\n---\nb\n\n\n' } };
  assert.equal([...loadAll(emitFile(input, [config, manifest('Service', 'b', 'x')]))].length, 2);
  assert.equal(loadAll(emitFile(input, [config]))[0], config);
});

test('plain data has a header too', () => {
  const expected = '# Made by `npm run render` from tenants/acme.yaml. Do not edit.\na: 1\nb: []\n';
  assert.is(emitDocument(input, { b: [], a: 1 }), expected);
});

test('a unit holds its files in the order of their paths', () => {
  const files: FileContent[] = [
    { path: `${claim}/b.yaml`, manifests: [manifest('Service', 'b', 'x')] },
    { path: `${claim}/a.yaml`, document: { a: 1 } },
  ];
  const unit = emitUnit(input, [claim], files);
  assert.equal([...unit.files.keys()], [`${claim}/a.yaml`, `${claim}/b.yaml`]);
  assert.equal([...emitUnit(input, [claim], files.toReversed()).files], [...unit.files]);
  assert.is(unit.files.get(`${claim}/a.yaml`), emitDocument(input, { a: 1 }));
  assert.is(unit.input, input);
});

const a = manifest('Service', 'a', 'x');
const b = manifest('Service', 'b', 'x');

const conflicts: [contents: FileContent[], expected: string][] = [
  [
    [
      { path: `${claim}/a.yaml`, manifests: [a] },
      { path: `${claim}/a.yaml`, manifests: [b] },
    ],
    `${input} renders ${claim}/a.yaml with /Service x/a and ${claim}/a.yaml with /Service x/b`,
  ],
  [
    [
      { path: `${claim}/a.yaml`, manifests: [a] },
      { path: `${claim}/A.yaml`, document: 1 },
    ],
    `${input} renders ${claim}/A.yaml with plain data and ${claim}/a.yaml with /Service x/a`,
  ],
  [
    [
      { path: `${claim}/a/b.yaml`, manifests: [a] },
      { path: `${claim}/a`, manifests: [b] },
    ],
    `${input} renders ${claim}/a with /Service x/b and ${claim}/a/b.yaml with /Service x/a`,
  ],
  [
    [
      { path: `${claim}/b.yaml`, manifests: [b, { ...a, apiVersion: 'v2' }] },
      { path: `${claim}/a.yaml`, manifests: [a] },
    ],
    `${input} renders /Service x/a twice, in ${claim}/a.yaml and in ${claim}/b.yaml`,
  ],
  [
    [{ path: `${claim}-2/a.yaml`, manifests: [a] }],
    `${input} renders ${claim}-2/a.yaml, which lies outside its claims: ${claim}`,
  ],
  [
    [{ path: `${claim}/../b/a.yaml`, manifests: [a] }],
    `${input} renders "${claim}/../b/a.yaml", which is not a plain relative path`,
  ],
  [[{ path: `${claim}/a.yaml`, manifests: [] }], `${input} renders a file without objects`],
];

for (const [contents, expected] of conflicts) {
  test(expected, () =>
    assert.throws(
      () => emitUnit(input, [claim], contents),
      (error: Error) => error.message === expected,
    ),
  );
}

test('an input whose name would end the header line is refused', () => {
  assert.throws(() => emitDocument('a\nb', {}), /cannot stand in a header line/);
});

test.run();
