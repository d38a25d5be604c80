// Brings the database schema up to date once per sync, before any new pod starts and only where the writer is.
import type { Chart } from 'cdk8s';
import { add } from '../../compose/add.ts';
import { kube } from '../../compose/kube.ts';
import { metadataOf } from '../../compose/metadata.ts';
import { podOf } from '../../compose/pod.ts';
import { isRunning, type ResolvedService, type TenantTarget } from '../../model/target.ts';
import { waves } from '../../model/waves.ts';

export function compose(chart: Chart, target: TenantTarget, service: ResolvedService): void {
  if (service.kind !== 'migration' || !isRunning(target)) return;
  add(
    chart,
    kube.job({
      metadata: {
        ...metadataOf(target, service),
        annotations: {
          // A Job cannot be changed in place: each sync deletes the last one and starts anew.
          'argocd.argoproj.io/hook': 'Sync',
          'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
          'argocd.argoproj.io/sync-wave': waves.migration,
        },
      },
      spec: {
        activeDeadlineSeconds: service.deadlineSeconds,
        backoffLimit: target.platform.workloads.migrationRetries,
        template: podOf(target, service, { spec: { restartPolicy: 'Never' } }),
      },
    }),
  );
}
