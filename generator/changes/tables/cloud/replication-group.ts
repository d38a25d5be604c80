// The shards and replicas of a cache. What it holds counts as data: a cache that is emptied sends every request to the
// database behind it.
import { changed, direction, from, lowered, raised, removed, to } from '../../directions.ts';
import { number } from '../../measures.ts';
import { comesAs, turnedOff, turnedOn } from '../turns.ts';
import { newer, older } from '../versions.ts';
import { fine, managed, tagRows, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg';
const cloudformation =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html';
const modify =
  'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyReplicationGroup.html';
const encryption = `${guide}/in-transit-encryption.html`;
const sizes = `${guide}/Scaling.html`;
const snapshots = `${guide}/backups-automatic.html`;
const roles = `${guide}/Clusters.RBAC.html`;

const toRequired = direction('to required', (before, after) => before !== undefined && after === 'required');

export const replicationGroup = managed(
  'elasticache',
  'ReplicationGroup',
  {
    nature: 'stateful',
    created: ['cost', 'another cache is paid for'],
    deleted: ['data-loss', 'the cache goes, and its automatic snapshots with it'],
    source:
      'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DeleteReplicationGroup.html',
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', cloudformation, {
      engine: 'a cache keeps its engine',
      atRestEncryptionEnabled: 'the cache is encrypted from the start or never',
      'kmsKeyId{,Ref,Selector}': 'the cache keeps the key it was encrypted with',
      'subnetGroupName{,Ref,Selector}': 'a cache is not moved to other subnets',
      '{dataTieringEnabled,networkType,port,preferredCacheClusterAzs}':
        'it is chosen when the cache is created',
      replicasPerNodeGroup: 'the number of replicas of a shard is not changed in place',
      'globalReplicationGroupId{,Ref,Selector}': 'a cache joins a global one when it is created',
      '{snapshotArns,snapshotName}': 'what a cache is filled from is read once',
      nodeGroupConfiguration: 'where the nodes of a shard are is chosen when the cache is created',
    }),
    ...sizeRows(),
    ...keepRows(),
    ...accessRows(),
    ...fine('{description,autoMinorVersionUpgrade,authTokenUpdateStrategy,notificationTopicArn,ipDiscovery}'),
  ],
);

function sizeRows() {
  return [
    ...tell(lowered(number), 'data-loss', sizes, {
      numNodeGroups: 'keys that fit on fewer shards no more are lost',
    }),
    ...tell(lowered(number), 'downtime', sizes, {
      '{numNodeGroups,numCacheClusters,replicasPerNodeGroup}': 'fewer nodes serve',
    }),
    ...tell(lowered(number), 'recoverability', sizes, {
      '{numCacheClusters,replicasPerNodeGroup}': 'fewer replicas take over when a node fails',
    }),
    ...tell(raised(number), 'cost', sizes, {
      '{numNodeGroups,numCacheClusters,replicasPerNodeGroup}': 'more nodes are paid for',
    }),
    ...tell(changed, 'downtime', sizes, {
      nodeType: 'nodes are replaced, and smaller ones evict what does not fit',
      '{parameterGroupName,clusterMode,durability}': 'the cache works otherwise, and may evict or refuse',
      '{maintenanceWindow,snapshotWindow}': 'restarts or slow minutes fall on another time',
    }),
    ...tell(changed, 'cost', sizes, { nodeType: 'other nodes have another price' }),
    ...tell(older, 'stuck', modify, { engineVersion: 'a cache is not taken back to an older version' }),
    ...tell(newer, 'downtime', modify, { engineVersion: 'nodes are replaced to be upgraded' }),
    ...tell(turnedOn, 'downtime', modify, {
      applyImmediately: 'what waits for the maintenance window happens at once',
    }),
  ];
}

function keepRows() {
  return [
    ...tell(lowered(number, 0), 'recoverability', snapshots, {
      snapshotRetentionLimit: 'snapshots are kept for less time, or none is taken',
    }),
    ...tell(turnedOff, 'recoverability', modify, {
      '{automaticFailoverEnabled,multiAzEnabled}': 'nothing takes over when a node or a zone fails',
    }),
    ...tell(turnedOff, 'downtime', modify, {
      automaticFailoverEnabled: 'a failing primary stops all writes',
    }),
    ...tell(removed, 'recoverability', modify, {
      finalSnapshotIdentifier: 'deleting it leaves no last snapshot',
    }),
  ];
}

function accessRows() {
  return [
    ...tell(to(false), 'exposure', encryption, { transitEncryptionEnabled: 'clients connect in the clear' }),
    ...tell(turnedOff, 'downtime', encryption, {
      transitEncryptionEnabled: 'clients that use TLS are refused',
    }),
    ...tell(turnedOn, 'downtime', encryption, {
      transitEncryptionEnabled: 'clients that do not use TLS are refused',
    }),
    ...tell(from('required'), 'exposure', encryption, {
      transitEncryptionMode: 'clients may connect in the clear',
    }),
    ...tell(toRequired, 'downtime', encryption, {
      transitEncryptionMode: 'clients that do not use TLS are refused',
    }),
    ...tell(comesAs('false', false), 'exposure', cloudformation, {
      atRestEncryptionEnabled: 'the disk is not encrypted',
    }),
    ...tell(removed, 'exposure', roles, { authTokenSecretRef: 'clients need no token any more' }),
    ...tell(changed, 'downtime', roles, {
      '{authTokenSecretRef,autoGenerateAuthToken}': 'clients that hold the old token are refused',
    }),
    ...tell(changed, 'exposure', roles, {
      userGroupIds: 'other users may use the cache',
      'securityGroupId{s,Refs,Selector}': 'other rules decide who reaches the cache',
      '{securityGroupNames,logDeliveryConfiguration}': 'others reach the cache, or its logs',
    }),
  ];
}
