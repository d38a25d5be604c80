// What of a bucket is kept, for how long, and where else.
import {
  changed,
  direction,
  either,
  from,
  lowered,
  ofKept,
  ofSame,
  raised,
  removed,
  replaced,
} from '../../directions.ts';
import { asMapping } from '../../documents.ts';
import type { Judge, Knowledge } from '../../knowledge.ts';
import { number } from '../../measures.ts';
import { fine, managed, noHarm, tell } from './managed.ts';
import { ofBucket } from './s3-bucket.ts';

const guide = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide';
const versions = `${guide}/Versioning.html`;
const lifecycles = `${guide}/object-lifecycle-mgmt.html`;
const replication = `${guide}/replication.html`;
const locks = `${guide}/object-lock.html`;

const versioning = managed(
  's3',
  'BucketVersioning',
  {
    nature: 'stateful',
    created: noHarm,
    deleted: ['recoverability', 'what is overwritten or deleted from now on cannot be brought back'],
    source: versions,
  },
  [
    ...ofBucket,
    ...tell(from('Enabled'), 'recoverability', versions, {
      'versioningConfiguration.status': 'what is overwritten or deleted from now on cannot be brought back',
      'versioningConfiguration.mfaDelete': 'old versions can be deleted without a second factor',
    }),
    ...fine('mfa', 'versioningConfiguration', 'expectedBucketOwner'),
  ],
);

/** When what nothing expires does. */
const never = Number.POSITIVE_INFINITY;

const expires = 'objects that were kept are deleted';
const ends = 'rule[].{expiration[].days,noncurrentVersionExpiration[].noncurrentDays}';

/** Rules for a bucket that was there before delete what is in it; those of a new tenant find nothing. */
const judgeNew: Judge = (pairs, { isNew }) =>
  pairs.flatMap(({ object, before, after }) => {
    const { rule } = asMapping(asMapping(after?.spec).forProvider);
    const deletes = (Array.isArray(rule) ? rule : [])
      .map(asMapping)
      .some((one) => one.expiration !== undefined || one.noncurrentVersionExpiration !== undefined);
    if (before !== undefined || isNew || !deletes) return [];
    const field = 'spec.forProvider.rule';
    const verdict = { lane: 'data-loss', reason: expires, source: lifecycles } as const;
    return [{ object, field, before: undefined, after: 'objects expire', ...verdict }];
  });

const turnsOn = direction('to Enabled', (before, after) => before === 'Disabled' && after === 'Enabled');

const lifecycle = managed(
  's3',
  'BucketLifecycleConfiguration',
  {
    nature: 'stateful',
    created: noHarm,
    deleted: ['cost', 'nothing expires or moves to cheaper storage any more'],
    source: lifecycles,
    judge: judgeNew,
  },
  [
    ...ofBucket,
    ...tell(lowered(number, never), 'data-loss', lifecycles, { [ends]: expires }),
    ...tell(replaced, 'data-loss', lifecycles, { 'rule[].expiration[].date': expires }),
    ...tell(lowered(number), 'data-loss', lifecycles, {
      'rule[].noncurrentVersionExpiration[].newerNoncurrentVersions': 'fewer old versions are kept',
    }),
    ...tell(ofSame(changed), 'data-loss', lifecycles, {
      'rule[].{prefix,filter}': 'other objects than before are deleted',
    }),
    ...tell(turnsOn, 'data-loss', lifecycles, { 'rule[].status': 'what the rule covers is deleted again' }),
    ...tell(raised(number, never), 'cost', lifecycles, { [ends]: 'objects are stored for longer' }),
    ...tell(changed, 'cost', lifecycles, {
      'rule[].{transition,noncurrentVersionTransition}': 'objects move to storage of another price',
    }),
    ...fine(
      '{transitionDefaultMinimumObjectSize,expectedBucketOwner}',
      'rule[].{id,abortIncompleteMultipartUpload}',
      'rule[].expiration[].expiredObjectDeleteMarker',
    ),
  ],
);

const copies = 'rule[].destination';

const replications = managed(
  's3',
  'BucketReplicationConfiguration',
  {
    nature: 'stateful',
    created: ['cost', 'copies are stored elsewhere'],
    deleted: ['recoverability', 'no copy is made elsewhere any more'],
    source: replication,
  },
  [
    ...ofBucket,
    ...tell(removed, 'recoverability', replication, { 'rule[]': 'what the rule covers is copied no more' }),
    ...tell(ofKept(from('Enabled')), 'recoverability', replication, {
      'rule[].status': 'what the rule covers is copied no more',
      'rule[].sourceSelectionCriteria.sseKmsEncryptedObjects.status': 'encrypted objects are copied no more',
      [`${copies}.replicationTime.status`]: 'nothing promises any more when a copy is there',
    }),
    ...tell(ofSame(changed), 'recoverability', replication, {
      'rule[].{prefix,filter}': 'other objects are copied',
      'rule[].deleteMarkerReplication.status': 'deleted objects stay or go in the copy as well',
    }),
    ...tell(ofSame(changed), 'exposure', replication, {
      [`${copies}.bucket{,Ref,Selector}`]: 'copies go where others may read them',
      [`${copies}.{account,accessControlTranslation}`]: 'copies belong to another account',
      [`${copies}.encryptionConfiguration`]: 'copies are open to those of another key',
    }),
    ...tell(changed, 'exposure', replication, { 'role{,Ref,Selector}': 'another role reads every object' }),
    ...tell(replaced, 'cost', replication, {
      [`${copies}.storageClass`]: 'copies are stored at another price',
    }),
    ...fine(
      'rule[].{id,priority,existingObjectReplication}',
      'rule[].sourceSelectionCriteria.replicaModifications',
      `${copies}.{metrics,replicationTime}`,
      'tokenSecretRef',
    ),
  ],
);

const objectLock = managed(
  's3',
  'BucketObjectLockConfiguration',
  {
    nature: 'stateful',
    created: noHarm,
    deleted: ['recoverability', 'new objects can be deleted before their time'],
    source: locks,
  },
  [
    ...ofBucket,
    ...tell(either(lowered(number), removed), 'recoverability', locks, {
      'rule.defaultRetention.{days,years}': 'new objects are kept for less time',
    }),
    ...tell(from('COMPLIANCE'), 'recoverability', locks, {
      'rule.defaultRetention.mode': 'whoever may can delete new objects before their time',
    }),
    ...fine('objectLockEnabled', 'tokenSecretRef', 'expectedBucketOwner'),
  ],
);

export const keepKinds: readonly Knowledge[] = [versioning, lifecycle, replications, objectLock];
