// What claims of keys, caches and buckets become in AWS: nobody but the tenant's own gets at the data, and nothing that is
// done to an object here takes it away.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { foresee } from '../../../../../crossplane/foresee.ts';
import { claimsOf } from '../../../../../crossplane/testing/claims.ts';
import type { Manifest } from '../../../../../model/manifest.ts';
import { composeExample } from '../../../../testing/example.ts';
import { type AccessRequest, isAllowed } from '../../../../testing/iam.ts';

const test = suite('storage claims');

interface Fields {
  readonly [field: string]: unknown;
}

interface Composed {
  readonly claim: Manifest;
  readonly spec: Readonly<Record<string, string>>;
  /** By the names of their templates. */
  readonly objects: ReadonlyMap<string, Manifest>;
}

const all: readonly Composed[] = claimsOf(await composeExample())
  .filter(({ claim }) => ['KeyClaim', 'CacheClaim', 'BucketClaim'].includes(claim.kind))
  .map(({ claim, composition }) => ({
    claim,
    spec: claim.spec as Composed['spec'],
    objects: new Map(foresee(composition, claim).objects.map(({ template, object }) => [template, object])),
  }));

const of = (kind: string) => all.filter(({ claim }) => claim.kind === kind);
const fieldsOf = (object: Manifest | undefined) =>
  ((object?.spec ?? {}) as { forProvider?: Fields }).forProvider ?? {};
const textOf = (composed: Composed, template: string, field: string) =>
  String(fieldsOf(composed.objects.get(template))[field]);
const acme = (kind: string, name: string) => {
  const found = of(kind).find(
    ({ claim, spec }) =>
      claim.metadata.name === name && spec.tenant === 'acme' && spec.region === 'us-east-1',
  );
  if (found === undefined) throw new Error(`acme has no ${kind} ${name}`);
  return found;
};

const account = '111122223333';
const role = (name: string, account = '111122223333') => `AWS:arn:aws:iam::${account}:role/${name}`;
const asked = (
  action: string,
  resource: string,
  context: AccessRequest['context'],
  principal = role('x'),
) => ({
  principal,
  action,
  resource,
  context,
});

test('every tenant has two keys, a cache and two buckets on every cluster', () => {
  assert.ok(of('CacheClaim').length > 5);
  assert.is(of('KeyClaim').length, 2 * of('CacheClaim').length);
  assert.is(of('BucketClaim').length, 2 * of('CacheClaim').length);
});

test('nothing that keeps data leaves AWS with its object, and each such object is guarded', () => {
  for (const { claim, objects } of all) {
    for (const [template, { kind, spec }] of objects) {
      if (kind === 'Usage') continue;
      const { managementPolicies } = spec as { managementPolicies: string[] };
      const isRole = kind === 'Role' || kind === 'RolePolicy';
      assert.is(managementPolicies.includes('Delete'), isRole, `${claim.kind} ${template}`);
      const guard = objects.get(`${template}-guard`);
      if (!['Key', 'ReplicationGroup', 'Bucket'].includes(kind)) continue;
      const { of: guarded } = (guard as Manifest).spec as {
        of: { kind: string; resourceRef: { name: string } };
      };
      assert.is(guarded.kind, kind);
      assert.is(guarded.resourceRef.name, `${claim.metadata.name}-${template}`);
    }
  }
});

test('names in AWS are of one tenant', () => {
  const names = [
    ...of('BucketClaim').map(({ spec }) => spec.bucket),
    ...of('BucketClaim').map(({ spec }) => spec.copierRole),
  ];
  assert.is(new Set(names).size, names.length);
  const aliases = of('KeyClaim').map(({ spec }) => `${spec.region} ${spec.account} ${spec.alias}`);
  assert.is(new Set(aliases).size, aliases.length);
});

const key = acme('KeyClaim', 'key');
const policy = textOf(key, 'key', 'policy');
const own = { 'aws:principaltag/tenant': 'acme' };
const others = { 'aws:principaltag/tenant': 'acme-eu' };
const via = (service: string) => ({
  'kms:viaservice': `${service}.us-east-1.amazonaws.com`,
  'kms:calleraccount': account,
});

test("a key is used by the tenant's own roles, and by services for whoever is not another tenant", () => {
  const may = (action: string, context: AccessRequest['context'], principal?: string) =>
    isAllowed(policy, asked(`kms:${action}`, '*', context, principal));
  assert.ok(may('Decrypt', own));
  assert.ok(may('GenerateDataKey', own));
  assert.not.ok(may('Decrypt', others));
  assert.not.ok(may('Decrypt', {}));
  for (const service of ['rds', 's3', 'sqs', 'secretsmanager', 'backup', 'sns', 'elasticache']) {
    assert.ok(may('Decrypt', via(service)), service);
    assert.not.ok(may('Decrypt', { ...via(service), ...others }), service);
  }
  assert.not.ok(may('Decrypt', { ...via('s3'), 'kms:viaservice': 's3.us-west-2.amazonaws.com' }));
  assert.ok(may('CreateGrant', { ...via('rds'), 'kms:grantisforawsresource': 'true' }));
  assert.not.ok(may('CreateGrant', { ...via('rds'), 'kms:grantisforawsresource': 'false' }));
  assert.not.ok(may('CreateGrant', own));
  assert.not.ok(may('Decrypt', own, role('x', '444455556666')));
});

test('a key is administered by its account, and deleted or disabled by nobody', () => {
  for (const action of [
    'PutKeyPolicy',
    'DescribeKey',
    'TagResource',
    'CancelKeyDeletion',
    'EnableKeyRotation',
  ]) {
    assert.ok(isAllowed(policy, asked(`kms:${action}`, '*', {})), action);
  }
  for (const action of [
    'ScheduleKeyDeletion',
    'DisableKey',
    'DisableKeyRotation',
    'DeleteImportedKeyMaterial',
  ]) {
    assert.not.ok(isAllowed(policy, asked(`kms:${action}`, '*', {})), action);
  }
});

test('alarms of the tenant alone write to topics that its key encrypts', () => {
  const alarm = (name: string, from = account) =>
    isAllowed(
      policy,
      asked(
        'kms:GenerateDataKey',
        '*',
        { 'aws:sourcearn': `arn:aws:cloudwatch:us-east-1:${from}:alarm:${name}`, 'aws:sourceaccount': from },
        'Service:cloudwatch.amazonaws.com',
      ),
    );
  assert.ok(alarm('t-acme-cpu'));
  assert.not.ok(alarm('t-other-cpu'));
  assert.not.ok(alarm('t-acme-cpu', '444455556666'));
});

test('a bucket refuses whom it must, and allows nobody by itself', () => {
  const documents = acme('BucketClaim', 'documents');
  const text = textOf(documents, 'policy', 'policy');
  const object = `arn:aws:s3:::${documents.spec.bucket}/acme/a.pdf`;
  const good = {
    'aws:securetransport': 'true',
    's3:tlsversion': '1.3',
    'aws:principalaccount': account,
    'aws:principalisawsservice': 'false',
    ...own,
  };
  /** By this policy alone: whether it stands against what a role's own policy allows. */
  const stands = (action: string, context: AccessRequest['context'], about = object) => {
    const open = text.replace('"Statement":[', `"Statement":[${JSON.stringify(everything)},`);
    return !isAllowed(open, asked(`s3:${action}`, about, context));
  };
  const everything = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
  assert.not.ok(isAllowed(text, asked('s3:GetObject', object, good)));
  assert.not.ok(stands('GetObject', good));
  assert.not.ok(stands('PutObject', good));
  const { 'aws:principaltag/tenant': _, ...untagged } = good;
  assert.not.ok(stands('GetObject', untagged));
  assert.ok(stands('GetObject', { ...good, ...others }));
  assert.ok(stands('GetObject', { ...good, 'aws:securetransport': 'false' }));
  assert.ok(stands('GetObject', { ...good, 's3:tlsversion': '1.1' }));
  assert.ok(stands('GetObject', { ...good, 'aws:principalaccount': '444455556666' }));
  assert.ok(stands('PutObject', { ...good, 's3:x-amz-server-side-encryption': 'AES256' }));
  assert.ok(
    stands('PutObject', { ...good, 's3:x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:x' }),
  );
  assert.ok(stands('DeleteObjectVersion', good));
  assert.ok(stands('DeleteBucket', untagged));
  const bucket = `arn:aws:s3:::${documents.spec.bucket}`;
  const sets = (action: string, principal: string) =>
    stands(action, { ...untagged, 'aws:principalarn': `arn:aws:iam::${account}:role/${principal}` }, bucket);
  for (const action of ['PutLifecycleConfiguration', 'PutBucketPolicy', 'PutBucketVersioning']) {
    assert.ok(sets(action, 'administrator'), action);
    assert.not.ok(sets(action, 'prod-usw2-provider-aws-s3'), action);
  }
});

test('archives are locked as long as the law says, documents never expire, and both are copied', () => {
  for (const composed of of('BucketClaim')) {
    const { claim, spec, objects } = composed;
    const isArchive = claim.metadata.name === 'audit';
    assert.is(objects.has('lock'), isArchive);
    assert.is(fieldsOf(objects.get('bucket')).objectLockEnabled, isArchive);
    const { rule } = fieldsOf(objects.get('lifecycle')) as { rule: Fields[] };
    assert.ok(rule.every(({ expiration }) => expiration === undefined));
    const copied = fieldsOf(objects.get('replication')) as { rule: { destination: Fields }[] };
    assert.is(copied.rule[0]?.destination.bucket, `arn:aws:s3:::${spec.copyBucket}`);
    const target = objects.get('copy-bucket')?.metadata.annotations?.['crossplane.io/external-name'];
    const isElsewhere = of('BucketClaim').some((other) => other.spec.bucket === spec.copyBucket);
    assert.is(target ?? '', isElsewhere ? '' : spec.copyBucket);
    assert.is(objects.has('copy-lock'), isArchive && !isElsewhere);
  }
});

test('a cache is encrypted, and without replicas nothing is said to take over', () => {
  for (const { spec, objects } of of('CacheClaim')) {
    const redis = fieldsOf(objects.get('redis'));
    assert.is(redis.atRestEncryptionEnabled, 'true');
    assert.is(redis.transitEncryptionMode, 'required');
    assert.is(redis.automaticFailoverEnabled, redis.numCacheClusters !== 1);
    assert.is(redis.finalSnapshotIdentifier, `t-${spec.tenant}-final`);
    assert.is(redis.parameterGroupName, fieldsOf(objects.get('parameters')).name);
  }
});

test.run();
