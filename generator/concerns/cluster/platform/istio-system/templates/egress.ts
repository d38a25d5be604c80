// What pods can name in a namespace that has no Sidecar of its own: their namespace and the collector, nothing of tenants.
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { istio } from '../../../../../compose/istio.ts';
import { platformLabels } from '../../../../../model/labels.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, { platform }: ClusterTarget): void {
  add(
    chart,
    istio.sidecar(
      { name: 'default', namespace: platform.mesh.namespace, labels: platformLabels },
      {
        egress: [{ hosts: ['./*', `${platform.telemetry.namespace}/*`] }],
        outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
      },
    ),
  );
}
