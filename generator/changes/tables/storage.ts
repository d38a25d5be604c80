// Volumes and their copies: PersistentVolumeClaim, PersistentVolume, StorageClass and the kinds of snapshots.
import { changed, lowered, raised, to } from '../directions.ts';
import type { Knowledge } from '../knowledge.ts';
import { quantity, rank } from '../measures.ts';
import { commonRows } from './common.ts';
import { harmless, noHarm, row, verdict } from './rows.ts';
import { below } from './tell.ts';
import { validation } from './upstream.ts';

const volumes = 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/';
const classes = 'https://kubernetes.io/docs/concepts/storage/storage-classes/';
const attributes = 'https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/';
const snapshots = 'https://kubernetes.io/docs/concepts/storage/volume-snapshots/';
const snapshotClasses = 'https://kubernetes.io/docs/concepts/storage/volume-snapshot-classes/';

const { tell } = below('spec');
/** What becomes of a volume when its claim, or of a copy when its object, is deleted. */
const noLongerRetained = lowered(rank('Delete', 'Retain'), 'Delete');

const persistentVolumeClaim: Knowledge = {
  group: '',
  kind: 'PersistentVolumeClaim',
  nature: 'stateful',
  created: verdict('cost', 'a new volume is paid for', volumes),
  deleted: verdict('data-loss', 'the volume goes with its claim unless it is retained', volumes),
  rows: [
    ...commonRows,
    ...tell(lowered(quantity), 'rejected', validation('core'), {
      'resources.requests.storage': 'the volume cannot shrink',
    }),
    ...tell(raised(quantity), 'cost', volumes, {
      'resources.requests.storage': 'a bigger volume is paid for',
    }),
    ...tell(changed, 'rejected', validation('core'), {
      '{accessModes,selector,volumeName,volumeMode}': 'a claim keeps what it was created with',
      '{storageClassName,dataSource,dataSourceRef}': 'a claim keeps what it was created with',
      'resources.limits': 'a claim keeps what it was created with',
    }),
    ...tell(changed, 'cost', attributes, { volumeAttributesClassName: 'the volume gets other performance' }),
  ],
};

/** Kinds of storage that a volume may be; the API server keeps the one that it was created with. */
const sources = '{csi,awsElasticBlockStore,nfs,hostPath,local,fc,iscsi}';

const persistentVolume: Knowledge = {
  group: '',
  kind: 'PersistentVolume',
  nature: 'stateful',
  created: noHarm,
  deleted: verdict(
    'data-loss',
    'nothing leads to the data any more, and it goes unless it is retained',
    volumes,
  ),
  rows: [
    ...commonRows,
    ...harmless('spec.capacity', 'spec.accessModes', 'spec.mountOptions', 'spec.storageClassName'),
    ...harmless('spec.persistentVolumeReclaimPolicy'),
    ...tell(to('Delete', 'Recycle'), 'data-loss', volumes, {
      persistentVolumeReclaimPolicy: 'the data goes with its claim',
    }),
    ...tell(changed, 'rejected', validation('core'), {
      [sources]: 'a volume keeps the storage that it was created with',
      '{volumeMode,nodeAffinity}': 'a volume keeps what it was created with',
    }),
    ...tell(changed, 'exposure', volumes, { claimRef: 'another claim may get the volume and read its data' }),
  ],
};

const storageClass: Knowledge = {
  group: 'storage.k8s.io',
  kind: 'StorageClass',
  nature: 'stateful',
  created: noHarm,
  deleted: verdict('recoverability', 'no volume of it can be made, restored or enlarged any more', classes),
  rows: [
    ...commonRows,
    ...harmless('allowVolumeExpansion', 'allowedTopologies', 'mountOptions'),
    ...['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'].map((field) =>
      row(field, changed, 'rejected', `the ${field} of a storage class cannot change`, validation('storage')),
    ),
    row(
      'reclaimPolicy',
      noLongerRetained,
      'data-loss',
      'volumes made from now on go with their claims',
      classes,
    ),
  ],
};

const volumeSnapshot: Knowledge = {
  group: 'snapshot.storage.k8s.io',
  kind: 'VolumeSnapshot',
  nature: 'stateful',
  created: verdict('cost', 'a copy of the volume is kept and paid for', snapshots),
  deleted: verdict('data-loss', 'the copy of the volume goes unless it is retained', snapshots),
  rows: [
    ...commonRows,
    ...tell(changed, 'rejected', snapshots, { source: 'a snapshot keeps the volume that it was taken of' }),
  ],
};

const volumeSnapshotClass: Knowledge = {
  group: 'snapshot.storage.k8s.io',
  kind: 'VolumeSnapshotClass',
  nature: 'stateful',
  created: noHarm,
  deleted: verdict('recoverability', 'no snapshot can be taken with it any more', snapshotClasses),
  rows: [
    ...commonRows,
    ...harmless('deletionPolicy'),
    row(
      'deletionPolicy',
      noLongerRetained,
      'recoverability',
      'copies go with their objects',
      snapshotClasses,
    ),
    row(
      'driver',
      changed,
      'recoverability',
      'snapshots are taken by another driver, or not at all',
      snapshotClasses,
    ),
    row('parameters', changed, 'recoverability', 'snapshots are taken in another way', snapshotClasses),
  ],
};

const volumeSnapshotContent: Knowledge = {
  group: 'snapshot.storage.k8s.io',
  kind: 'VolumeSnapshotContent',
  nature: 'stateful',
  created: noHarm,
  deleted: verdict('data-loss', 'the copy of the volume goes unless it is retained', snapshots),
  rows: [
    ...commonRows,
    ...harmless('spec.deletionPolicy'),
    ...tell(noLongerRetained, 'data-loss', snapshots, { deletionPolicy: 'the copy goes with its object' }),
    ...tell(changed, 'rejected', snapshots, { source: 'a snapshot keeps what it was taken of' }),
  ],
};

export const storage: readonly Knowledge[] = [
  persistentVolumeClaim,
  persistentVolume,
  storageClass,
  volumeSnapshot,
  volumeSnapshotClass,
  volumeSnapshotContent,
];
