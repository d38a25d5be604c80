// `tenantry compose`: every object of every claim as YAML, and where nothing can be known yet, that.
import { loadAll } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Repository } from '../testing/repository.ts';

const test = suite('compose');
const repository = new Repository();
test.after(() => repository.remove());

interface Composed {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
}

const documentsOf = (yaml: string) => loadAll(yaml) as Composed[];

test('shows every object of every claim, each said to be of one', () => {
  const { status, stdout, stderr } = repository.run(['compose', 'acme']);
  assert.is(stderr, '');
  assert.is(status, 0);
  const documents = documentsOf(stdout);
  assert.ok(documents.length > 50);
  for (const { kind, metadata } of documents) assert.is(metadata.namespace, 't-acme', kind);
  for (const cluster of ['prod-use1', 'prod-usw2']) {
    assert.ok(stdout.includes(`# ${cluster}: NetworkClaim network, by networkclaims.tenantry.dev\n`));
  }
});

test('says of a field that only AWS knows what it waits for', () => {
  const { stdout } = repository.run(['compose', 'harborview', '--cluster', 'prod-use1']);
  assert.match(stdout, /^ +- … # known once `SecurityGroup network-client` is there$/m);
  assert.not.match(stdout, /known-later/);
});

test('shows one kind on one cluster, also as JSON', () => {
  const words = ['compose', 'lakeshore', '--cluster', 'prod-use1', '--kind', 'NetworkClaim'];
  const kinds = new Set(documentsOf(repository.run(words).stdout).map(({ kind }) => kind));
  assert.equal([...kinds].sort(), [
    'SecurityGroup',
    'SecurityGroupEgressRule',
    'SecurityGroupIngressRule',
    'SecurityGroupPolicy',
  ]);
  const parts = JSON.parse(repository.run([...words, '--format', 'json']).stdout);
  assert.is(parts.length, 1);
  assert.equal(parts[0].claim, { kind: 'NetworkClaim', name: 'network' });
  assert.is(parts[0].follows, 1);
  const pods = parts[0].objects.find((one: { template: string }) => one.template === 'pods');
  assert.is(pods.object.spec.securityGroups.groupIds[1], '…');
});

test('a ring that waits is told which revision this is', () => {
  const before = repository.read('platform/platform.yaml');
  const after = before
    .replace('compositions:\n  revision: 1', 'compositions:\n  revision: 2')
    .replace('{ring: 1, revision: 1}', '{ring: 1, revision: 2}');
  repository.write('platform/platform.yaml', after);
  const behind = '# It follows revision 1 yet; this is what revision 2 will make of it.\n';
  assert.ok(repository.run(['compose', 'acme']).stdout.includes(behind));
  assert.not.ok(repository.run(['compose', 'lakeshore']).stdout.includes(behind));
  repository.write('platform/platform.yaml', before);
});

test('refuses names that nothing bears', () => {
  const refusals = [
    [['akme'], 'There is no tenant `akme`. Did you mean `acme`?'],
    [['lakeshore', '--cluster', 'prod-usw2'], '`lakeshore` is not on `prod-usw2`. It is on `prod-use1`.'],
    [
      ['lakeshore', '--kind', 'NetworkClaims'],
      '`lakeshore` has no claim of the kind `NetworkClaims`. Did you mean `NetworkClaim`?',
    ],
  ] as const;
  for (const [words, message] of refusals) {
    const { status, stdout, stderr } = repository.run(['compose', ...words]);
    assert.is(stderr, `tenantry: ${message}\n`);
    assert.is(stdout, '');
    assert.is(status, 2);
  }
});

test('mistakes are told instead', () => {
  const file = 'tenants/lakeshore.yaml';
  const before = repository.read(file);
  repository.write(file, before.replace('tier: basic', 'tier: bassic'));
  const { status, stdout, stderr } = repository.run(['compose', 'lakeshore']);
  repository.write(file, before);
  assert.match(stderr, /lakeshore\.yaml.*bassic/);
  assert.is(stdout, '');
  assert.is(status, 1);
});

test.run();
