// Who reaches the edge: the load balancer, which has its addresses in the nodes' subnets, and nobody in the cluster. Whom the
// edge reaches: tenants' pods, which decide by policies of their own which of them and where.
import type { Chart } from 'cdk8s';
import { fromTelemetry, isolateComponent, toApiServer } from '../../../../../compose/component-network.ts';
import {
  controlPlanePods,
  namespaceNamed,
  podsIn,
  ranges,
  tcp,
} from '../../../../../compose/network-policy.ts';
import { labels } from '../../../../../model/labels.ts';
import { ports } from '../../../../../model/ports.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  const { edge, mesh, telemetry } = target.platform;
  const subnets = target.cluster.network.subnets.filter(({ role }) => role === 'node');
  const balancer = ranges(subnets.map(({ cidr }) => cidr).sort());
  isolateComponent(chart, target, edge.namespace, {
    ingress: [
      { from: balancer, ports: [tcp(ports.https), tcp(ports.edgeReadiness)] },
      fromTelemetry(target, ports.edgeMetrics, ports.sidecarMetrics),
    ],
    egress: [
      {
        to: [{ namespaceSelector: { matchExpressions: [{ key: labels.tenant, operator: 'Exists' }] } }],
        ports: target.exposedPorts.map(tcp),
      },
      { to: [podsIn(mesh.namespace, controlPlanePods)], ports: [tcp(ports.istiod)] },
      { to: [namespaceNamed(telemetry.namespace)], ports: [tcp(telemetry.otlpPort)] },
      toApiServer(target),
    ],
  });
}
