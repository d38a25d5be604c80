// What proxies write down where no tenant says more: every request in the access log. No traces: the edge would decide for
// every request of every tenant whether it is traced, and tiers would have no say.
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { istio } from '../../../../../compose/istio.ts';
import { platformLabels } from '../../../../../model/labels.ts';
import { telemetryProviders } from '../../../../../model/names.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, { platform }: ClusterTarget): void {
  const metadata = { name: 'default', namespace: platform.mesh.namespace, labels: platformLabels };
  add(
    chart,
    istio.telemetry(metadata, { accessLogging: [{ providers: [{ name: telemetryProviders.accessLog }] }] }),
  );
}
