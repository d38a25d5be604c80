// The stable name of a service that answers requests.
import type { Chart } from 'cdk8s';
import { add } from '../../compose/add.ts';
import { kube } from '../../compose/kube.ts';
import { metadataOf } from '../../compose/metadata.ts';
import { selectorOf } from '../../model/labels.ts';
import type { ResolvedService, TenantTarget } from '../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget, service: ResolvedService): void {
  if (service.kind !== 'http') return;
  add(
    chart,
    kube.service({
      metadata: metadataOf(target, service),
      spec: {
        type: 'ClusterIP',
        selector: selectorOf(service.name),
        ports: [
          {
            name: 'http',
            port: service.port,
            targetPort: 'http',
            protocol: 'TCP',
            // Istio would otherwise guess the protocol from the first bytes.
            appProtocol: 'http',
          },
        ],
      },
    }),
  );
}
