// What a tenant is promised when something is lost, and the schedules that follow from it.
import type { Fleet } from '../model/fleet.ts';
import type { RecoveryOverride, Tenant, TierRecovery } from '../model/generated/inputs.ts';
import { placementOf } from '../model/placement.ts';
import type { Source } from '../model/source.ts';
import type { PromisedRecovery } from '../model/target.ts';
import { remoteOf } from '../recovery/losses.ts';
import { schedulesOf } from '../recovery/schedules.ts';
import { pick, type Trace } from './settings.ts';

/** The tenant's own promise before its tier's; schedules are nobody's to write. */
export function resolveRecovery(
  fleet: Fleet,
  source: Source<Tenant>,
  cluster: string,
  trace: Trace,
): PromisedRecovery {
  const { id, tier } = source.value;
  const mechanisms = fleet.recovery.value;
  const ofTier = (key: keyof TierRecovery) => ({ source: fleet.tiers, path: [tier, 'recovery', key] });
  const minutes = (key: keyof RecoveryOverride) =>
    pick(trace, `recovery.${key}`, [{ source, path: ['recovery', key] }, ofTier(key)]) as number;
  const derive = (written: TierRecovery['remote']) => remoteOf(written, placementOf(source.value));
  const remote = pick(trace, 'recovery.remote', [{ ...ofTier('remote'), derive }]) as TierRecovery['remote'];
  const promise = { rpoMinutes: minutes('rpoMinutes'), rtoMinutes: minutes('rtoMinutes'), remote };
  const schedules = schedulesOf(promise, mechanisms, id, cluster);
  for (const key of ['snapshots', 'objects'] as const) {
    trace?.push({
      setting: `recovery.schedules.${key}`,
      value: schedules[key],
      source: fleet.recovery,
      path: [key],
    });
  }
  const storageGiB = pick(trace, 'recovery.storageGiB', [
    { source, path: ['database', 'maxStorageGiB'] },
    { source: fleet.tiers, path: [tier, 'database', 'maxStorageGiB', 'default'] },
  ]) as number;
  const { replicate: replicatesDocuments } = fleet.tiers.value[tier].bucket;
  return { ...promise, storageGiB, replicatesDocuments, schedules, mechanisms };
}
