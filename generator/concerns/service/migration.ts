// Brings the database schema up to date once per sync, before any new pod starts, where the writer is. Elsewhere the same Job
// only looks whether the stores answer, which they do once its pod is in the client group; each attempt is a new pod.
import type { Chart } from 'cdk8s';
import { add } from '../../compose/add.ts';
import { kube } from '../../compose/kube.ts';
import { metadataOf } from '../../compose/metadata.ts';
import { podOf } from '../../compose/pod.ts';
import { isRunning, type ResolvedService, type TenantTarget } from '../../model/target.ts';
import { waves } from '../../model/waves.ts';

/**
 * A pod gets its security groups when it is made or never, and nothing orders the layers: services that were made first would
 * stay without (https://aws.amazon.com/blogs/containers/introducing-security-groups-for-pods).
 */
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
