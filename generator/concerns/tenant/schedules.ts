// When Velero saves the tenant's objects, and where to: one schedule for each region, since a backup goes to one place. They
// lie outside the tenant's folder, because Velero reads them in its own namespace, which no tenant's Application reaches.
import type { Chart } from 'cdk8s';
import { add } from '../../compose/add.ts';
import { annotations, tenantLabels } from '../../model/labels.ts';
import type { Manifest } from '../../model/manifest.ts';
import { type ObjectStore, objectScheduleOf } from '../../model/names.ts';
import { savedResources } from '../../model/restorable.ts';
import type { TenantTarget } from '../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  for (const store of ['home', 'copies'] as const) add(chart, scheduleOf(target, store));
}

/**
 * `skipImmediately` is left out: Velero sets it back, and git would set it again
 * (https://github.com/vmware-tanzu/velero/blob/v1.18.1/pkg/controller/schedule_controller.go).
 */
function scheduleOf(target: TenantTarget, store: ObjectStore): Manifest {
  const { tenant, cluster, namespace, recovery, tier } = target;
  return {
    apiVersion: 'velero.io/v1',
    kind: 'Schedule',
    metadata: {
      name: objectScheduleOf(tenant.id, cluster.name, store),
      namespace: 'velero',
      labels: tenantLabels(tenant.id),
      // What tests restores calls a backup old by it.
      annotations: { [annotations.intervalMinutes]: String(recovery.schedules.objectMinutes) },
    },
    spec: {
      schedule: recovery.schedules.objects,
      // Backups outlive their schedule.
      useOwnerReferencesInBackup: false,
      template: {
        metadata: { labels: tenantLabels(tenant.id) },
        includedNamespaces: [namespace],
        // A list of what is in: a kind that is new stays out until somebody has thought of what its double would do.
        includedNamespaceScopedResources: [...savedResources],
        excludedClusterScopedResources: ['*'],
        snapshotVolumes: false,
        storageLocation: store,
        ttl: `${tier.backup.objectDays * 24}h0m0s`,
      },
    },
  };
}
