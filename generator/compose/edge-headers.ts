// What the edge lets through, says and withholds in the headers of requests and answers.
import { serviceHostOf } from '../model/names.ts';
import type { TenantTarget } from '../model/target.ts';
import { type Header, type ProxyAction, variable } from './nginx.ts';

/**
 * Callers' headers pass only by name, so that none of them can say what the mesh or the edge says:
 * `X-Forwarded-Client-Cert`, `X-Envoy-*`, `X-Http-Method-Override`, or another tenant's id.
 */
export function requestHeaders(target: TenantTarget, service: string): ProxyAction['requestHeaders'] {
  const { platform, tenant, namespace } = target;
  const passed = platform.edge.requestHeaders.map((name) => ({
    name,
    value: variable(`http_${name.toLowerCase().replaceAll('-', '_')}`),
  }));
  return {
    pass: false,
    set: [
      // The sidecar knows services by this name alone; the caller's host goes on as `X-Forwarded-Host`.
      { name: 'Host', value: serviceHostOf(service, namespace) },
      // The caller's real address, which NGINX has found out; what came before it anybody may have written.
      { name: 'X-Forwarded-For', value: variable('remote_addr') },
      ...(tenant.routing.prefix === '' ? [] : [{ name: 'X-Forwarded-Prefix', value: tenant.routing.prefix }]),
      { name: 'X-Tenant-Id', value: tenant.id },
      ...passed,
    ],
  };
}

export function responseHeaders({ platform, tenant }: TenantTarget): ProxyAction['responseHeaders'] {
  const added = securityHeaders(platform.edge.hstsSeconds);
  return {
    hide: [
      'Server',
      'X-Powered-By',
      'X-Envoy-Decorator-Operation',
      'X-Envoy-Upstream-Service-Time',
      // Said once, by the edge.
      ...added.map(({ name }) => name).filter((name) => name !== 'Content-Security-Policy'),
      // On a shared host these reach the pages and the storage of its other tenants.
      ...(tenant.routing.mode === 'path' ? ['Clear-Site-Data', 'Service-Worker-Allowed'] : []),
    ],
    // With these a service could have NGINX answer with another tenant's page (nginx.org: "X-Accel").
    ignore: [
      'X-Accel-Buffering',
      'X-Accel-Charset',
      'X-Accel-Expires',
      'X-Accel-Limit-Rate',
      'X-Accel-Redirect',
    ],
    add: added.map((header) => ({ ...header, always: true })),
  };
}

/** A second `Content-Security-Policy` of the service's own only adds to this one (W3C CSP3: all are enforced). */
function securityHeaders(hstsSeconds: number): Header[] {
  return [
    { name: 'Strict-Transport-Security', value: `max-age=${hstsSeconds}` },
    { name: 'X-Content-Type-Options', value: 'nosniff' },
    { name: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
    { name: 'Content-Security-Policy', value: "frame-ancestors 'none'" },
  ];
}

/** Of a page that holds its own style and nothing else. */
export function pageHeaders({ platform }: TenantTarget): Header[] {
  const others = securityHeaders(platform.edge.hstsSeconds).filter(
    ({ name }) => name !== 'Content-Security-Policy',
  );
  return [
    { name: 'Retry-After', value: String(platform.edge.retryAfterSeconds) },
    { name: 'Cache-Control', value: 'no-store' },
    ...others,
    {
      name: 'Content-Security-Policy',
      value: "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    },
  ];
}
