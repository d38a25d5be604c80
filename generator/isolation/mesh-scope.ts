// What one tenant's mesh configuration can do to others (istio.io: "Configuration scoping"): everything stays in its own
// namespace, speaks of its own services, and opens only hosts that were declared.
import { isIn } from './address.ts';
import type { DeclaredCluster, DeclaredTenant } from './declared.ts';
import type { Finding } from './finding.ts';
import { type ClusterTree, groupOf, nameOf, namespaceOf, ofKind, type Rendered } from './tree.ts';

interface Scoped {
  readonly exportTo?: readonly string[];
  readonly host?: string;
  readonly hosts?: readonly string[];
  readonly gateways?: readonly string[];
  readonly addresses?: readonly string[];
  readonly endpoints?: readonly { readonly address?: string }[];
  readonly workloadSelector?: unknown;
  readonly location?: string;
  readonly ingress?: unknown;
  readonly egress?: readonly { readonly hosts?: readonly string[] }[];
  readonly outboundTrafficPolicy?: { readonly mode?: string };
  readonly trafficPolicy?: { readonly tls?: { readonly mode?: string } };
}

interface ServiceSpec {
  readonly type?: string;
  readonly selector?: Readonly<Record<string, string>>;
  readonly externalIPs?: readonly string[];
  readonly externalName?: string;
}

const istio = 'networking.istio.io';
const known = ['VirtualService', 'DestinationRule', 'ServiceEntry', 'Sidecar'];
const exportAnnotation = 'networking.istio.io/exportTo';

export function verifyMeshScope(tree: ClusterTree, cluster: DeclaredCluster): Finding[] {
  return cluster.tenants.flatMap((tenant) => {
    const own = tree.all.filter((each) => namespaceOf(each) === tenant.namespace);
    const say = (rendered: Rendered, says: string): Finding => ({
      cluster: cluster.input.name,
      about: nameOf(rendered),
      says,
    });
    return [
      ...own.flatMap((each) =>
        wrongIn(each as Rendered<Scoped & ServiceSpec>, cluster, tenant, tree).map((says) => say(each, says)),
      ),
      ...missingFrom(own, cluster, tenant),
    ];
  });
}

function wrongIn(
  rendered: Rendered<Scoped & ServiceSpec>,
  cluster: DeclaredCluster,
  tenant: DeclaredTenant,
  tree: ClusterTree,
): string[] {
  const { object } = rendered;
  const group = groupOf(object);
  if (group === '' && object.kind === 'Service') return wrongInService(rendered, cluster, tenant);
  if (/^(Endpoints|EndpointSlice)$/.test(object.kind)) return ['it says by hand where a service leads'];
  if (!/istio\.io$/.test(group) || /^(security|telemetry)\./.test(group)) return [];
  if (group !== istio || !known.includes(object.kind)) return ['a tenant may not have one of this kind'];
  const spec = object.spec ?? {};
  if (object.kind === 'Sidecar') return wrongInSidecar(spec, cluster, tenant);
  const isOwn = spec.exportTo?.length === 1 && ['.', tenant.namespace].includes(spec.exportTo[0] ?? '');
  return [
    ...(isOwn ? [] : [`it is seen by ${spec.exportTo?.join(', ') ?? 'whoever the mesh lets see it'}`]),
    ...(object.kind === 'ServiceEntry'
      ? wrongInEntry(spec, cluster, tenant)
      : wrongHostsIn(rendered, tenant, tree)),
  ];
}

/** A VirtualService or DestinationRule speaks of services that are rendered in its own namespace. */
function wrongHostsIn({ object }: Rendered<Scoped>, tenant: DeclaredTenant, tree: ClusterTree): string[] {
  const services = ofKind(tree, '', 'Service')
    .filter((each) => namespaceOf(each) === tenant.namespace)
    .map((each) => `${each.object.metadata.name}.${tenant.namespace}.svc.cluster.local`);
  const { spec = {} } = object;
  const named = [...(spec.hosts ?? []), ...hostsWithin(spec)];
  const gateways = (spec.gateways ?? []).filter((each) => each !== 'mesh');
  const tls = spec.trafficPolicy?.tls?.mode;
  return [
    ...[...new Set(named)]
      .filter((host) => !services.includes(host))
      .map((host) => `${host} is no service of its own`),
    ...gateways.map((each) => `it is bound to the gateway ${each}`),
    ...(tls === undefined || tls === 'ISTIO_MUTUAL'
      ? []
      : [`its clients speak ${tls} instead of the mesh's mTLS`]),
    ...(/"delegate":/.test(JSON.stringify(spec)) ? ['it delegates to another VirtualService'] : []),
  ];
}

/** Every `host` anywhere below: destinations, mirrors, subsets. */
function hostsWithin(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(hostsWithin);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'host' && typeof each === 'string' ? [each] : hostsWithin(each),
  );
}

function wrongInEntry(spec: Scoped, cluster: DeclaredCluster, tenant: DeclaredTenant): string[] {
  const ranges = tenant.services.flatMap((each) => each.ranges.map(({ cidr }) => cidr));
  const addresses = [...(spec.addresses ?? []), ...(spec.endpoints ?? []).map(({ address = '' }) => address)];
  return [
    ...(spec.hosts ?? [])
      .filter((host) => !mayOpen(host, cluster, tenant))
      .map((host) => `nobody declares that it may reach ${host}`),
    ...addresses
      .filter((each) => !ranges.some((range) => isWithin(each, range)))
      .map((each) => `nobody declares that it may reach ${each}`),
    ...(spec.workloadSelector === undefined ? [] : ['it stands for pods']),
    ...(spec.location === 'MESH_EXTERNAL' ? [] : ['it says that the host is in the mesh']),
  ];
}

function isWithin(address: string, range: string): boolean {
  const bits = (cidr: string) => Number(cidr.split('/')[1] ?? 32);
  return isIn(address.split('/')[0] ?? '', range) && bits(address) >= bits(range);
}

function mayOpen(host: string, cluster: DeclaredCluster, tenant: DeclaredTenant): boolean {
  const { region } = cluster.input;
  const { id } = cluster.platform.organisation;
  const needs = (what: string) => tenant.services.some((each) => each.needs.includes(what));
  if (tenant.services.some(({ externalHosts }) => externalHosts.includes(host))) return true;
  // Names that no DNS server knows: only their addresses count.
  if (host.endsWith(`.${tenant.namespace}.internal`)) return true;
  if (host === `sqs.${region}.amazonaws.com`) return needs('queue');
  if (host === `kms.${region}.amazonaws.com`) return needs('key');
  if (host === `sts.${region}.amazonaws.com`) return cluster.input.identity?.mode === 'irsa';
  return host === `${id}-t-${tenant.id}-documents-${region}.s3.${region}.amazonaws.com` && needs('bucket');
}

function wrongInSidecar(spec: Scoped, { platform }: DeclaredCluster, tenant: DeclaredTenant): string[] {
  const allowed = ['./*', `${tenant.namespace}/*`, `${platform.telemetry.namespace}/*`];
  const hosts = (spec.egress ?? []).flatMap((each) => each.hosts ?? []);
  return [
    ...hosts.filter((host) => !allowed.includes(host)).map((host) => `its pods see ${host}`),
    ...(hosts.length === 0 ? ['its pods see what the mesh shows to everybody'] : []),
    ...(spec.outboundTrafficPolicy?.mode === 'REGISTRY_ONLY'
      ? []
      : ['its pods may call hosts that nobody declared']),
    ...(spec.ingress === undefined ? [] : ['it takes connections in its own way']),
    ...(spec.workloadSelector === undefined ? [] : ['it is only about some pods']),
  ];
}

function wrongInService(
  { object }: Rendered<ServiceSpec>,
  { platform }: DeclaredCluster,
  tenant: DeclaredTenant,
): string[] {
  const { spec = {}, metadata } = object;
  const service = tenant.services.find(({ name }) => name === metadata.name);
  const seen = metadata.annotations?.[exportAnnotation]?.split(',').map((each) => each.trim()) ?? ['.'];
  const mayBeSeen = ['.', ...(service?.exposed === undefined ? [] : [platform.edge.namespace])];
  const type = spec.type ?? 'ClusterIP';
  return [
    ...(service === undefined ? ['nobody declares this service'] : []),
    ...seen.filter((each) => !mayBeSeen.includes(each)).map((each) => `it is seen by ${each}`),
    ...(type === 'ClusterIP' && spec.externalName === undefined
      ? []
      : [`a service of type ${type} leads outside`]),
    ...(spec.externalIPs === undefined ? [] : ['it takes addresses of others']),
    ...(spec.selector?.['app.kubernetes.io/name'] === metadata.name ? [] : ['it leads to other pods']),
  ];
}

/** A namespace without its own scope sees what the mesh shows to everybody; a host without an entry cannot be reached. */
function missingFrom(own: readonly Rendered[], cluster: DeclaredCluster, tenant: DeclaredTenant): Finding[] {
  const spec = own
    .filter(({ object }) => groupOf(object) === istio)
    .map(({ object }) => ({ kind: object.kind, ...(object.spec as Scoped) }));
  const hosts = spec.filter(({ kind }) => kind === 'ServiceEntry').flatMap((each) => each.hosts ?? []);
  const say = (says: string) => ({ cluster: cluster.input.name, about: tenant.namespace, says });
  return [
    ...(spec.some(({ kind }) => kind === 'Sidecar') ? [] : [say('no Sidecar bounds what its pods see')]),
    ...tenant.services
      .flatMap(({ externalHosts }) => externalHosts)
      .filter((host) => !hosts.includes(host))
      .map((host) => say(`no ServiceEntry lets it reach ${host}, and it is declared`)),
  ];
}
