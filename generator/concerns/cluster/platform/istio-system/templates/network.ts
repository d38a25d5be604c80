// Who reaches the mesh's control plane: sidecars of every namespace in the mesh, for their certificates and configuration,
// and the API server, which asks it about new pods.
import type { Chart } from 'cdk8s';
import {
  fromApiServer,
  fromTelemetry,
  isolateComponent,
  toOutside,
} from '../../../../../compose/component-network.ts';
import { tcp } from '../../../../../compose/network-policy.ts';
import { ports } from '../../../../../model/ports.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  const { mesh } = target.platform;
  isolateComponent(chart, target, mesh.namespace, {
    ingress: [
      {
        from: [{ namespaceSelector: { matchLabels: { 'istio.io/rev': mesh.revision } } }],
        ports: [tcp(ports.istiod)],
      },
      fromApiServer(target, ports.istiodWebhook),
      fromTelemetry(target, ports.istiodMetrics),
    ],
    // The API server, and the keys of tenants' identity providers on the internet.
    egress: [toOutside(target)],
  });
}
