// What Velero saves of a tenant: its own namespace, in two regions, and nothing of which there may be only one.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { managedKinds, tenantKinds } from '../../model/kinds.ts';
import type { Manifest } from '../../model/manifest.ts';
import { inertResources, savedResources } from '../../model/restorable.ts';
import { composeExample } from '../testing/example.ts';

const test = suite('schedules');
const clusters = await composeExample();
const tenants = clusters.flatMap((cluster) => cluster.tenants);

interface Schedule {
  readonly schedule: string;
  readonly skipImmediately?: boolean;
  readonly useOwnerReferencesInBackup: boolean;
  readonly template: {
    readonly includedNamespaces: readonly string[];
    readonly includedNamespaceScopedResources: readonly string[];
    readonly storageLocation: string;
    readonly ttl: string;
  };
}

function schedulesOf({ files }: (typeof tenants)[number]): Manifest[] {
  return files.flatMap(({ manifests }) => manifests.filter(({ kind }) => kind === 'Schedule'));
}

/** Groups of what claims, managed resources and copies of secrets are. */
const alone = /(?:^|\.)(?:secrets|tenantry\.dev|crossplane\.io|upbound\.io|external-secrets\.io)$/;

test('every tenant is saved in the region and in another, by one file of its own', () => {
  for (const tenant of tenants) {
    const { target, files } = tenant;
    const places = files.filter(({ path }) => path.includes('/schedules/')).map(({ path }) => path);
    assert.equal(places, [`${target.cluster.name}/schedules/${target.tenant.id}.yaml`]);
    const stores = schedulesOf(tenant).map(({ spec }) => (spec as Schedule).template.storageLocation);
    assert.equal(stores, ['home', 'copies']);
  }
});

test('no two clusters have a schedule of one name, and each says how far apart its backups are', () => {
  const all = tenants.flatMap((tenant) =>
    schedulesOf(tenant).map(({ metadata, spec }) => ({
      tenant,
      metadata,
      spec: spec as unknown as Schedule,
    })),
  );
  const names = all.map(({ metadata }) => metadata.name);
  assert.is(new Set(names).size, names.length);
  assert.ok(names.includes('t-acme.copies.prod-use1') && names.includes('t-acme.copies.prod-usw2'));
  for (const { tenant, metadata, spec } of all) {
    assert.is(spec.schedule, tenant.target.recovery.schedules.objects);
    assert.is(
      metadata.annotations?.['tenantry.dev/interval-minutes'],
      String(tenant.target.recovery.schedules.objectMinutes),
    );
  }
});

test('a schedule saves its own tenant alone, when the promise asks for it', () => {
  for (const tenant of tenants) {
    const { namespace, recovery, tier } = tenant.target;
    for (const { metadata, spec } of schedulesOf(tenant)) {
      const { schedule, template, useOwnerReferencesInBackup, skipImmediately } = spec as Schedule;
      assert.is(metadata.namespace, 'velero');
      assert.equal(template.includedNamespaces, [namespace]);
      assert.is(schedule, recovery.schedules.objects);
      assert.is(template.ttl, `${tier.backup.objectDays * 24}h0m0s`);
      assert.is(useOwnerReferencesInBackup, false);
      assert.is(skipImmediately, undefined);
    }
  }
});

test('nothing is saved whose double would be a second owner, a secret, or a job that runs again', () => {
  assert.equal(
    savedResources.filter((resource) => alone.test(resource) || resource === 'jobs.batch'),
    [],
  );
  for (const { group, plural } of managedKinds) assert.not.ok(savedResources.includes(`${plural}.${group}`));
  assert.ok(alone.test('databaseclaims.tenantry.dev') && alone.test('users.mysql.sql.m.crossplane.io'));
  assert.ok(alone.test('instances.rds.aws.m.upbound.io') && alone.test('secrets'));
});

test('everything else of a tenant is saved', () => {
  const left = tenantKinds.filter(({ group, kind }) => !alone.test(group) && kind !== 'Job');
  assert.is(savedResources.length, left.length);
  for (const resource of ['deployments.apps', 'policies.k8s.nginx.org', 'configmaps', 'cronjobs.batch']) {
    assert.ok(savedResources.includes(resource), resource);
  }
  assert.equal(
    inertResources.filter((resource) => !savedResources.includes(resource)),
    [],
  );
});

test('every store that a schedule names is there, and the peer’s can be read alone', () => {
  for (const { files, target } of clusters) {
    const stores = files
      .flatMap(({ manifests }) => [...manifests])
      .filter(({ kind }) => kind === 'BackupStorageLocation')
      .map(({ metadata, spec }) => ({ name: metadata.name, ...(spec as { accessMode: string }) }));
    const modes = Object.fromEntries(stores.map(({ name, accessMode }) => [name, accessMode]));
    const peer = target.cluster.peer === undefined ? {} : { peer: 'ReadOnly' };
    assert.equal(modes, { home: 'ReadWrite', copies: 'ReadWrite', ...peer });
    assert.not.equal(target.objectStores[0]?.region, target.objectStores[1]?.region);
  }
});

test('what a cluster reads of its peer is what the peer writes there', () => {
  for (const { target } of clusters) {
    const peer = clusters.find((other) => other.target.cluster.name === target.cluster.peer);
    if (peer === undefined) continue;
    const read = target.objectStores.find(({ name }) => name === 'peer');
    const written = peer.target.objectStores.find(({ name }) => name === 'copies');
    assert.is(read?.bucket, written?.bucket);
  }
});

test.run();
