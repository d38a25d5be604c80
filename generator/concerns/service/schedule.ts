// What runs by the clock, in the tenant's own time zone and only where the database writer is.
import type { Chart } from 'cdk8s';
import { add } from '../../compose/add.ts';
import { kube } from '../../compose/kube.ts';
import { metadataOf } from '../../compose/metadata.ts';
import { podOf } from '../../compose/pod.ts';
import { isRunning, type ResolvedService, type TenantTarget } from '../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget, service: ResolvedService): void {
  if (service.kind !== 'schedule') return;
  const { cron, deadlineSeconds } = service.schedule;
  const { cronJobHistory } = target.platform.workloads;
  const metadata = metadataOf(target, service);
  add(
    chart,
    kube.cronJob({
      metadata: {
        ...metadata,
        // A run that failed at night must not hold up the next rollout of every later ring; alerts speak of it.
        annotations: { 'argocd.argoproj.io/ignore-healthcheck': 'true' },
      },
      spec: {
        schedule: cron,
        timeZone: target.tenant.timeZone,
        concurrencyPolicy: 'Forbid',
        startingDeadlineSeconds: deadlineSeconds,
        suspend: !isRunning(target),
        successfulJobsHistoryLimit: cronJobHistory,
        failedJobsHistoryLimit: cronJobHistory,
        jobTemplate: {
          metadata: { labels: metadata.labels },
          spec: {
            activeDeadlineSeconds: deadlineSeconds,
            // The next run comes soon enough; a retry would overlap it.
            backoffLimit: 0,
            template: podOf(target, service, { spec: { restartPolicy: 'Never' } }),
          },
        },
      },
    }),
  );
}
