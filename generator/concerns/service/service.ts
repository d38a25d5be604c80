// The stable name of a service that answers requests. In the mesh it is known in its own namespace, and to the edge where
// the catalogue exposes it.
import type { Chart } from 'cdk8s';
import { add } from '../../compose/add.ts';
import { kube } from '../../compose/kube.ts';
import { metadataOf } from '../../compose/metadata.ts';
import { selectorOf } from '../../model/labels.ts';
import { type HttpService, isRunning, type ResolvedService, type TenantTarget } from '../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget, service: ResolvedService): void {
  if (service.kind !== 'http') return;
  add(
    chart,
    kube.service({
      metadata: { ...metadataOf(target, service), ...exportOf(target, service) },
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

/** The mesh's default is the own namespace alone (meshConfig.defaultServiceExportTo); a suspended tenant keeps to that. */
function exportOf(target: TenantTarget, { exposed }: HttpService): { annotations?: Record<string, string> } {
  if (exposed === undefined || !isRunning(target)) return {};
  return { annotations: { 'networking.istio.io/exportTo': `.,${target.platform.edge.namespace}` } };
}
