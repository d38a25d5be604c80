// What a tenant's databases become in AWS: every object has its shape, keeps its data, and is the same one after a failover.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type KindName, loadKinds } from '../../../../../conform/schemas/kinds.ts';
import { type Composed, composeClaim, templatesOf } from '../../../../../crossplane/compose-claim.ts';
import type { Manifest } from '../../../../../model/manifest.ts';
import { databaseCompositions } from '../../../../../model/names.ts';
import { composeExample } from '../../../../testing/example.ts';

const test = suite('database claim');
const clusters = await composeExample();
const platform = (clusters[0]?.files ?? []).flatMap(({ manifests }) => [...manifests]);
const compositions = new Map(
  platform.filter(({ kind }) => kind === 'Composition').map((one) => [one.metadata.name, one]),
);

interface Placed {
  readonly cluster: string;
  readonly tenant: string;
  readonly claim: Manifest;
  readonly beside: readonly Manifest[];
}

const placed: Placed[] = clusters.flatMap(({ target, tenants }) =>
  tenants.flatMap(({ target: { tenant }, files }) => {
    const beside = files.flatMap(({ manifests }) => [...manifests]);
    return beside
      .filter(({ kind }) => kind === 'DatabaseClaim')
      .map((claim) => ({ cluster: target.cluster.name, tenant: tenant.id, claim, beside }));
  }),
);

type Fields = Readonly<Record<string, unknown>>;
const specOf = ({ spec }: Manifest) => spec as Fields;
const providedOf = (found: Manifest | undefined) => {
  if (found === undefined) throw new Error('there is no such object');
  return (found.spec as { forProvider: Fields }).forProvider;
};

function compositionOf(claim: Manifest): Manifest {
  const { crossplane } = claim.spec as { crossplane: { compositionRef: { name: string } } };
  const found = compositions.get(crossplane.compositionRef.name);
  if (found === undefined) throw new Error(`there is no composition ${crossplane.compositionRef.name}`);
  return found;
}

/** As it is once RDS has said the address. */
function settle(claim: Manifest, composition = compositionOf(claim)): Composed {
  const status = { address: 't-acme.abcdefghijkl.us-east-1.rds.amazonaws.com' };
  return composeClaim(composition, { ...claim, status } as Manifest);
}

function misshapen(objects: readonly Manifest[]): string[] {
  const nameOf = ({ apiVersion, kind }: Manifest): KindName => `${apiVersion} ${kind}`;
  const kinds = loadKinds(new Set(objects.map(nameOf)));
  return objects.flatMap((object) => {
    const validate = kinds.get(nameOf(object));
    if (validate === undefined) return [`${nameOf(object)}: no schema`];
    return validate(object).map(({ instancePath, message }) => `${object.kind}${instancePath} ${message}`);
  });
}

const one = (tenant: string, cluster: string, name = 'database') =>
  placed.find((row) => row.tenant === tenant && row.cluster === cluster && row.claim.metadata.name === name)
    ?.claim as Manifest;

test('there is one writer for every tenant, and what its tier promises elsewhere', () => {
  const rows = placed.map(({ tenant, cluster, claim }) => {
    const { crossplane } = claim.spec as { crossplane: { compositionRef: { name: string } } };
    return `${tenant} ${cluster} ${claim.metadata.name} ${crossplane.compositionRef.name}`;
  });
  assert.equal(rows.sort(), [
    'acme prod-use1 database database-writer-2',
    'acme prod-use1 database-analytics-1 database-analytics',
    'acme prod-usw2 database database-replica',
    'blue-ridge prod-use1 database database-writer-1',
    'blue-ridge prod-use1 database-backups database-backups',
    'cedar-valley prod-usw2 database database-writer-1',
    'harborview prod-use1 database database-replica',
    'harborview prod-usw2 database database-writer-2',
    'harborview prod-usw2 database-analytics-1 database-analytics',
    'lakeshore prod-use1 database database-writer-1',
    'northfield stage-use2 database database-writer-1',
    'pinecrest prod-use1 database database-place',
    'pinecrest prod-use1 database-backups database-backups',
    'pinecrest prod-usw2 database database-writer-2',
    'tidewater prod-use1 database database-writer-1',
    'tidewater prod-use1 database-backups database-backups',
  ]);
});

test('every object of every claim is made and has its shape', () => {
  for (const { claim } of placed) {
    const composed = settle(claim);
    assert.is(composed.resources.size, templatesOf(compositionOf(claim)).length, claim.metadata.name);
    assert.equal(misshapen([claim, ...composed.resources.values()]), []);
  }
});

test('the check of shapes finds what RDS or we refuse', () => {
  const instance = settle(one('acme', 'prod-use1')).resources.get('instance') as Manifest;
  const mutants: readonly Fields[] = [
    { publiclyAccessible: true },
    { deletionProtection: false },
    { skipFinalSnapshot: true },
    { backupRetentionPeriod: 0 },
    { allocatedStorage: 100 },
    { iops: undefined },
    { storageEncrypted: false },
    { availabilityZone: 'us-east-1a' },
    { identifier: 't--acme' },
    { replicateSourceDb: 't-birch' },
  ];
  for (const mutant of mutants) {
    const forProvider = JSON.parse(JSON.stringify({ ...providedOf(instance), ...mutant }));
    const wrong = { ...instance, spec: { ...specOf(instance), forProvider } } as Manifest;
    assert.not.equal(misshapen([wrong]), [], JSON.stringify(mutant));
  }
});

test('no object that keeps data lets AWS delete it, and no instance has a field filled in', () => {
  for (const [name, composition] of compositions) {
    if (!name.startsWith('database-')) continue;
    for (const { base } of templatesOf(composition)) {
      const { managementPolicies: policies = [] } = base.spec as { managementPolicies?: string[] };
      const mayGo = name === databaseCompositions.analytics && base.kind === 'Record';
      assert.is(policies.includes('Delete'), mayGo, `${name} ${base.kind}`);
      const kind = String(base.kind);
      assert.is(policies.includes('LateInitialize'), !['Instance', 'Usage'].includes(kind), kind);
    }
  }
});

test('a replica that becomes the writer is the same object, and a writer that becomes a replica too', () => {
  const [claim, home] = [one('acme', 'prod-usw2'), one('acme', 'prod-use1')];
  const identityOf = ({ resources }: Composed) => {
    const { metadata, kind } = resources.get('instance') as Manifest;
    return [kind, metadata.namespace, metadata.name, providedOf(resources.get('instance')).identifier];
  };
  assert.equal(identityOf(settle(claim)), identityOf(settle(home)));
  assert.equal(identityOf(settle(claim)), ['Instance', 't-acme', 'database-instance', 't-acme']);
  const promoted = { ...home, spec: { ...specOf(home), region: 'us-west-2' } } as Manifest;
  assert.is(providedOf(settle(promoted).resources.get('instance')).replicateSourceDb, undefined);
});

test('names lead to the writer from every cluster, and to the nearest that may be read', () => {
  const recordsOf = (claim: Manifest) =>
    [...settle(claim).resources.values()]
      .filter(({ kind }) => kind === 'Record')
      .map((record) => `${providedOf(record).zoneId} ${providedOf(record).name}`);
  const zone = 'internal.keelstone.example';
  assert.equal(recordsOf(one('acme', 'prod-use1')), [
    `Z0D7F0523B39508EABE acme.db-ro.${zone}`,
    `Z0D7F0523B39508EABE acme.db.${zone}`,
    `ZC54B9A3F22947640DC acme.db.${zone}`,
  ]);
  assert.equal(recordsOf(one('acme', 'prod-usw2')), [`ZC54B9A3F22947640DC acme.db-ro.${zone}`]);
  const pinecrest = clusters
    .find(({ target }) => target.cluster.name === 'prod-use1')
    ?.tenants.find(({ target }) => target.tenant.id === 'pinecrest');
  const direct = pinecrest?.files
    .flatMap(({ manifests }) => [...manifests])
    .find(({ kind, metadata }) => kind === 'Record' && metadata.name === 'database-reader');
  assert.equal(providedOf(direct).records, [`pinecrest.db.${zone}`]);
});

test('no name is made before the address is known', () => {
  const { resources } = composeClaim(compositionOf(one('acme', 'prod-use1')), one('acme', 'prod-use1'));
  assert.not.ok([...resources.values()].some(({ kind }) => kind === 'Record'));
  assert.ok(resources.has('instance'));
});

test('the key and the security group that an object looks for are in its namespace', () => {
  for (const { claim, beside, tenant } of placed) {
    const uses = beside
      .filter(({ kind }) => kind === 'KeyClaim')
      .map(({ spec }) => (spec as { use: string }).use);
    for (const object of settle(claim).resources.values()) {
      assert.is(object.metadata.namespace, `t-${tenant}`);
      const text = JSON.stringify(object.spec);
      for (const [, use = ''] of text.matchAll(/"tenantry\.dev\/key":"(\w+)"/g)) {
        assert.ok(uses.includes(use), `${tenant}: ${object.kind}: ${use}`);
      }
    }
    assert.ok(beside.some(({ kind }) => kind === 'NetworkClaim'));
  }
});

test('an instance has its groups beside it, by the names that AWS gives them', () => {
  for (const { claim, beside } of placed) {
    const { parameterGroup, optionGroup } = claim.spec as Record<string, string>;
    if (parameterGroup === undefined) continue;
    const named = (kind: string) =>
      beside
        .filter((other) => other.kind === kind && other.apiVersion.startsWith('rds.'))
        .map(({ metadata }) => metadata.annotations?.['crossplane.io/external-name']);
    assert.equal(named('ParameterGroup'), [parameterGroup]);
    assert.equal(named('OptionGroup'), [optionGroup]);
  }
});

test('no two instances of a region share a name', () => {
  const names = placed.flatMap(({ claim }) => {
    const { region, identifier } = claim.spec as Record<string, string>;
    return identifier === undefined ? [] : [`${region} ${identifier}`];
  });
  assert.ok(names.length > 8);
  assert.is(new Set(names).size, names.length);
});

test.run();
