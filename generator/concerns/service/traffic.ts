// How a service is called in its namespace: over mTLS, no more at once than the tier gives, past pods that are broken, nearest
// zone first; how long a call may take, and which calls are tried again.
import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import type { Chart } from 'cdk8s';
import { add } from '../../compose/add.ts';
import { istio, ownNamespace } from '../../compose/istio.ts';
import { metadataOf } from '../../compose/metadata.ts';
import { trafficPolicyOf } from '../../compose/traffic-policy.ts';
import { serviceHostOf } from '../../model/names.ts';
import type { HttpService, ResolvedService, TenantTarget } from '../../model/target.ts';

type Route = NonNullable<NonNullable<IVirtualService['spec']>['http']>[number];

/** Methods that change nothing (RFC 9110, section 9.2.1). */
const safeMethods = ['GET', 'HEAD', 'OPTIONS'];
/** The request has not reached a pod, or the pod says that it did nothing with it (RFC 9113, section 8.7). */
const neverProcessed = 'connect-failure,refused-stream';

export function compose(chart: Chart, target: TenantTarget, service: ResolvedService): void {
  if (service.kind !== 'http') return;
  const metadata = metadataOf(target, service);
  const host = serviceHostOf(service.name, target.namespace);
  add(
    chart,
    istio.destinationRule(metadata, {
      host,
      exportTo: ownNamespace,
      trafficPolicy: trafficPolicyOf(target.tier.mesh, target.platform),
    }),
  );
  add(
    chart,
    istio.virtualService(metadata, {
      hosts: [host],
      exportTo: ownNamespace,
      http: routesOf(target, service, host),
    }),
  );
}

/**
 * No limit for one try: Envoy counts it to the end of the answer, so that a long download would start over. Without `retries`
 * Istio has its own, which in some versions repeat any method on 503 (`DefaultPolicy` in pilot's retry.go).
 */
function routesOf(target: TenantTarget, service: HttpService, host: string): Route[] {
  const { attempts } = target.platform.mesh.retries;
  const common = {
    route: [{ destination: { host, port: { number: service.port } } }],
    timeout: `${service.timeoutSeconds}s`,
  };
  return [
    {
      name: 'safe',
      match: safeMethods.map((exact) => ({ method: { exact } })),
      ...common,
      retries: { attempts, retryOn: `${neverProcessed},reset,gateway-error` },
    },
    { name: 'other', ...common, retries: { attempts, retryOn: neverProcessed } },
  ];
}
