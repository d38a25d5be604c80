// What each mechanism loses at its worst, and how long it takes to have it back. Knows no promise.
import type { Recovery, RestoreMinutes, TierRecovery } from '../model/generated/inputs.ts';
import type { Path } from '../model/source.ts';
import { worstGapMinutes } from './gap.ts';
import type { Schedules } from './schedules.ts';

/** One thing that can happen to a tenant, and the way back. */
export interface Loss {
  /** As a sentence begins: `When the region is lost, …`. */
  readonly event: string;
  /** The way back, as the sentence goes on. */
  readonly mechanism: string;
  readonly lostMinutes: number;
  /** How `lostMinutes` is made up. */
  readonly lostBy: string;
  readonly awayMinutes: number;
  /** How `awayMinutes` is made up. */
  readonly awayBy: string;
  /** Where `platform/recovery.yaml` says what the mechanism can do. */
  readonly path: Path;
}

/** What the mechanisms work on. */
export interface Recoverable {
  readonly remote: TierRecovery['remote'];
  readonly schedules: Schedules;
  /** How large the database may grow. */
  readonly storageGiB: number;
  readonly replicatesDocuments: boolean;
}

/** A replica lives on another of the tenant's clusters: without one, backups in another region take its place. */
export function remoteOf(
  remote: TierRecovery['remote'],
  clusters: readonly string[],
): TierRecovery['remote'] {
  return remote === 'replica' && clusters.length < 2 ? 'backups' : remote;
}

/** Everything that can be lost by itself. */
export function lossesOf(mechanisms: Recovery, what: Recoverable): Loss[] {
  const { pointInTime, objects } = mechanisms;
  const { schedules, storageGiB } = what;
  const gap = worstGapMinutes(schedules.objects);
  return [
    {
      event: 'the database is lost',
      mechanism: 'it is restored to a point in time',
      ...lag(pointInTime.lagMinutes),
      ...restore(pointInTime.restore, storageGiB),
      path: ['pointInTime'],
    },
    { event: 'the region is lost', ...remoteLoss(mechanisms, what) },
    { event: 'the region is lost', ...documentLoss(mechanisms, what) },
    {
      event: 'the cluster is lost',
      mechanism: `objects are restored from Velero's \`${schedules.objects}\``,
      lostMinutes: gap + objects.takeMinutes + objects.copyMinutes,
      lostBy: `a gap of ${gap}, ${objects.takeMinutes} to save and ${objects.copyMinutes} to copy`,
      awayMinutes: objects.restoreMinutes,
      awayBy: `${objects.restoreMinutes} to restore`,
      path: ['objects'],
    },
  ];
}

function documentLoss({ documents }: Recovery, { replicatesDocuments }: Recoverable): Omit<Loss, 'event'> {
  const path = ['documents'];
  if (replicatesDocuments) {
    const mechanism = 'documents are those that were replicated';
    return { mechanism, ...lag(documents.lagMinutes), awayMinutes: 0, awayBy: 'they are there', path };
  }
  const never = Number.POSITIVE_INFINITY;
  return {
    mechanism: 'no other region has the documents',
    lostMinutes: never,
    lostBy: 'the tier does not replicate its buckets',
    awayMinutes: never,
    awayBy: 'nothing brings them back',
    path,
  };
}

function remoteLoss(
  { replica, backups, snapshots }: Recovery,
  { remote, schedules, storageGiB }: Recoverable,
): Omit<Loss, 'event'> {
  if (remote === 'replica') {
    return {
      mechanism: 'the replica is promoted',
      ...lag(replica.lagMinutes),
      awayMinutes: replica.promoteMinutes,
      awayBy: `${replica.promoteMinutes} to promote`,
      path: ['replica'],
    };
  }
  if (remote === 'backups') {
    return {
      mechanism: 'the database is restored from replicated backups',
      ...lag(backups.lagMinutes),
      ...restore(backups.restore, storageGiB),
      path: ['backups'],
    };
  }
  const gap = worstGapMinutes(schedules.snapshots);
  const { startWindowMinutes, takeMinutes, copyMinutes } = snapshots;
  return {
    mechanism: `the database is restored from copied snapshots of \`${schedules.snapshots}\``,
    lostMinutes: gap + startWindowMinutes + takeMinutes + copyMinutes,
    lostBy: `a gap of ${gap}, ${startWindowMinutes} to start, ${takeMinutes} to take and ${copyMinutes} to copy`,
    ...restore(snapshots.restore, storageGiB),
    path: ['snapshots'],
  };
}

function lag(minutes: number): Pick<Loss, 'lostMinutes' | 'lostBy'> {
  return { lostMinutes: minutes, lostBy: `a lag of ${minutes}` };
}

function restore(
  { fixed, per100GiB }: RestoreMinutes,
  storageGiB: number,
): Pick<Loss, 'awayMinutes' | 'awayBy'> {
  const bySize = Math.ceil((storageGiB * per100GiB) / 100);
  return { awayMinutes: fixed + bySize, awayBy: `${fixed} to restore and ${bySize} for ${storageGiB} GiB` };
}
