// Istio's kinds as typed plain objects, and the spellings that its policies share. Types only: the package's classes are
// never loaded. Knows no tenant.
import type { IDestinationRule } from '@kubernetes-models/istio/networking.istio.io/v1/DestinationRule';
import type { IServiceEntry } from '@kubernetes-models/istio/networking.istio.io/v1/ServiceEntry';
import type { ISidecar } from '@kubernetes-models/istio/networking.istio.io/v1/Sidecar';
import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import type { IAuthorizationPolicy } from '@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy';
import type { IPeerAuthentication } from '@kubernetes-models/istio/security.istio.io/v1/PeerAuthentication';
import type { IRequestAuthentication } from '@kubernetes-models/istio/security.istio.io/v1/RequestAuthentication';
import type { ITelemetry } from '@kubernetes-models/istio/telemetry.istio.io/v1/Telemetry';
import type { Manifest, Metadata } from '../model/manifest.ts';

function kind<Model extends { readonly spec?: unknown }>(apiVersion: string, kind: string) {
  return (metadata: Metadata, spec: NonNullable<Model['spec']>): Manifest => ({
    apiVersion,
    kind,
    metadata,
    spec,
  });
}

export const istio = {
  authorizationPolicy: kind<IAuthorizationPolicy>('security.istio.io/v1', 'AuthorizationPolicy'),
  destinationRule: kind<IDestinationRule>('networking.istio.io/v1', 'DestinationRule'),
  peerAuthentication: kind<IPeerAuthentication>('security.istio.io/v1', 'PeerAuthentication'),
  requestAuthentication: kind<IRequestAuthentication>('security.istio.io/v1', 'RequestAuthentication'),
  serviceEntry: kind<IServiceEntry>('networking.istio.io/v1', 'ServiceEntry'),
  sidecar: kind<ISidecar>('networking.istio.io/v1', 'Sidecar'),
  telemetry: kind<ITelemetry>('telemetry.istio.io/v1', 'Telemetry'),
  virtualService: kind<IVirtualService>('networking.istio.io/v1', 'VirtualService'),
} as const;

/** Visible in its own namespace alone; without it, every namespace would follow the object. */
export const ownNamespace = ['.'];

/** Who a workload is in its certificate. Exact: a `*` at either end would match others. */
export function principalOf(trustDomain: string, namespace: string, account: string): string {
  return `${trustDomain}/ns/${namespace}/sa/${account}`;
}

/** A path and what is below it: a pattern ends in `/*`, because `/x*` would match `/xy` as well. */
export function pathsBelow(path: string): string[] {
  return path === '/' ? ['/*'] : [path, `${path}/*`];
}
