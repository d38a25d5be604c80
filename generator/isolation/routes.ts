// Which requests of users the edge sends where (docs.nginx.com: "VirtualServer and VirtualServerRoute resources"): every host
// and path tree has one owner, and leads to that owner's exposed services under their own names.
import type { DeclaredCluster, DeclaredTenant } from './declared.ts';
import type { Finding } from './finding.ts';
import { type ClusterTree, groupOf, nameOf, namespaceOf, ofKind, type Rendered } from './tree.ts';

interface Header {
  readonly name: string;
  readonly value?: string;
}

interface Route {
  readonly path: string;
  readonly route?: string;
  readonly routeSelector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  readonly policies?: readonly PolicyRef[];
  readonly action?: {
    readonly pass?: string;
    readonly return?: unknown;
    readonly redirect?: unknown;
    readonly proxy?: {
      readonly upstream: string;
      readonly rewritePath?: string;
      readonly requestHeaders?: { readonly pass?: boolean; readonly set?: readonly Header[] };
    };
  };
  readonly [other: string]: unknown;
}

interface PolicyRef {
  readonly name: string;
  readonly namespace?: string;
}

export interface Host {
  readonly host: string;
  readonly policies?: readonly PolicyRef[];
  readonly routes?: readonly Route[];
  readonly subroutes?: readonly Route[];
  readonly upstreams?: readonly {
    readonly name: string;
    readonly service: string;
    readonly port: number;
    readonly backup?: string;
    readonly 'use-cluster-ip'?: boolean;
  }[];
  readonly [other: string]: unknown;
}

interface AccessPolicy {
  readonly accessControl?: { readonly allow?: readonly string[]; readonly deny?: readonly string[] };
}

export const nginx = 'k8s.nginx.org';
const fields = ['path', 'action', 'policies', 'route', 'routeSelector'];

export function verifyRoutes(tree: ClusterTree, cluster: DeclaredCluster): Finding[] {
  const routed = tree.all
    .filter(({ object }) => groupOf(object) === nginx && object.kind !== 'Policy')
    .map(namespaceOf);
  const cutOff = cluster.tenants
    .filter(
      ({ isRunning, services, namespace }) =>
        isRunning && services.some(({ exposed }) => exposed) && !routed.includes(namespace),
    )
    .map(({ namespace }) => ({ cluster: cluster.input.name, about: namespace, says: 'no host leads to it' }));
  return [...cutOff, ...verifyEach(tree, cluster)];
}

function verifyEach(tree: ClusterTree, cluster: DeclaredCluster): Finding[] {
  return tree.all.flatMap((rendered) => {
    const group = groupOf(rendered.object);
    if (group === 'networking.k8s.io' && rendered.object.kind === 'Ingress')
      return wrongIngress(rendered, cluster);
    const isRoute = group === nginx && /^VirtualServer(Route)?$/.test(rendered.object.kind);
    if (group === nginx && !isRoute && rendered.object.kind !== 'Policy') {
      return [finding(rendered, cluster, 'the edge must not be told more than hosts, routes and policies')];
    }
    if (!isRoute) return [];
    const tenant = cluster.tenants.find(({ namespace }) => namespace === namespaceOf(rendered));
    if (tenant === undefined) return wrongPlatformHost(rendered as Rendered<Host>, cluster);
    return wrongIn(rendered as Rendered<Host>, cluster, tenant, tree).map((says) =>
      finding(rendered, cluster, says),
    );
  });
}

function finding(rendered: Rendered, { input }: DeclaredCluster, says: string): Finding {
  return { cluster: input.name, about: nameOf(rendered), says };
}

/** Outside of tenants' namespaces there is the shared host, which leads nowhere by itself. */
function wrongPlatformHost(rendered: Rendered<Host>, cluster: DeclaredCluster): Finding[] {
  const { platform, input } = cluster;
  const { spec } = rendered.object;
  const isPlatforms = rendered.tenant === '' && namespaceOf(rendered) === platform.edge.namespace;
  return [
    ...(isPlatforms ? [] : ['no tenant here is open to users under this host']),
    ...(spec?.host === platform.domains.shared[input.environment]
      ? []
      : [`${spec?.host} is not the shared host`]),
    ...((spec?.upstreams ?? []).length === 0 ? [] : ['the shared host leads to a service by itself']),
  ].map((says) => finding(rendered, cluster, says));
}

/** A load balancer is shared by whoever names its group, so only the platform has any (and none names one). */
function wrongIngress(rendered: Rendered, cluster: DeclaredCluster): Finding[] {
  const { namespace, annotations = {} } = rendered.object.metadata;
  return [
    ...(namespace === cluster.platform.edge.namespace ? [] : ['only the edge may have a load balancer']),
    ...(annotations['alb.ingress.kubernetes.io/group.name'] === undefined
      ? []
      : ['its load balancer is shared']),
    ...(annotations['alb.ingress.kubernetes.io/scheme'] === 'internal'
      ? []
      : ['its load balancer faces the internet']),
  ].map((says) => finding(rendered, cluster, says));
}

function wrongIn(
  rendered: Rendered<Host>,
  cluster: DeclaredCluster,
  tenant: DeclaredTenant,
  tree: ClusterTree,
): string[] {
  const { kind, spec, metadata } = rendered.object;
  const routes = spec?.routes ?? spec?.subroutes ?? [];
  const label = sharedLabelIn(tree, cluster);
  const isSelected = Object.entries(label).every(([key, value]) => metadata.labels?.[key] === value);
  const snippets = Object.keys(spec ?? {}).filter((key) => /snippets|externalDNS|errorPages/.test(key));
  return [
    ...(spec?.host === tenant.host ? [] : [`${spec?.host} is not the host of ${tenant.id}`]),
    ...((kind === 'VirtualServer') === (tenant.prefix === '')
      ? []
      : ['it takes a whole host, and shares one']),
    ...(kind === 'VirtualServerRoute' && !isSelected ? ['the shared host does not delegate to it'] : []),
    ...snippets.map((key) => `it has ${key}`),
    ...routes.flatMap((route) => wrongRoute(route, spec, tenant)),
    ...wrongPolicies(spec, routes, tenant, tree),
    ...missingRoutes(routes, spec, tenant),
  ];
}

function sharedLabelIn(tree: ClusterTree, { platform }: DeclaredCluster): Readonly<Record<string, string>> {
  const shared = ofKind<Host>(tree, nginx, 'VirtualServer').filter(
    (each) => namespaceOf(each) === platform.edge.namespace,
  );
  const [route] = shared.flatMap(({ object }) => object.spec?.routes ?? []);
  return route?.routeSelector?.matchLabels ?? {};
}

function wrongRoute(route: Route, spec: Host | undefined, tenant: DeclaredTenant): string[] {
  const { path, action = {} } = route;
  const at = (says: string) => `${path}: ${says}`;
  const unknown = Object.keys(route).filter((key) => !fields.includes(key));
  const outside = /^[~=^]/.test(path) || !path.startsWith(`${tenant.prefix}/`);
  const upstream = spec?.upstreams?.find(({ name }) => name === action.proxy?.upstream);
  return [
    ...(outside ? [at('lies outside of what is its own')] : []),
    ...unknown.map((key) => at(`nobody can judge ${key}`)),
    ...(route.route === undefined && route.routeSelector === undefined ? [] : [at('delegates further')]),
    ...(action.redirect === undefined ? [] : [at('sends users elsewhere')]),
    ...(action.pass === undefined ? [] : [at('keeps the host that the user wrote')]),
    ...(action.proxy === undefined ? [] : wrongProxy(action.proxy, upstream, tenant).map(at)),
  ];
}

function wrongProxy(
  { requestHeaders, upstream: name }: NonNullable<NonNullable<Route['action']>['proxy']>,
  upstream: NonNullable<Host['upstreams']>[number] | undefined,
  { namespace, isRunning, services }: DeclaredTenant,
): string[] {
  if (upstream === undefined) return [`there is no upstream ${name}`];
  const service = services.find((each) => each.name === upstream.service);
  const hosts = (requestHeaders?.set ?? []).filter((each) => each.name.toLowerCase() === 'host');
  const expected = `${upstream.service}.${namespace}.svc.cluster.local`;
  return [
    ...(isRunning ? [] : ['leads to a service of a tenant that is suspended']),
    ...(service?.exposed === undefined ? [`${upstream.service} is not exposed`] : []),
    ...(service?.port === upstream.port ? [] : [`${upstream.port} is not the port of ${upstream.service}`]),
    ...(upstream['use-cluster-ip'] === true ? [] : ['goes around the service, and so around the mesh']),
    ...(upstream.backup === undefined ? [] : [`falls back to ${upstream.backup}`]),
    ...(hosts.length === 1 && hosts[0]?.value === expected
      ? []
      : [`the host is not rewritten to ${expected}`]),
    ...(requestHeaders?.pass === false ? [] : ['headers that the mesh trusts come from the user']),
  ];
}

function wrongPolicies(
  spec: Host | undefined,
  routes: readonly Route[],
  tenant: DeclaredTenant,
  tree: ClusterTree,
): string[] {
  const known = new Map(
    ofKind<AccessPolicy>(tree, nginx, 'Policy')
      .filter((each) => namespaceOf(each) === tenant.namespace)
      .map(({ object }) => [object.metadata.name, object.spec?.accessControl]),
  );
  const proxied = routes.filter(({ action }) => action?.proxy !== undefined);
  return proxied.flatMap((route) => {
    const references = [...(spec?.policies ?? []), ...(route.policies ?? [])];
    const foreign = references.filter((each) => (each.namespace ?? tenant.namespace) !== tenant.namespace);
    const access = references.flatMap(({ name }) => known.get(name) ?? []);
    const allowed = access.flatMap(({ allow = [] }) => allow);
    const isMeant = allowed.toSorted().join() === tenant.allowedSources.toSorted().join();
    return [
      ...foreign.map(({ name, namespace }) => `${route.path}: obeys the policy ${namespace}/${name}`),
      ...references.filter(({ name }) => !known.has(name)).map(({ name }) => `there is no policy ${name}`),
      ...(isMeant ? [] : [`${route.path}: takes users from ${allowed.join(', ') || 'everywhere'}`]),
    ];
  });
}

function missingRoutes(routes: readonly Route[], spec: Host | undefined, tenant: DeclaredTenant): string[] {
  if (!tenant.isRunning) return [];
  return tenant.services.flatMap(({ name, exposed }) => {
    if (exposed === undefined) return [];
    const path = `${tenant.prefix}${exposed.path}`;
    const leads = routes.some(
      ({ path: written, action }) =>
        written === path &&
        (tenant.prefix === '' || action?.proxy?.rewritePath === exposed.path) &&
        spec?.upstreams?.find((each) => each.name === action?.proxy?.upstream)?.service === name,
    );
    return leads ? [] : [`${path} does not lead to ${name}, and it is declared`];
  });
}
