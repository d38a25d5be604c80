// The kinds of NGINX Ingress Controller as typed plain objects: the fields that we render, no others. Its npm package
// does not exist; `schemas/kubernetes/k8s.nginx.org/` says what values they may have.
import type { Manifest, Metadata } from '../model/manifest.ts';

export interface Header {
  readonly name: string;
  readonly value: string;
}

export interface Upstream {
  readonly name: string;
  readonly service: string;
  readonly port: number;
  readonly 'use-cluster-ip': true;
  readonly 'connect-timeout': string;
  readonly 'read-timeout': string;
  readonly 'send-timeout': string;
  readonly 'client-max-body-size': string;
  readonly keepalive: number;
}

export interface ProxyAction {
  readonly upstream: string;
  readonly rewritePath: string;
  readonly requestHeaders: { readonly pass: false; readonly set: readonly Header[] };
  readonly responseHeaders: {
    readonly hide: readonly string[];
    readonly ignore: readonly string[];
    readonly add: readonly (Header & { readonly always: true })[];
  };
}

export interface Return {
  readonly code: number;
  readonly type: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

export interface Route {
  readonly path: string;
  readonly policies?: readonly PolicyReference[];
  readonly action: { readonly proxy: ProxyAction } | { readonly return: Return };
}

export interface SelectedRoutes {
  readonly path: string;
  readonly routeSelector: { readonly matchLabels: Readonly<Record<string, string>> };
}

export interface PolicyReference {
  readonly name: string;
}

interface Class {
  readonly ingressClassName: string;
}

export interface VirtualServerSpec extends Class {
  readonly host: string;
  readonly tls: Readonly<Record<string, never>>;
  readonly policies?: readonly PolicyReference[];
  readonly upstreams?: readonly Upstream[];
  readonly routes: readonly (Route | SelectedRoutes)[];
}

export interface VirtualServerRouteSpec extends Class {
  readonly host: string;
  readonly upstreams?: readonly Upstream[];
  readonly subroutes: readonly Route[];
}

export interface PolicySpec extends Class {
  readonly accessControl?: { readonly allow: readonly string[] };
  readonly rateLimit?: {
    readonly rate: string;
    readonly burst: number;
    readonly noDelay: true;
    readonly key: string;
    readonly zoneSize: string;
    readonly rejectCode: number;
    readonly scale: true;
  };
}

/** How fields refer to one of NGINX's variables. */
export function variable(name: string): string {
  return `\${${name}}`;
}

function kind<Spec>(kind: string) {
  return (metadata: Metadata, spec: Spec): Manifest => ({
    apiVersion: 'k8s.nginx.org/v1',
    kind,
    metadata,
    spec,
  });
}

export const nginx = {
  policy: kind<PolicySpec>('Policy'),
  virtualServer: kind<VirtualServerSpec>('VirtualServer'),
  virtualServerRoute: kind<VirtualServerRouteSpec>('VirtualServerRoute'),
} as const;
