// Whose pods give way when a cluster is full: one PriorityClass per tier.
import type { Chart } from 'cdk8s';
import { add } from '../../../../compose/add.ts';
import { kube } from '../../../../compose/kube.ts';
import { platformLabels } from '../../../../model/labels.ts';
import { priorityClassOf } from '../../../../model/names.ts';
import type { ClusterTarget } from '../../../../model/target.ts';

export function compose(chart: Chart, { tiers }: ClusterTarget): void {
  for (const [tier, { priority, description }] of Object.entries(tiers)) {
    add(
      chart,
      kube.priorityClass({
        metadata: { name: priorityClassOf(tier), labels: platformLabels },
        value: priority,
        // Else pods of the platform that name no class would inherit a tenant's.
        globalDefault: false,
        // After the loss of a zone a premium tenant is served first: that is what its tier promises.
        preemptionPolicy: 'PreemptLowerPriority',
        description,
      }),
    );
  }
}
