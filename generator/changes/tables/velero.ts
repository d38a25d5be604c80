// Backups of what is in the cluster: when, of what, where to, for how long.
import { changed, direction, from, lowered, raised, to } from '../directions.ts';
import { gap } from '../gap.ts';
import type { Knowledge, Row } from '../knowledge.ts';
import { duration } from '../measures.ts';
import { commonRows } from './common.ts';
import { noHarm, verdict } from './rows.ts';
import { sparser } from './schedules.ts';
import { below } from './tell.ts';
import { setToFalse, turnedOff } from './turns.ts';

const docs = 'https://velero.io/docs/v1.18/api-types';
const schedules = `${docs}/schedule/`;
const backups = `${docs}/backup/`;
const locations = `${docs}/backupstoragelocation/`;
const snapshots = `${docs}/volumesnapshotlocation/`;
const restores = `${docs}/restore/`;
const skipping = 'https://github.com/vmware-tanzu/velero/blob/v1.18.1/pkg/controller/schedule_controller.go';

const group = 'velero.io';
const { tell, fine } = below('spec');
const template = below('spec.template');

/** A list of what is in; without one, everything is. */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) && value.length > 0 ? value : ['*'];
}

const includesLess = direction('includes less', (before, after) => {
  const [old, now] = [listOf(before), listOf(after)];
  return !now.includes('*') && (old.includes('*') || old.some((one) => !now.includes(one)));
});

const excludesMore = direction('excludes more', (before, after) => {
  const [old, now] = [before, after].map((value): readonly unknown[] => (Array.isArray(value) ? value : []));
  return (now ?? []).some((one) => !old?.includes(one));
});

const lists = '{Namespaces,Resources,ClusterScopedResources,NamespaceScopedResources}';

/** What a backup that says nothing is kept for. */
const usualLife = '720h0m0s';

const templateRows: readonly Row[] = [
  ...template.tell(lowered(duration, usualLife), 'recoverability', backups, {
    ttl: 'backups are kept for less time',
  }),
  ...template.tell(raised(duration, usualLife), 'cost', backups, { ttl: 'backups are stored for longer' }),
  ...template.tell(includesLess, 'recoverability', backups, { [`included${lists}`]: 'less is backed up' }),
  ...template.tell(excludesMore, 'recoverability', backups, { [`excluded${lists}`]: 'less is backed up' }),
  ...template.tell(changed, 'recoverability', backups, {
    '{labelSelector,orLabelSelectors,resourcePolicy}': 'what was backed up may be left out',
    hooks: 'what a workload writes while it is backed up may not fit together',
    '{storageLocation,volumeSnapshotLocations}': 'backups go where nobody looks for them',
  }),
  ...template.tell(setToFalse, 'recoverability', backups, {
    '{snapshotVolumes,includeClusterResources}': 'less is backed up',
  }),
  ...template.tell(turnedOff, 'recoverability', backups, {
    '{snapshotMoveData,defaultVolumesToFsBackup}': 'volumes are kept nowhere but where they are',
  }),
  ...template.tell(lowered(duration), 'recoverability', backups, {
    '{csiSnapshotTimeout,itemOperationTimeout}': 'large volumes are given up earlier',
  }),
  ...template.fine(`{included,excluded}${lists}`),
  ...template.fine('{metadata,datamover,uploaderConfig,orderedResources,volumeGroupSnapshotLabelKey}'),
];

const schedule: Knowledge = {
  group,
  kind: 'Schedule',
  nature: 'stateful',
  created: verdict('cost', 'more backups are stored', schedules),
  deleted: verdict('recoverability', 'no backup is taken any more', schedules),
  rows: [
    ...commonRows,
    ...tell(sparser, 'recoverability', schedules, { schedule: 'more is lost between two backups' }),
    ...tell(lowered(gap), 'cost', schedules, { schedule: 'more backups are stored' }),
    ...tell(to(true), 'recoverability', schedules, {
      paused: 'no backup is taken until somebody goes on',
      useOwnerReferencesInBackup: 'backups go with the schedule',
    }),
    ...tell(to(true), 'stuck', skipping, { skipImmediately: 'the controller takes it back each time' }),
    ...templateRows,
  ],
};

const backup: Knowledge = {
  group,
  kind: 'Backup',
  nature: 'stateful',
  created: verdict('cost', 'another backup is stored', backups),
  deleted: verdict('recoverability', 'the backup is found no more', backups),
  rows: [
    ...commonRows,
    {
      field: 'spec',
      when: changed,
      lane: 'stuck',
      reason: 'a backup is taken once, as it was asked for',
      source: backups,
    },
  ],
};

const storage: Knowledge = {
  group,
  kind: 'BackupStorageLocation',
  nature: 'stateful',
  created: noHarm,
  deleted: verdict('recoverability', 'backups that are there are found no more', locations),
  rows: [
    ...commonRows,
    ...tell(changed, 'recoverability', locations, {
      'objectStorage.{bucket,prefix}': 'backups that are there are found no more',
      '{provider,config.region,config.s3Url}': 'backups that are there are found no more',
    }),
    ...tell(changed, 'exposure', locations, {
      'objectStorage.bucket': 'backups go where others may read them',
      'config.{s3Url,kmsKeyId,serverSideEncryption}': 'backups are open to others',
      credential: 'somebody else reads and writes the backups',
    }),
    ...tell(to('true'), 'exposure', locations, {
      'config.insecureSkipTLSVerify': 'another server may be taken for the right one',
    }),
    ...tell(to('ReadOnly'), 'recoverability', locations, { accessMode: 'no backup can be stored' }),
    ...tell(from('ReadOnly'), 'exposure', locations, {
      accessMode: 'this cluster may write and delete backups as well',
    }),
    ...tell(turnedOff, 'recoverability', locations, { default: 'backups that name no location fail' }),
    ...tell(changed, 'downtime', locations, {
      'objectStorage.{caCert,caCertRef}': 'the store may not be trusted any more',
    }),
    ...fine('{backupSyncPeriod,validationFrequency}', 'config.{s3ForcePathStyle,profile,checksumAlgorithm}'),
  ],
};

const snapshotLocation: Knowledge = {
  group,
  kind: 'VolumeSnapshotLocation',
  nature: 'stateful',
  created: noHarm,
  deleted: verdict('recoverability', 'snapshots that are there are found no more', snapshots),
  rows: [
    ...commonRows,
    ...tell(changed, 'recoverability', snapshots, {
      '{provider,config}': 'snapshots that are there are found no more',
    }),
    ...tell(changed, 'exposure', snapshots, { credential: 'somebody else reads and makes snapshots' }),
  ],
};

const restore: Knowledge = {
  group,
  kind: 'Restore',
  nature: 'stateful',
  created: verdict('unknown', 'what a backup writes over the cluster cannot be told from here', restores),
  deleted: noHarm,
  rows: [
    ...commonRows,
    ...tell(to('update'), 'data-loss', restores, {
      existingResourcePolicy: 'objects that are there become what they were',
    }),
    {
      field: 'spec',
      when: changed,
      lane: 'stuck',
      reason: 'a restore is done once, as it was asked for',
      source: restores,
    },
  ],
};

export const velero: readonly Knowledge[] = [schedule, backup, storage, snapshotLocation, restore];
