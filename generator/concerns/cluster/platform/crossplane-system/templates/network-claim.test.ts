// What a tenant's claim becomes in AWS and on the cluster: every object has its shape, and the only way between two groups is
// the one that is meant.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type KindName, loadKinds } from '../../../../../conform/schemas/kinds.ts';
import { type Composed, composeClaim, templatesOf } from '../../../../../crossplane/compose-claim.ts';
import type { Manifest } from '../../../../../model/manifest.ts';
import { composeExample } from '../../../../testing/example.ts';

const test = suite('network claim');
const clusters = await composeExample();
const [first] = clusters;
const platform = (first?.files ?? []).flatMap(({ manifests }) => [...manifests]);
const name = 'networkclaims.tenantry.dev';
const find = (kind: string) =>
  platform.find((one) => one.kind === kind && one.metadata.name === name) as Manifest;
const [definition, composition] = [find('CompositeResourceDefinition'), find('Composition')];
const ofTenants = clusters.flatMap(({ tenants }) =>
  tenants.flatMap(({ files }) => files.flatMap(({ manifests }) => [...manifests])),
);
const claims = ofTenants.filter(({ kind }) => kind === 'NetworkClaim');
const nameOf = ({ apiVersion, kind }: Manifest): KindName => `${apiVersion} ${kind}`;

/** As it is once AWS has said the ids. */
function settle(claim: Manifest): Composed {
  const observed = new Map<string, Manifest>();
  for (const [index, [name, object]] of [...composeClaim(composition, claim).resources].entries()) {
    const id = `sg-${String(index).padStart(17, '0')}`;
    observed.set(name, { ...object, status: { atProvider: { id } } });
  }
  const { status } = composeClaim(composition, claim, observed);
  return composeClaim(composition, { ...claim, status }, observed);
}

/** What is wrong with the shape of any object. */
function misshapen(objects: Iterable<Manifest>): string[] {
  const all = [...objects];
  const kinds = loadKinds(new Set(all.map(nameOf)));
  return all.flatMap((object) => {
    const validate = kinds.get(nameOf(object));
    if (validate === undefined) return [`${nameOf(object)}: no schema`];
    return validate(object).map(({ instancePath, message }) => `${object.kind}${instancePath} ${message}`);
  });
}

interface Rule {
  readonly ipProtocol: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly securityGroupIdSelector: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly referencedSecurityGroupIdSelector?: Rule['securityGroupIdSelector'];
  readonly cidrIpv4?: string;
}

/** `client out to database tcp 3306-3306` */
function waysOf({ resources }: Composed): string[] {
  const group = (selector: Rule['securityGroupIdSelector']) => Object.values(selector.matchLabels).join();
  return [...resources.values()]
    .filter(({ kind }) => /GroupRule|gressRule/.test(kind))
    .map(({ kind, spec }) => {
      const rule = (spec as { forProvider: Rule }).forProvider;
      const way = kind === 'SecurityGroupIngressRule' ? 'in from' : 'out to';
      const { referencedSecurityGroupIdSelector: selector, cidrIpv4 } = rule;
      const other = selector === undefined ? cidrIpv4 : group(selector);
      const ports = `${rule.ipProtocol} ${rule.fromPort}-${rule.toPort}`;
      return `${group(rule.securityGroupIdSelector)} ${way} ${other} ${ports}`;
    });
}

test('there is a claim for every tenant on every cluster', () => {
  const count = clusters.reduce((sum, { tenants }) => sum + tenants.length, 0);
  assert.ok(count > 5);
  assert.is(claims.length, count);
});

test('every object of every claim has its shape', () => {
  for (const claim of claims) assert.equal(misshapen(settle(claim).resources.values()), []);
});

test('the check of shapes finds a field that the provider does not have', () => {
  const [client] = settle(claims[0] as Manifest).resources.values();
  const spec = client?.spec as { forProvider: object };
  const wrong = {
    ...client,
    spec: { ...spec, forProvider: { ...spec.forProvider, egress: [] } },
  } as Manifest;
  assert.is(misshapen([wrong]).length, 1);
});

test('the client group alone reaches databases and caches, at home the other cluster too, and these reach nobody', () => {
  const podCidrs = new Set<unknown>();
  for (const claim of claims) {
    const { peerPodCidr } = claim.spec as { peerPodCidr?: string };
    podCidrs.add(peerPodCidr);
    assert.equal(waysOf(settle(claim)), [
      'database in from client tcp 3306-3306',
      'client out to database tcp 3306-3306',
      ...(peerPodCidr === undefined ? [] : [`database in from ${peerPodCidr} tcp 3306-3306`]),
      'cache in from client tcp 6379-6379',
      'client out to cache tcp 6379-6379',
    ]);
  }
  assert.equal([...podCidrs].sort(), ['100.64.0.0/16', '100.65.0.0/16', undefined]);
});

test('every reference stays within the claim, and every object in its namespace', () => {
  for (const claim of claims) {
    for (const object of settle(claim).resources.values()) {
      assert.is(object.metadata.namespace, claim.metadata.namespace);
      const { forProvider = {} } = object.spec as { forProvider?: Record<string, unknown> };
      const references = Object.entries(forProvider).filter(([field]) => /(?:Ref|Selector)$/.test(field));
      const ends = 'cidrIpv4' in forProvider ? 1 : 2;
      assert.is(references.length, /gressRule$/.test(object.kind) ? ends : 0, object.kind);
      for (const [field, reference] of references) {
        assert.is((reference as { matchControllerRef: boolean }).matchControllerRef, true, field);
      }
    }
  }
});

test('no pod is put into a group before its id is known', () => {
  const claim = claims[0] as Manifest;
  const isThere = ({ resources }: Composed) => resources.has('pods');
  assert.not.ok(isThere(composeClaim(composition, claim)));
  assert.ok(isThere(settle(claim)));
  const { resources } = settle(claim);
  const pods = resources.get('pods')?.spec as { securityGroups: { groupIds: string[] } };
  const { clusterSecurityGroupId } = claim.spec as { clusterSecurityGroupId: string };
  assert.equal(pods.securityGroups.groupIds, [clusterSecurityGroupId, 'sg-00000000000000000']);
});

test('the names of groups are of one tenant and one cluster', () => {
  const names = claims.flatMap((claim) =>
    [...settle(claim).resources.values()]
      .filter(({ kind }) => kind === 'SecurityGroup')
      .map(({ spec }) => (spec as { forProvider: { name: string } }).forProvider.name),
  );
  assert.is(new Set(names).size, 3 * claims.length);
  assert.ok(names.includes('t-acme-prod-use1-client'), names.join());
});

test('groups that databases need stay in AWS when their objects go', () => {
  const policies = new Map(
    templatesOf(composition).map(({ name, base }) => [
      name,
      (base.spec as { managementPolicies?: string[] }).managementPolicies ?? [],
    ]),
  );
  assert.not.ok(policies.get('database')?.includes('Delete'));
  assert.not.ok(policies.get('cache')?.includes('Delete'));
  assert.ok(policies.get('database-from-client')?.includes('Delete'));
});

type Schema = { readonly [keyword: string]: unknown };
const { versions } = definition.spec as { versions: { schema: { openAPIV3Schema: Schema } }[] };
const published = versions[0]?.schema.openAPIV3Schema as Schema;

/** As the API server does with strict validation: a field that the schema does not name is refused. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  const isObject = 'properties' in schema && typeof schema.properties === 'object';
  return Object.fromEntries(isObject ? [...entries, ['additionalProperties', false]] : entries);
}

test('the definition accepts and refuses what the tree is held against', () => {
  const own = loadKinds(['tenantry.dev/v1alpha1 NetworkClaim']).get('tenantry.dev/v1alpha1 NetworkClaim');
  const ajv = new Ajv2020({ strict: false });
  const { properties, ...rest } = closed(published) as { properties: object };
  const identity = { apiVersion: {}, kind: {}, metadata: {} };
  const theirs = ajv.compile({ ...rest, properties: { ...properties, ...identity } });
  const good = claims[0] as Manifest;
  const mutants: readonly (readonly [field: string, value: unknown])[] = [
    ['region', 'us-east-1a'],
    ['region', undefined],
    ['vpcId', 'vpc-1'],
    ['vpcId', 17],
    ['clusterSecurityGroupId', 'sg-'],
    ['tenant', 'Acme'],
    ['tenant', ''],
    ['cluster', null],
    ['services', []],
    ['services', ['-']],
    ['services', undefined],
    ['subnets', []],
    ['tenant', 'acme-eu'],
  ];
  const verdicts = mutants.map(([field, value]) => {
    // How it is composed is for Crossplane to add to the definition.
    const { [field]: _, crossplane, ...others } = good.spec as Record<string, unknown>;
    const spec = value === undefined ? others : { ...others, [field]: value };
    const accepted = own?.({ ...good, spec: { ...spec, crossplane } }).length === 0;
    assert.is(theirs({ ...good, spec }), accepted, `${field}: ${JSON.stringify(value)}`);
    return accepted;
  });
  assert.is(verdicts.filter(Boolean).length, 2);
});

test.run();
