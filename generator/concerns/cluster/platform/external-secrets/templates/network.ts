// Who reaches External Secrets: the API server alone. It reads every tenant's secrets.
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
  isolateComponent(chart, target, target.platform.secrets.namespace, {
    ingress: [
      fromApiServer(target, ports.externalSecretsWebhook),
      fromTelemetry(target, ports.controllerMetrics),
    ],
    egress: [toOutside(target), ...toIdentityAgent(target)],
  });
}
