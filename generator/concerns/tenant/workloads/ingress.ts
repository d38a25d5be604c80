// How callers from outside reach a tenant: by its own host, or by a path of the shared one, to exactly the services that
// are exposed. A suspended tenant answers with a page.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { pageHeaders, requestHeaders, responseHeaders } from '../../../compose/edge-headers.ts';
import { renderMaintenancePage } from '../../../compose/maintenance-page.ts';
import { nginx, type PolicySpec, type Route, type Upstream, variable } from '../../../compose/nginx.ts';
import { sharedRoute, tenantLabels } from '../../../model/labels.ts';
import {
  type Exposed,
  type HttpService,
  hasWorkloads,
  isRunning,
  type TenantTarget,
} from '../../../model/target.ts';

type ExposedService = HttpService & { readonly exposed: Exposed };

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, namespace } = target;
  if (!hasWorkloads(target)) return;
  const services = target.services.filter(
    (service): service is ExposedService => service.kind === 'http' && service.exposed !== undefined,
  );
  // A VirtualServer without routes is refused.
  if (services.length === 0) return;
  const policies = policiesOf(target);
  for (const [name, spec] of Object.entries(policies)) {
    add(chart, nginx.policy({ name, namespace, labels: tenantLabels(tenant.id) }, spec));
  }
  const guards = Object.keys(policies).map((name) => ({ name }));
  if (!isRunning(target)) addRoutes(chart, target, guards, [maintenance(target)]);
  else {
    const routes = services.map((service) => routeTo(target, service));
    addRoutes(
      chart,
      target,
      guards,
      routes,
      services.map((service) => upstreamOf(target, service)),
    );
  }
}

/** A route that names a policy which does not exist answers 500: that is why both stand in one file. */
function policiesOf({ platform, tier, tenant }: TenantTarget): Record<string, PolicySpec> {
  const { ingressClass: ingressClassName, rateMemory } = platform.edge;
  const { requestsPerSecond, burst } = tier.edge;
  const { allowedSources } = tenant.routing;
  return {
    'edge-rate-limit': {
      ingressClassName,
      rateLimit: {
        rate: `${requestsPerSecond}r/s`,
        burst,
        // Up to the burst a caller is served at once, not slowed down.
        noDelay: true,
        key: variable('binary_remote_addr'),
        zoneSize: rateMemory,
        rejectCode: 429,
        // NGINX's pods share the rate; else each of them would allow all of it.
        scale: true,
      },
    },
    ...(allowedSources.length > 0 && {
      'edge-allowed-sources': { ingressClassName, accessControl: { allow: allowedSources } },
    }),
  };
}

function addRoutes(
  chart: Chart,
  { platform, tenant, namespace }: TenantTarget,
  policies: readonly { readonly name: string }[],
  routes: readonly Route[],
  upstreams: readonly Upstream[] = [],
): void {
  const { host, mode } = tenant.routing;
  const metadata = { name: 'edge', namespace, labels: tenantLabels(tenant.id) };
  const spec = {
    ingressClassName: platform.edge.ingressClass,
    host,
    ...(upstreams.length > 0 && { upstreams }),
  };
  if (mode === 'domain') {
    // Without a secret of its own it has the controller's certificate: only the load balancer sees it.
    add(chart, nginx.virtualServer(metadata, { ...spec, tls: {}, policies, routes }));
    return;
  }
  // The shared host is no tenant's, so what guards it stands at every path.
  const subroutes = routes.map(({ path, action }) => ({ path, policies, action }));
  const labels = { ...metadata.labels, ...sharedRoute };
  add(chart, nginx.virtualServerRoute({ ...metadata, labels }, { ...spec, subroutes }));
}

/**
 * NGINX takes the longest of the paths that a request begins with. `/api/quotes` begins `/api/quotes-old` too, which
 * the mesh refuses: its policies know `/api/quotes` and what is below it. The path is written again in any case, because
 * only then does NGINX send the one it has compared, without `..`, `//` and `%2f` (nginx.org: "proxy_pass").
 */
function routeTo(target: TenantTarget, { name, exposed }: ExposedService): Route {
  return {
    path: publicPath(target, exposed.path),
    action: {
      proxy: {
        upstream: name,
        rewritePath: exposed.path,
        requestHeaders: requestHeaders(target, name),
        responseHeaders: responseHeaders(target),
      },
    },
  };
}

function upstreamOf({ platform, tier }: TenantTarget, service: HttpService): Upstream {
  const { name, port, timeoutSeconds } = service;
  return {
    name,
    service: name,
    port,
    // The sidecar chooses the pod; a pod's own address it would not know as the service's.
    'use-cluster-ip': true,
    'connect-timeout': `${platform.edge.connectSeconds}s`,
    'read-timeout': `${timeoutSeconds}s`,
    'send-timeout': `${timeoutSeconds}s`,
    'client-max-body-size': tier.edge.maxBody,
    keepalive: platform.edge.keepalive,
  };
}

function maintenance(target: TenantTarget): Route {
  const body = renderMaintenancePage(target);
  return {
    path: publicPath(target, '/'),
    action: { return: { code: 503, type: 'text/html', headers: pageHeaders(target), body } },
  };
}

/** `/acme/` and not `/acme`, which would begin `/acme-life` as well; NGINX itself sends `/acme` on to `/acme/`. */
function publicPath({ tenant }: TenantTarget, path: string): string {
  return `${tenant.routing.prefix}${path}`;
}
