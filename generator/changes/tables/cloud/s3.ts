// Buckets, and who may reach them. What keeps and deletes objects is in `s3-keep.ts`, what is
// told of them in `s3-traffic.ts`.
import { changed, either, from, removed, replaced, to } from '../../directions.ts';
import { judgePolicy } from '../../iam/judge.ts';
import type { Knowledge } from '../../knowledge.ts';
import { turnedOn } from '../turns.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';
import { ofBucket } from './s3-bucket.ts';
import { keepKinds } from './s3-keep.ts';
import { trafficKinds } from './s3-traffic.ts';

const guide = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide';
const blocking = `${guide}/access-control-block-public-access.html`;
const encryption = `${guide}/UsingKMSEncryption.html`;
const ownership = `${guide}/about-object-ownership.html`;
const lists = `${guide}/acl-overview.html`;

const bucket = managed(
  's3',
  'Bucket',
  {
    nature: 'stateful',
    created: noHarm,
    deleted: ['data-loss', 'the bucket goes with what is in it, or is left where nothing manages it'],
    source: `${guide}/delete-bucket.html`,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${guide}/object-lock-configure.html`, {
      '{objectLockEnabled,bucketNamespace}': 'it is chosen when the bucket is created',
    }),
    ...tell(to(true), 'data-loss', `${guide}/delete-bucket.html`, {
      forceDestroy: 'objects are deleted with the bucket instead of keeping it',
    }),
    ...tell(
      either(removed, replaced),
      'recoverability',
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
      {
        'tags.*': 'a backup plan that selects by this tag may not find the bucket any more',
      },
    ),
  ],
);

const switches = '{blockPublicAcls,blockPublicPolicy,ignorePublicAcls,restrictPublicBuckets}';

const publicAccessBlock = managed(
  's3',
  'BucketPublicAccessBlock',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['exposure', 'nothing keeps the bucket from being opened to everybody'],
    source: blocking,
  },
  [
    ...ofBucket,
    ...tell(to(false, undefined), 'exposure', blocking, {
      [switches]: 'nothing keeps the bucket from being opened to everybody',
    }),
    ...tell(turnedOn, 'downtime', blocking, {
      '{ignorePublicAcls,restrictPublicBuckets}': 'who reads without signing in is refused',
    }),
    ...fine('skipDestroy'),
  ],
);

const policy = managed(
  's3',
  'BucketPolicy',
  { nature: 'access', created: noHarm, deleted: noHarm, source: guide, judge: judgePolicy },
  [...ofBucket, ...fine('policy')],
);

const setting = 'rule[].applyServerSideEncryptionByDefault';

const serverSideEncryption = managed(
  's3',
  'BucketServerSideEncryptionConfiguration',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['exposure', 'who may read the bucket needs no right on a key any more'],
    source: encryption,
  },
  [
    ...ofBucket,
    ...tell(from('aws:kms', 'aws:kms:dsse'), 'exposure', encryption, {
      [`${setting}.sseAlgorithm`]: 'who may read the bucket needs no right on a key any more',
    }),
    ...tell(either(removed, replaced), 'exposure', encryption, {
      [`${setting}.kmsMasterKeyId{,Ref.name}`]: 'new objects are open to those of another key',
    }),
    ...tell(changed, 'exposure', encryption, {
      [`${setting}.kmsMasterKeyIdSelector`]: 'new objects are open to those of another key',
    }),
    ...tell(replaced, 'cost', `${guide}/bucket-key.html`, {
      'rule[].bucketKeyEnabled': 'calls to the key are paid for one by one, or no more',
    }),
    ...fine('rule[].blockedEncryptionTypes', `${setting}.kmsMasterKeyIdRef`, 'expectedBucketOwner'),
  ],
);

const ownershipControls = managed(
  's3',
  'BucketOwnershipControls',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['exposure', 'access lists of single objects count again'],
    source: ownership,
  },
  [
    ...ofBucket,
    ...tell(from('BucketOwnerEnforced'), 'exposure', ownership, {
      'rule.objectOwnership': 'access lists of single objects count again',
    }),
    ...tell(to('BucketOwnerEnforced'), 'downtime', ownership, {
      'rule.objectOwnership': 'who is let in by an access list alone is refused',
    }),
  ],
);

const accessList = managed(
  's3',
  'BucketACL',
  { nature: 'access', created: ['exposure', 'a list lets others in'], deleted: noHarm, source: lists },
  [
    ...ofBucket,
    ...tell(changed, 'exposure', lists, { '{acl,accessControlPolicy}': 'others are let in' }),
    ...tell(to('public-read', 'public-read-write', 'authenticated-read'), 'exposure', lists, {
      acl: 'everybody is let in',
    }),
    ...fine('expectedBucketOwner'),
  ],
);

export const s3: readonly Knowledge[] = [
  bucket,
  publicAccessBlock,
  policy,
  serverSideEncryption,
  ownershipControls,
  accessList,
  ...trafficKinds,
  ...keepKinds,
];
