// Applications of the foundation layer: the walls of every tenant's namespace.
import type { Chart } from 'cdk8s';
import { add } from '../../../../compose/add.ts';
import { tenantLayer } from '../../../../compose/tenant-layer.ts';
import type { ClusterTarget } from '../../../../model/target.ts';

/**
 * What leaves the folder is pruned (the Namespace carries its own `Prune=false`), but nothing else removes a wall: were
 * the Application deleted with its objects, the tenant's pods would go on running without a network policy.
 */
export function compose(chart: Chart, target: ClusterTarget): void {
  add(
    chart,
    tenantLayer(target, { layer: 'foundation', keeps: true, prune: true, syncOptions: ['Delete=false'] }),
  );
}
