// Who reaches Velero: the telemetry alone. It has no webhook.
import type { Chart } from 'cdk8s';
import {
  fromTelemetry,
  isolateComponent,
  toIdentityAgent,
  toOutside,
} from '../../../../../compose/component-network.ts';
import { ports } from '../../../../../model/ports.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  isolateComponent(chart, target, 'velero', {
    ingress: [fromTelemetry(target, ports.veleroMetrics)],
    egress: [toOutside(target), ...toIdentityAgent(target)],
  });
}
