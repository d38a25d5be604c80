// Who reaches the load balancer controller: the API server alone.
import type { Chart } from 'cdk8s';
import {
  fromApiServer,
  fromTelemetry,
  isolateComponent,
  toIdentityAgent,
  toOutside,
} from '../../../../../compose/component-network.ts';
import { ports } from '../../../../../model/ports.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  isolateComponent(chart, target, 'aws-load-balancer-controller', {
    ingress: [fromApiServer(target, ports.webhook), fromTelemetry(target, ports.controllerMetrics)],
    egress: [toOutside(target), ...toIdentityAgent(target)],
  });
}
