// What keeps what is in a bucket: versions, one key, a policy that mostly refuses, and a lock on archives. Knows where the
// claim says the bucket's name and region, and no tenant.
import { bucketArn } from '../model/arns.ts';
import type { Patch, Template } from '../model/composition.ts';
import type { Platform } from '../model/generated/inputs.ts';
import { labels } from '../model/labels.ts';
import { otherThanProvider, type PolicyStatement, renderAccessPolicy } from './access-policy.ts';
import { fromClaim } from './composition.ts';
import { principalTag } from './tags.ts';
import { externalName, filled, guardOf, managedTemplate, type TemplatePlan } from './template.ts';

export interface BucketPlan {
  /** Of the names of its templates. */
  readonly prefix: string;
  /** Where the claim says its name. */
  readonly bucket: string;
  readonly region: string;
  /** Which key of the tenant encrypts it. */
  readonly key: 'tenant' | 'copies';
  /** Nobody deletes anything before its time, and nothing ever expires. */
  readonly isLocked: boolean;
}

export function bucketTemplates(plan: BucketPlan, storage: Platform['buckets']): Template[] {
  const bucket = bucketPlan(plan);
  return [
    managedTemplate(bucket),
    guardOf(bucket, 'The bucket stays in AWS, and nothing would look after it.'),
    ...Object.entries(settingsOf(plan)).map(([kind, [name, forProvider, ...patches]]) =>
      settingOf(plan, kind, name, forProvider, patches),
    ),
    lifecycleOf(plan, storage),
  ];
}

/** Whether objects can be locked is decided when a bucket is made. */
function bucketPlan({ prefix, bucket, region, isLocked }: BucketPlan): TemplatePlan {
  return {
    name: `${prefix}bucket`,
    service: 's3',
    kind: 'Bucket',
    mayDelete: false,
    region,
    isTagged: true,
    forProvider: { forceDestroy: false, objectLockEnabled: isLocked },
    patches: [fromClaim(bucket, externalName)],
  };
}

type Setting = readonly [name: string, forProvider: Readonly<Record<string, unknown>>, ...patches: Patch[]];

function settingsOf({ bucket, key, isLocked }: BucketPlan): Readonly<Record<string, Setting>> {
  const kmsMasterKeyIdSelector = { matchLabels: { [labels.key]: key } };
  const encryption = {
    applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyIdSelector },
    bucketKeyEnabled: true,
  };
  return {
    BucketVersioning: ['versioning', { versioningConfiguration: { status: 'Enabled' } }],
    BucketServerSideEncryptionConfiguration: ['encryption', { rule: [encryption] }],
    BucketPublicAccessBlock: [
      'public-access',
      {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
    ],
    BucketOwnershipControls: ['ownership', { rule: { objectOwnership: 'BucketOwnerEnforced' } }],
    BucketPolicy: ['policy', {}, filled(renderAccessPolicy(policyOf(bucket)), 'spec.forProvider.policy')],
    ...(isLocked && {
      BucketObjectLockConfiguration: [
        'lock',
        { objectLockEnabled: 'Enabled', rule: { defaultRetention: { mode: 'COMPLIANCE' } } },
        fromClaim('spec.lockYears', 'spec.forProvider.rule.defaultRetention.years'),
      ],
    }),
  };
}

/** By the bucket's name and not by reference: both are the claim's to say. */
function settingOf(
  { prefix, bucket, region }: BucketPlan,
  kind: string,
  name: string,
  forProvider: Readonly<Record<string, unknown>>,
  patches: readonly Patch[],
): Template {
  return managedTemplate({
    name: `${prefix}${name}`,
    service: 's3',
    kind,
    mayDelete: false,
    region,
    isTagged: false,
    forProvider,
    patches: [fromClaim(bucket, 'spec.forProvider.bucket'), ...patches],
  });
}

/** Objects never expire. Old versions do when the records that they were need not be kept any more; under a hold they stay. */
function lifecycleOf(
  plan: BucketPlan,
  { infrequentDays, archiveDays, abortDays }: Platform['buckets'],
): Template {
  const everything = [{ prefix: '' }];
  const uploads = {
    id: 'uploads-that-never-ended',
    status: 'Enabled',
    filter: everything,
    abortIncompleteMultipartUpload: [{ daysAfterInitiation: abortDays }],
  };
  const current = plan.isLocked
    ? { id: 'archive', transition: [{ days: archiveDays, storageClass: 'GLACIER_IR' }] }
    : { id: 'seldom-read', transition: [{ days: infrequentDays, storageClass: 'STANDARD_IA' }] };
  const rule = [uploads, { ...current, status: 'Enabled', filter: everything }];
  if (plan.isLocked) {
    return settingOf(plan, 'BucketLifecycleConfiguration', 'lifecycle', { rule }, []);
  }
  const old = {
    id: 'old-versions',
    filter: everything,
    noncurrentVersionTransition: [{ noncurrentDays: archiveDays, storageClass: 'GLACIER_IR' }],
    noncurrentVersionExpiration: [{}],
  };
  const expiry = 'spec.forProvider.rule[2].noncurrentVersionExpiration[0].noncurrentDays';
  return settingOf(plan, 'BucketLifecycleConfiguration', 'lifecycle', { rule: [...rule, old] }, [
    fromClaim('spec.oldVersionDays', expiry),
    fromClaim('spec.oldVersions', 'spec.forProvider.rule[2].status'),
  ]);
}

/**
 * Allows nothing: roles have their own policies. What it refuses, it refuses to administrators too, until somebody changes
 * it in git. Services of AWS act for no account of their own
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html).
 */
function policyOf(bucket: string): PolicyStatement[] {
  const objects = `${bucketArn(`<${bucket}>`)}/*`;
  const both = [bucketArn(`<${bucket}>`), objects];
  const own = `aws:PrincipalTag/${principalTag}`;
  return [
    refuse('PlainText', 's3:*', both, { Bool: { 'aws:SecureTransport': 'false' } }),
    refuse('OldTls', 's3:*', both, { NumericLessThan: { 's3:TlsVersion': '1.2' } }),
    refuse('OtherAccounts', 's3:*', both, {
      StringNotEquals: { 'aws:PrincipalAccount': '<spec.account>' },
      Bool: { 'aws:PrincipalIsAWSService': 'false' },
    }),
    refuse('OtherTenants', 's3:*', both, {
      StringNotEquals: { [own]: '<spec.tenant>' },
      Null: { [own]: 'false' },
    }),
    // Who says nothing gets the bucket's own key.
    refuse('OtherEncryption', 's3:PutObject', objects, {
      StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
      Null: { 's3:x-amz-server-side-encryption': 'false' },
    }),
    refuse('OtherKeys', 's3:PutObject', objects, {
      Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
    }),
    refuse('Loss', ['s3:DeleteBucket', 's3:DeleteObjectVersion'], both),
    // A lifecycle deletes what this policy keeps from everybody.
    refuse(
      'Settings',
      [
        's3:DeleteBucketPolicy',
        's3:PutBucketObjectLockConfiguration',
        's3:PutBucketPolicy',
        's3:PutBucketVersioning',
        's3:PutEncryptionConfiguration',
        's3:PutLifecycleConfiguration',
        's3:PutReplicationConfiguration',
      ],
      bucketArn(`<${bucket}>`),
      otherThanProvider('s3'),
    ),
  ];
}

function refuse(
  Sid: string,
  Action: PolicyStatement['Action'],
  Resource: PolicyStatement['Resource'],
  Condition?: PolicyStatement['Condition'],
): PolicyStatement {
  return { Sid, Effect: 'Deny', Principal: '*', Action, Resource, ...(Condition && { Condition }) };
}
