// Claims of keys, caches and buckets: what a change of a claim does to what is kept in them. What the API server refuses is
// in the schemas, `x-kubernetes-validations`.
import { added, changed, either, from, lowered, raised, removed, replaced } from '../directions.ts';
import type { Knowledge } from '../knowledge.ts';
import { number } from '../measures.ts';
import { commonRows } from './common.ts';
import { composed } from './composed.ts';
import { verdict } from './rows.ts';
import { below } from './tell.ts';
import { turnedOff } from './turns.ts';
import { newer, older } from './versions.ts';

const keys = 'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html';
const cache = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg';
const buckets = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide';
const modify =
  'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyReplicationGroup.html';
const snapshots = `${cache}/backups-automatic.html`;
const subnets = `${cache}/SubnetGroups.html`;
const sizes = `${cache}/Scaling.html`;
const lifecycles = `${buckets}/object-lifecycle-mgmt.html`;
const locks = `${buckets}/object-lock.html`;
const replication = `${buckets}/replication.html`;
const schemaOf = (kind: string) => `schemas/kubernetes/tenantry.dev/${kind.toLowerCase()}_v1alpha1.json`;

const { tell, fine } = below('spec');

const key: Knowledge = {
  group: 'tenantry.dev',
  kind: 'KeyClaim',
  nature: 'stateful',
  created: verdict('cost', 'another key is paid for', keys),
  deleted: verdict('data-loss', 'nothing looks after the key, and what it encrypted is lost with it', keys),
  rows: [
    ...commonRows,
    ...tell(changed, 'rejected', schemaOf('KeyClaim'), {
      '{region,account}': 'a key stays where it is',
      '{tenant,use,alias}': 'a key keeps its tenant, its use and its alias',
    }),
    ...fine('tags'),
  ],
};

const redis: Knowledge = {
  group: 'tenantry.dev',
  kind: 'CacheClaim',
  nature: 'stateful',
  created: verdict('cost', 'another cache is paid for', cache),
  deleted: verdict('data-loss', 'sessions and jobs that are held in the cache are lost with it', cache),
  rows: [
    ...commonRows,
    ...tell(changed, 'rejected', schemaOf('CacheClaim'), {
      '{region,tenant}': 'a cache stays where it is and whose it is',
    }),
    ...tell(older, 'stuck', modify, { engineVersion: 'a cache is not taken back to an older version' }),
    ...tell(newer, 'downtime', modify, { engineVersion: 'nodes are replaced to be upgraded' }),
    ...tell(changed, 'downtime', modify, {
      '{parameterFamily,parameterGroup,eviction}': 'the cache works otherwise, and may evict or refuse',
      '{snapshotWindow,maintenanceWindow}': 'restarts or slow minutes fall on another time',
    }),
    ...tell(changed, 'downtime', sizes, {
      nodeType: 'nodes are replaced, and smaller ones evict what does not fit',
    }),
    ...tell(changed, 'cost', sizes, { nodeType: 'other nodes have another price' }),
    ...tell(lowered(number), 'downtime', sizes, { nodes: 'fewer nodes serve' }),
    ...tell(lowered(number), 'recoverability', sizes, {
      nodes: 'fewer replicas take over when a node fails',
    }),
    ...tell(raised(number), 'cost', sizes, { nodes: 'more nodes are paid for' }),
    ...tell(turnedOff, 'recoverability', modify, {
      '{automaticFailover,multiAz}': 'nothing takes over when a node or a zone fails',
    }),
    ...tell(lowered(number), 'recoverability', snapshots, {
      snapshotDays: 'snapshots are kept for less time, or none is taken',
    }),
    ...tell(raised(number), 'cost', snapshots, { snapshotDays: 'more snapshots are stored' }),
    ...tell(changed, 'stuck', subnets, { 'subnetId{s,Refs}': 'a cache is not moved to other subnets' }),
    ...fine('tags'),
  ],
};

const bucket: Knowledge = {
  group: 'tenantry.dev',
  kind: 'BucketClaim',
  nature: 'stateful',
  created: verdict('cost', 'another bucket is paid for', buckets),
  deleted: verdict('data-loss', 'nothing looks after the bucket any more, nor after its copies', buckets),
  rows: [
    ...commonRows,
    ...tell(changed, 'rejected', schemaOf('BucketClaim'), {
      '{region,account}': 'a bucket stays where it is',
      '{tenant,bucket}': 'a bucket keeps its tenant and its name',
    }),
    ...tell(either(added, removed), 'rejected', schemaOf('BucketClaim'), {
      lockYears: 'a bucket is an archive from the beginning or never',
    }),
    ...tell(lowered(number), 'recoverability', locks, {
      lockYears: 'objects that are written from now on can be deleted sooner',
    }),
    ...tell(raised(number), 'cost', locks, {
      lockYears: 'nobody can delete for longer what is written from now on',
    }),
    ...tell(lowered(number), 'data-loss', lifecycles, {
      oldVersionDays: 'old versions that were kept are deleted',
    }),
    ...tell(raised(number), 'cost', lifecycles, { oldVersionDays: 'old versions are stored for longer' }),
    ...tell(from('Disabled'), 'data-loss', lifecycles, {
      oldVersions: 'old versions that a hold kept are deleted when their time is over',
    }),
    ...tell(from('Enabled'), 'cost', lifecycles, {
      oldVersions: 'old versions are stored until the hold ends',
    }),
    ...tell(either(removed, replaced), 'recoverability', replication, {
      'copy{Bucket,Region}': 'the copies that are there get no new objects',
    }),
    ...tell(either(removed, replaced), 'exposure', replication, {
      copyKeyAlias: 'copies are open to those of another key',
    }),
    ...tell(added, 'cost', replication, { copyBucket: 'copies are stored elsewhere' }),
    ...tell(either(removed, replaced), 'recoverability', replication, {
      copierRole: 'nothing is copied until the new role is there',
    }),
    ...fine('tags', 'copy{Bucket,Region,KeyAlias}', 'copierRole'),
  ],
};

export const storageClaims: readonly Knowledge[] = [key, redis, bucket].map(composed);
