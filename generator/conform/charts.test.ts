// A chart that Helm installs as it is meant is clean; every way in which it would not be is found where it stands.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { conform } from './conform.ts';

const test = suite('charts');
const folder = 'prod/platform/mesh';

const sound: Readonly<Record<string, string>> = {
  'Chart.yaml': `apiVersion: v2
name: mesh
dependencies:
- name: istiod
  repository: oci://registry.example/charts
  version: 1.31.1
- name: cni
  repository: https://charts.example
  version: 1.31.1
description: The mesh.
type: application
version: 0.0.0
`,
  'values.yaml': 'cni: {}\nistiod:\n  revision: stable\n',
  'templates/namespace.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: mesh\n',
};

/** `line:column code file`, sorted as they are shown. */
async function findingsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const tree = Object.entries(files).map(([name, text]): [string, string] => [`${folder}/${name}`, text]);
  const found = await conform(tree);
  return found.map(({ line, column, code, file }) => `${line}:${column} ${code} ${file.split('/').at(-1)}`);
}

test('a sound chart is clean', async () => assert.equal(await findingsOf(sound), []));

/** Each replaces some text of one file. */
const faults: readonly (readonly [file: string, before: string, after: string, finding: string])[] = [
  ['Chart.yaml', 'apiVersion: v2', 'apiVersion: v1', '1:1 valid-chart Chart.yaml'],
  ['Chart.yaml', 'name: mesh', 'name: edge', '2:1 valid-chart Chart.yaml'],
  ['Chart.yaml', 'type: application', 'type: library', '11:1 valid-chart Chart.yaml'],
  ['Chart.yaml', 'version: 0.0.0', 'version: one', '12:1 valid-chart Chart.yaml'],
  ['Chart.yaml', 'description: The', 'keyword: The', '10:1 valid-chart Chart.yaml'],
  ['Chart.yaml', '  version: 1.31.1', '  version: ^1.31.1', '6:3 valid-chart Chart.yaml'],
  ['Chart.yaml', '  version: 1.31.1', '  version: "1.31"', '6:3 valid-chart Chart.yaml'],
  ['Chart.yaml', '  version: 1.31.1', '  version: "*"', '6:3 valid-chart Chart.yaml'],
  ['Chart.yaml', 'oci://registry', 'http://registry', '5:3 valid-chart Chart.yaml'],
  ['Chart.yaml', 'https://charts.example', 'file://../other', '8:3 valid-chart Chart.yaml'],
  [
    'Chart.yaml',
    '  repository: https',
    '  condition: cni.on\n  repository: https',
    '8:3 valid-chart Chart.yaml',
  ],
  ['Chart.yaml', '- name: cni', '- name: istiod', '7:3 valid-chart Chart.yaml'],
  ['Chart.yaml', 'dependencies:', 'dependencies: {}\nx:', '1:1 valid-chart Chart.yaml'],
  ['Chart.yaml', 'name: mesh', 'name: [', '3:1 valid-yaml Chart.yaml'],
  ['values.yaml', 'istiod:', 'istoid:', '2:1 valid-chart values.yaml'],
  ['values.yaml', 'cni: {}\nistiod:\n  revision: stable\n', '- cni\n', '1:1 valid-chart values.yaml'],
  ['values.yaml', 'stable', '"{{ .Release.Name }}"', '3:14 no-chart-action values.yaml'],
  [
    'templates/namespace.yaml',
    'name: mesh',
    'name: mesh\n  annotations:\n    a: "{{"',
    '6:9 no-chart-action namespace.yaml',
  ],
];

test('every fault is found where it stands', async () => {
  for (const [file, before, after, finding] of faults) {
    const text = sound[file]?.replace(before, after);
    assert.is.not(text, sound[file], `${before} → ${after}`);
    const found = await findingsOf({ ...sound, [file]: text ?? '' });
    assert.ok(found.includes(finding), `${before} → ${after}: ${found.join('; ')}`);
  }
});

test('what Helm does not install is found', async () => {
  const object = sound['templates/namespace.yaml'] ?? '';
  assert.equal(await findingsOf({ ...sound, 'templates/namespace.yaml': '', 'namespace.yaml': object }), [
    '1:1 valid-chart namespace.yaml',
  ]);
  const { 'Chart.yaml': _, ...headless } = sound;
  assert.equal(await findingsOf(headless), ['1:1 valid-chart namespace.yaml', '1:1 valid-chart values.yaml']);
});

test('what a chart makes is not missed beside it, and is elsewhere', async () => {
  const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: reader, namespace: mesh}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: made-by-the-chart}
`;
  assert.equal(await findingsOf({ ...sound, 'templates/binding.yaml': binding }), []);
  assert.equal(await findingsOf({ 'binding.yaml': binding }), ['4:1 require-reference binding.yaml']);
});

test('values are what they are: no object is looked for in them', async () => {
  const values = 'istiod:\n  kind: Deployment\ncni: {}\n';
  assert.equal(await findingsOf({ ...sound, 'values.yaml': values }), []);
});

test.run();
