// The access rules of the tree that is committed here, edited in memory: what is only written otherwise is no exposure, and
// what opens them is. Nothing is expected of a single tenant.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { repository } from '../../testing/inputs.ts';
import { Classifier } from '../classify/classify.ts';
import type { Lane } from '../lane.ts';
import { loadKnowledge } from '../tables.ts';

const test = suite('access rules as they are rendered');
const classifier = new Classifier(await loadKnowledge());
const tree = join(repository, 'rendered');

interface Rendered {
  readonly path: string;
  readonly text: string;
}

/** The files of one concern, or some of them where there are many. */
function filesAt(pattern: string, most = 4): Rendered[] {
  const paths = globSync(pattern, { cwd: tree }).sort().slice(0, most);
  assert.ok(paths.length > 0, pattern);
  return paths.map((path) => ({ path, text: readFileSync(join(tree, path), 'utf8') }));
}

function lanesOf({ path, text }: Rendered, after: string | undefined): Set<Lane> {
  assert.is.not(after, text, `${path} was not edited`);
  const changes = classifier.classify([{ path, before: text, after }]);
  return new Set(changes.flatMap(({ verdicts }) => verdicts.map(({ lane }) => lane)));
}

const documents = (text: string) => text.split('---\n');

test('network policies under other names and in another order allow the same', () => {
  for (const file of filesAt('*/tenants/*/foundation/network.yaml')) {
    const renamed = file.text.replaceAll(/^ {2}name: (\S+)$/gm, '  name: $1-v2');
    assert.equal([...lanesOf(file, documents(renamed).toReversed().join('---\n'))], ['neutral'], file.path);
  }
});

test('a range of addresses written as its two halves allows the same', () => {
  for (const file of filesAt('*/tenants/*/foundation/network.yaml')) {
    const split = file.text.replaceAll(
      /( +)- ipBlock:\n +cidr: "([\d.]+)\.0\/24"/g,
      (_, indent: string, net: string) =>
        [0, 128].map((half) => `${indent}- ipBlock:\n${indent}    cidr: "${net}.${half}/25"`).join('\n'),
    );
    if (split !== file.text) assert.equal([...lanesOf(file, split)], ['neutral'], file.path);
  }
});

test('a tenant without network policies is open, and so is one whose policies let in everybody', () => {
  for (const file of filesAt('*/tenants/*/foundation/network.yaml')) {
    assert.ok(lanesOf(file, undefined).has('exposure'), file.path);
    const open = file.text.replaceAll(
      /namespaceSelector:\n +matchLabels:\n +kubernetes.io\/metadata.name: \S+/g,
      'namespaceSelector: {}',
    );
    assert.ok(lanesOf(file, open).has('exposure'), file.path);
    const wide = file.text.replace(/cidr: "10\.[\d.]+\/24"/, 'cidr: "0.0.0.0/0"');
    if (wide !== file.text) assert.ok(lanesOf(file, wide).has('exposure'), file.path);
  }
});

test('a policy that is taken away leaves the others to refuse', () => {
  for (const file of filesAt('*/tenants/*/foundation/network.yaml')) {
    const [first, ...others] = documents(file.text);
    const without = [first, ...others.filter((document) => !/name: service-/.test(document))].join('---\n');
    const lanes = lanesOf(file, without);
    assert.equal([lanes.has('downtime'), lanes.has('exposure')], [true, false], file.path);
  }
});

test('bindings: another name gives nobody anything, another group does', () => {
  for (const file of filesAt('*/tenants/*/foundation/access.yaml')) {
    const renamed = file.text.replace(/^ {2}name: deployers$/m, '  name: rollout');
    if (renamed !== file.text) assert.equal([...lanesOf(file, renamed)], ['neutral'], file.path);
    const open = file.text.replace(/kind: Group\n {2}name: \S+/, 'kind: Group\n  name: system:authenticated');
    assert.ok(lanesOf(file, open).has('exposure'), file.path);
    const other = file.text.replace(
      /kind: ClusterRole\n {2}name: \S+/,
      'kind: ClusterRole\n  name: cluster-admin',
    );
    assert.equal([...lanesOf(file, other)], ['rejected'], file.path);
  }
});

test('roles: fewer verbs are no harm, Secrets are', () => {
  for (const file of filesAt('*/platform/access/cluster-roles.yaml')) {
    assert.equal([...lanesOf(file, file.text.replaceAll(/^ {2}- watch\n/gm, ''))], ['neutral'], file.path);
    const more = file.text.replace(/^ {2}- pods$/m, '  - pods\n  - secrets');
    assert.ok(lanesOf(file, more).has('exposure'), file.path);
  }
});

test('projects and ApplicationSets', () => {
  for (const file of filesAt('*/argocd/projects/*.yaml')) {
    assert.ok(
      lanesOf(file, file.text.replace(/- namespace: t-\S+/, '- namespace: "*"')).has('exposure'),
      file.path,
    );
    assert.equal(
      [...lanesOf(file, file.text.replace(/description: .*/, 'description: Another.'))],
      ['neutral'],
      file.path,
    );
  }
  for (const file of filesAt('*/argocd/sets/data.yaml')) {
    const loose = file.text.replace('applicationsSync: create-update', 'applicationsSync: sync');
    assert.equal([...lanesOf(file, loose)], ['data-loss'], file.path);
    assert.ok(lanesOf(file, undefined).has('data-loss'), file.path);
  }
});

test('a tenant that leaves a cluster, and one whose region is another', () => {
  for (const file of filesAt('*/tenants/*/target.yaml')) {
    assert.equal([...lanesOf(file, undefined)], ['downtime'], file.path);
    const moved = lanesOf(file, file.text.replace(/^region: .*$/m, 'region: eu-central-1'));
    assert.equal([...moved].sort(), ['data-loss', 'stuck'], file.path);
  }
});

test.run();
