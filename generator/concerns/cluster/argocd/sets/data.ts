// Applications of the data layer: what must outlive every mistake.
import type { Chart } from 'cdk8s';
import { add } from '../../../../compose/add.ts';
import { tenantLayer } from '../../../../compose/tenant-layer.ts';
import type { ClusterTarget } from '../../../../model/target.ts';

/**
 * Never deletes. Beside `keeps` and `prune`, the two options hold against people too: `argocd app sync --prune` and
 * `argocd app delete --cascade` leave the objects alone
 * (https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/).
 */
export function compose(chart: Chart, target: ClusterTarget): void {
  add(
    chart,
    tenantLayer(target, {
      layer: 'data',
      keeps: true,
      prune: false,
      syncOptions: ['Delete=false', 'Prune=false'],
    }),
  );
}
