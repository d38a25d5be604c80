// The tenant's namespace: the wall that everything else leans on.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { keptByArgocd } from '../../../compose/application-set.ts';
import { kube } from '../../../compose/kube.ts';
import { annotations, labels, meshLabels, podSecurityLabels, tenantLabels } from '../../../model/labels.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, tier, cluster, platform } = target;
  add(
    chart,
    kube.namespace({
      metadata: {
        name: target.namespace,
        labels: {
          ...tenantLabels(tenant.id),
          [labels.tier]: tier.name,
          [labels.costCentre]: tenant.costCentre,
          [labels.environment]: cluster.environment,
          [labels.lifecycle]: tenant.lifecycle,
          ...meshLabels(platform.mesh.revision),
          ...podSecurityLabels('restricted', cluster.kubernetesVersion),
        },
        annotations: {
          [annotations.displayName]: tenant.displayName,
          [annotations.owner]: tenant.owner,
          // Deleting a namespace deletes every claim in it, so neither git nor an Application may do it.
          ...keptByArgocd,
        },
      },
    }),
  );
}
