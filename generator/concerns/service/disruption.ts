// How much of a service a node drain may take at once. A percentage of what runs, rounded up: never zero, so that
// it can slow a drain but not block it.
import type { Chart } from 'cdk8s';
import { add } from '../../compose/add.ts';
import { kube } from '../../compose/kube.ts';
import { metadataOf } from '../../compose/metadata.ts';
import { selectorOf } from '../../model/labels.ts';
import { hasDeployment, isRunning, type ResolvedService, type TenantTarget } from '../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget, service: ResolvedService): void {
  if (!isRunning(target) || !hasDeployment(service)) return;
  add(
    chart,
    kube.podDisruptionBudget({
      metadata: metadataOf(target, service),
      spec: {
        maxUnavailable: target.tier.disruption.maxUnavailable,
        selector: { matchLabels: selectorOf(service.name) },
        // A pod that is broken anyway must not keep a node from being replaced.
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
    }),
  );
}
