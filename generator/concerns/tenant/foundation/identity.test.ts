// Of all who could try to become a role, only its own pods do, and of all that a role could try, it may do only what its
// own service needs with things of its own tenant: every tenant against every other, in both modes, on every cluster.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeTenant } from '../../../compose/compose.ts';
import { loadConcerns } from '../../../compose/concerns.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { TenantTarget } from '../../../model/target.ts';
import { plan } from '../../../plan.ts';
import { exampleFleet } from '../../../testing/inputs.ts';
import { isAllowed } from '../../testing/iam.ts';
import { attemptsOn, type Bearer, type Caller, callersOf } from '../../testing/identities.ts';
import { faults, oidcProvider } from '../../testing/identity-faults.ts';

const test = suite('identity');

interface Tenant {
  readonly target: TenantTarget;
  readonly manifests: readonly Manifest[];
}

/** The example fleet with one cluster in the other mode, and a tenant whose id continues another's. */
async function composeFleet(): Promise<Tenant[]> {
  const root = mkdtempSync(join(tmpdir(), 'identity-'));
  cpSync(exampleFleet, root, { recursive: true });
  const cluster = join(root, 'clusters/prod-usw2.yaml');
  const identity = `identity: {mode: irsa, oidcProvider: ${oidcProvider}}\n`;
  writeFileSync(cluster, `${readFileSync(cluster, 'utf8')}${identity}`);
  const twin = readFileSync(join(root, 'tenants/acme.yaml'), 'utf8').split('routing:')[0];
  writeFileSync(
    join(root, 'tenants/acme-eu.yaml'),
    `${twin?.replace('id: acme\n', 'id: acme-eu\n')}routing: {mode: path}\n`,
  );
  const [{ tenants }, concerns] = await Promise.all([plan({ root }), loadConcerns(['tenant'])]);
  rmSync(root, { recursive: true });
  return tenants.map((target) => ({
    target,
    manifests: composeTenant(target, concerns).flatMap(({ manifests }) => [...manifests]),
  }));
}

interface Fields {
  readonly [name: string]: string;
}

interface Role {
  readonly target: TenantTarget;
  readonly name: string;
  readonly bearer: Bearer;
  readonly trust: string;
  readonly permissions: string;
}

const fieldsOf = (manifest: Manifest) => (manifest.spec as { forProvider: Fields }).forProvider;
const ofGroup = (manifests: readonly Manifest[], group: string, kind: string) =>
  manifests.filter((one) => one.kind === kind && one.apiVersion.startsWith(`${group}/`));
const ownerOf = ({ cluster, namespace }: TenantTarget) => `${cluster.name}/${namespace}`;

function rolesOf({ target, manifests }: Tenant): Role[] {
  const policies = ofGroup(manifests, 'iam.aws.m.upbound.io', 'RolePolicy').map(fieldsOf);
  return ofGroup(manifests, 'iam.aws.m.upbound.io', 'Role').map((role) => {
    const { name, annotations } = role.metadata;
    const own = policies.filter((policy) => policy.role === annotations?.['crossplane.io/external-name']);
    assert.is(own.length, 1, `${name} has ${own.length} policies`);
    const service = target.services.find((one) => one.name === name);
    const { assumeRolePolicy: trust = '' } = fieldsOf(role);
    return { target, name, bearer: service ?? 'secret-reader', trust, permissions: own[0]?.policy ?? '' };
  });
}

function* checkTrust(role: Role, callers: readonly Caller[]): Generator<string> {
  const words = `${ownerOf(role.target)}/${role.name}`;
  for (const { words: who, own, request } of callers) {
    if (isAllowed(role.trust, request) !== (own === words)) {
      yield own === words ? `${who} cannot become ${words}` : `${who} becomes ${words}`;
    }
    const tags = { ...request, action: 'sts:TagSession' };
    if (own === words && request.action === 'sts:AssumeRole' && !isAllowed(role.trust, tags)) {
      yield `${who} cannot name itself to ${words}`;
    }
  }
}

/** Everything that is allowed and should not be, or should be and is not. */
function findFaults(tenants: readonly Tenant[]): string[] {
  const roles = tenants.flatMap(rolesOf);
  const callers = tenants.flatMap(({ target }) => callersOf(target));
  const attempts = tenants.flatMap(({ target }) => attemptsOn(target));
  const found = roles.flatMap((role) => [...checkTrust(role, callers)]);
  for (const role of roles) {
    const owner = ownerOf(role.target);
    for (const attempt of attempts) {
      const expected = attempt.owner === owner && attempt.may(role.bearer);
      if (isAllowed(role.permissions, attempt.request) === expected) continue;
      found.push(`${owner}/${role.name} ${expected ? 'may not' : 'may'} ${attempt.words}`);
    }
  }
  return [...found, ...tenants.flatMap(findLooseEnds)];
}

/** Whatever names a role, an account or a secret names one of the same service and tenant. */
function findLooseEnds({ target, manifests }: Tenant): string[] {
  const { cluster, namespace, tenant } = target;
  const arnOf = (name: string) => `arn:aws:iam::${cluster.account}:role/${namespace}-${name}-${cluster.name}`;
  const associations = ofGroup(manifests, 'eks.aws.m.upbound.io', 'PodIdentityAssociation').map(fieldsOf);
  const accounts = manifests.filter(({ kind }) => kind === 'ServiceAccount');
  const stores = JSON.stringify(
    ofGroup(manifests, 'external-secrets.io', 'SecretStore').map(({ spec }) => spec),
  );
  const folder = `/${cluster.environment}/${tenant.id}/`;
  const keys = JSON.stringify(ofGroup(manifests, 'external-secrets.io', 'ExternalSecret')).matchAll(
    /"key":"([^"]*)"/g,
  );
  const isOwn = ({ clusterName, namespace: where, serviceAccount = '', roleArn, region }: Fields) =>
    [clusterName, where, region, roleArn].join() ===
    [cluster.name, namespace, cluster.region, arnOf(serviceAccount)].join();
  return [
    ...associations.filter((one) => !isOwn(one)).map((one) => `association ${JSON.stringify(one)}`),
    ...accounts.flatMap(({ metadata: { name, annotations } }) => {
      const arn = annotations?.['eks.amazonaws.com/role-arn'];
      return arn === undefined || arn === arnOf(name) ? [] : [`account ${name} is ${arn}`];
    }),
    ...[...stores.matchAll(/arn:aws:iam:[^"]*/g)].flatMap(([arn]) =>
      arn === arnOf('secret-reader') ? [] : [`the store becomes ${arn}`],
    ),
    ...[...keys].flatMap(([, key = '']) => (key.startsWith(folder) ? [] : [`secret ${key}`])),
  ];
}

const fleet = await composeFleet();
const twins = fleet.filter(({ target }) => target.tenant.id.startsWith('acme'));

test('there are roles, associations and secrets in both modes', () => {
  assert.equal([...new Set(fleet.map(({ target }) => target.cluster.identity.mode))].sort(), [
    'irsa',
    'pod-identity',
  ]);
  assert.ok(fleet.flatMap(rolesOf).length > 60);
  assert.is(twins.length, 4);
});

test('only the diagonal is allowed', () => assert.is(findFaults(fleet).join('\n'), ''));

test('each service with needs is bound to its role, once', () => {
  for (const { target, manifests } of fleet) {
    const needy = target.services.filter(
      ({ needs }) => needs.includes('bucket') || needs.includes('key') || needs.includes('queue'),
    );
    const associations = ofGroup(manifests, 'eks.aws.m.upbound.io', 'PodIdentityAssociation').map(
      ({ metadata }) => metadata.name,
    );
    const bound = manifests
      .filter(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.annotations)
      .map(({ metadata }) => metadata.name);
    const names = needy.map(({ name }) => name).join();
    if (target.cluster.identity.mode === 'irsa')
      assert.is(bound.filter((name) => name !== 'secret-reader').join(), names);
    else assert.is(associations.join(), names);
    assert.is(target.cluster.identity.mode === 'irsa' ? associations.length : bound.length, 0);
  }
});

/** Objects of that name with the text changed, in a policy or elsewhere; nothing but exactly one object may change. */
function seed(manifests: readonly Manifest[], name: string, from: string, to: string): Manifest[] {
  const inPolicy = (text: string) => JSON.stringify(text).slice(1, -1);
  let changed = 0;
  const seeded = manifests.map((manifest) => {
    if (manifest.metadata.name !== name) return manifest;
    const text = JSON.stringify(manifest);
    const [before, after] = text.includes(from) ? [from, to] : [inPolicy(from), inPolicy(to)];
    if (!text.includes(before)) return manifest;
    changed += 1;
    return JSON.parse(text.replace(before, () => after)) as Manifest;
  });
  assert.is(changed, 1, `${name}: ${from} stands in ${changed} objects`);
  return seeded;
}

for (const [where, from, to] of faults) {
  test(`${where}: ${from} → ${to} is found`, () => {
    const [name = '', cluster] = where.startsWith('IRSA ')
      ? [where.slice(5), 'prod-usw2']
      : [where, 'prod-use1'];
    const seeded = twins.map(({ target, manifests }) =>
      target.tenant.id === 'acme' && target.cluster.name === cluster
        ? { target, manifests: seed(manifests, name, from, to) }
        : { target, manifests },
    );
    assert.ok(findFaults(seeded).length > 0);
  });
}

test('the evaluator throws at what it does not know', () => {
  const policy = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const ask = (text: string) => () =>
    isAllowed(text, { action: 's3:GetObject', resource: 'x', context: { a: 'b' } });
  const open = { Effect: 'Allow', Action: '*', Resource: '*' };
  assert.is(ask(policy(open))(), true);
  assert.throws(ask(policy({ ...open, NotPrincipal: '*' })));
  assert.throws(ask(policy({ ...open, Condition: { NumericEquals: { a: '1' } } })));
  assert.throws(ask(JSON.stringify({ Version: '2008-10-17', Statement: [open] })));
});

test.run();
