// Applications of the workloads layer: what can be made anew from git at any time, rolled out ring by ring.
import type { Chart } from 'cdk8s';
import { add } from '../../../../compose/add.ts';
import { tenantLayer } from '../../../../compose/tenant-layer.ts';
import { labels } from '../../../../model/labels.ts';
import type { ClusterTarget } from '../../../../model/target.ts';

/**
 * A tenant that is retained has no workloads in its `target.yaml`: its Application goes and takes its objects along.
 *
 * RollingSync switches automated sync off and starts each sync itself. It reads `automated.prune` for that, so the block
 * must stay; `selfHeal` rests meanwhile, and drift is repaired by the next commit that touches the Application
 * (https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Progressive-Syncs/).
 */
export function compose(chart: Chart, target: ClusterTarget): void {
  const rings = [...new Set(Object.values(target.tiers).map(({ ring }) => ring))].sort((a, b) => a - b);
  const maxUpdate = `${target.platform.argocd.ringPercent}%`;
  // A ring begins when all Applications of the rings before it are healthy. An Application in no ring would never sync.
  const steps = rings.map((ring) => ({
    matchExpressions: [{ key: labels.ring, operator: 'In', values: [String(ring)] }],
    maxUpdate,
  }));
  add(
    chart,
    tenantLayer(target, {
      layer: 'workloads',
      keeps: false,
      prune: true,
      strategy: { type: 'RollingSync', rollingSync: { steps } },
    }),
  );
}
