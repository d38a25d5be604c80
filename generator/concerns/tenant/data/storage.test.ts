// What a tenant's file, its tier and its placement make of keys, caches, buckets and queues, and what its services are told.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeTenant } from '../../../compose/compose.ts';
import { loadConcerns } from '../../../compose/concerns.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { isRunning } from '../../../model/target.ts';
import { composeExample } from '../../testing/example.ts';

const test = suite('storage');
const concerns = await loadConcerns(['tenant']);
const tenants = (await composeExample())
  .flatMap((cluster) => cluster.tenants)
  .map(({ target, files }) => ({ target, objects: files.flatMap(({ manifests }) => [...manifests]) }));

type Tenant = (typeof tenants)[number];
type Spec = Readonly<Record<string, unknown>>;

const specOf = ({ objects }: Tenant, kind: string, name: string): Spec => {
  const found = objects.find((one) => one.kind === kind && one.metadata.name === name);
  if (found === undefined) throw new Error(`no ${kind} ${name}`);
  return found.spec as Spec;
};
const on = (id: string, cluster: string): Tenant => {
  const found = tenants.find(({ target }) => target.tenant.id === id && target.cluster.name === cluster);
  if (found === undefined) throw new Error(`${id} is not on ${cluster}`);
  return found;
};

test('data is there in every state, of services that need it and of those that do not', () => {
  const { target } = on('acme', 'prod-use1');
  const leaving = (['suspended', 'retained'] as const).map((lifecycle) => {
    const gone = { ...target, services: [], tenant: { ...target.tenant, lifecycle } };
    return {
      target: gone,
      objects: composeTenant(gone, concerns).flatMap(({ manifests }) => [...manifests]),
    };
  });
  for (const tenant of [...tenants, ...leaving]) {
    for (const name of ['documents', 'audit']) assert.ok(specOf(tenant, 'BucketClaim', name));
    for (const name of ['key', 'key-copies']) assert.ok(specOf(tenant, 'KeyClaim', name));
    assert.ok(specOf(tenant, 'CacheClaim', 'cache'));
  }
});

test('two clusters copy to each other, and one alone to the region that it names', () => {
  const [east, west] = ['prod-use1', 'prod-usw2'].map((cluster) =>
    specOf(on('acme', cluster), 'BucketClaim', 'documents'),
  );
  assert.is(east?.copyBucket, west?.bucket);
  assert.is(west?.copyBucket, east?.bucket);
  assert.is(east?.copyKeyAlias, 'alias/t-acme');
  const alone = on('blue-ridge', 'prod-use1');
  const { copyBucket, copyRegion, copyKeyAlias } = specOf(alone, 'BucketClaim', 'documents');
  assert.is(copyRegion, alone.target.cluster.backupRegion);
  assert.is(copyBucket, `keelstone-t-blue-ridge-documents-${copyRegion}`);
  assert.is(copyKeyAlias, specOf(alone, 'KeyClaim', 'key-copies').alias);
});

test('a legal hold keeps every old version', () => {
  for (const tenant of tenants) {
    const { oldVersions, oldVersionDays } = specOf(tenant, 'BucketClaim', 'documents');
    const { heldSince } = tenant.target.tenant;
    assert.is(oldVersions, heldSince === '' ? 'Enabled' : 'Disabled');
    assert.is(oldVersionDays, tenant.target.compliance.retention.days);
    const { lockYears } = specOf(tenant, 'BucketClaim', 'audit');
    assert.is(lockYears, tenant.target.compliance.trail.years);
  }
  assert.ok(tenants.some(({ target }) => target.tenant.heldSince === ''));
});

test('a cache is in the subnets of its tenant, or in the shared ones', () => {
  for (const tenant of tenants) {
    const { subnetIds, subnetIdRefs } = specOf(tenant, 'CacheClaim', 'cache');
    const own = tenant.objects.filter(({ kind }) => kind === 'Subnet').map(({ metadata }) => metadata.name);
    const names = ((subnetIdRefs ?? []) as { name: string }[]).map(({ name }) => name);
    assert.equal(names.sort(), own.sort());
    assert.is(subnetIds === undefined, own.length > 0);
  }
  assert.ok(specOf(on('acme', 'prod-use1'), 'CacheClaim', 'cache').subnetIdRefs);
});

test('a queue and the one of its failed messages name each other', () => {
  for (const tenant of tenants) {
    const { cluster, tenant: who } = tenant.target;
    const fields = (name: string) => (specOf(tenant, 'Queue', name) as { forProvider: Spec }).forProvider;
    const [queue, failed] = [fields('jobs'), fields('jobs-failed')];
    const arnOf = ({ name }: Spec) => `arn:aws:sqs:${cluster.region}:${cluster.account}:${name}`;
    assert.is(queue.name, `t-${who.id}-jobs`);
    assert.is(JSON.parse(String(queue.redrivePolicy)).deadLetterTargetArn, arnOf(failed));
    assert.equal(JSON.parse(String(failed.redriveAllowPolicy)).sourceQueueArns, [arnOf(queue)]);
    assert.ok(Number(failed.messageRetentionSeconds) > Number(queue.messageRetentionSeconds));
  }
});

interface Container {
  readonly env?: readonly { readonly name: string; readonly valueFrom: { readonly secretKeyRef: Spec } }[];
}

const containerOf = ({ spec }: Manifest): Container =>
  (spec as { template: { spec: { containers: [Container] } } }).template.spec.containers[0];

test('who needs a cache is told where it is, and who encrypts is told what and how', () => {
  for (const tenant of tenants.filter(({ target }) => isRunning(target))) {
    const { services, tenant: who } = tenant.target;
    for (const { name, needs, runtime } of services.filter(({ kind }) => kind === 'http')) {
      if (runtime === 'static') continue;
      const find = (kind: string, called: string) =>
        tenant.objects.find((one) => one.kind === kind && one.metadata.name === called) as Manifest;
      const { data } = find('ConfigMap', `${name}-config`) as unknown as { data: Record<string, string> };
      const host = containerOf(find('Deployment', name)).env?.find((one) => one.name === 'REDIS_HOST');
      const [cache, key] = [needs.includes('cache'), needs.includes('key')];
      assert.is(host?.valueFrom.secretKeyRef.name, cache ? 'cache-connection' : undefined, name);
      assert.is(data.REDIS_SCHEME, cache ? 'tls' : undefined, name);
      assert.is(data.FIELD_ENCRYPTION_KEY, key ? `alias/t-${who.id}` : undefined, name);
      assert.is(data.FIELD_ENCRYPTION_CONTEXT, key ? `tenant=${who.id}` : undefined, name);
    }
  }
});

test.run();
