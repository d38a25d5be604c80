// The network by itself: each end of every connection is open exactly where somebody declared it. As both ends are held,
// their conjunction is too. Knows no mesh.
import { edgesOf, isIn } from './address.ts';
import type { DeclaredCluster, DeclaredService, DeclaredTenant } from './declared.ts';
import type { Finding } from './finding.ts';
import {
  type Direction,
  type Door,
  mentionedBy,
  type NetworkPolicySpec,
  type Other,
  openingsOf,
  type Policy,
  policiesAbout,
  whyOpen,
} from './network-policy.ts';
import { anyLabels } from './selector.ts';
import { type ClusterTree, ofKind } from './tree.ts';
import { type Pod, podsOf, standIn } from './workloads.ts';

/** istio.io: "Ports used by Istio". */
const istiodPort = 15012;
const sidecarMetricsPort = 15020;

/** Ports that nobody here should listen on, beside those that are mentioned: kubelet, API server, databases, one of 65,535. */
const strangePorts = [22, 443, 3306, 6379, 8443, 10250, 15001, 15012, 15020, 54321];
/** Instance metadata by both families, the internet, and the neighbours of what is declared. */
const strangeAddresses = ['169.254.169.254', 'fd00:ec2::254', '198.18.0.1', '2001:db8::1', '127.0.0.1'];

export function verifyNetwork(tree: ClusterTree, declared: DeclaredCluster): Finding[] {
  const view = networkOf(tree, declared);
  return view.pods.flatMap((pod) =>
    (['Egress', 'Ingress'] as const).flatMap((direction) => verifyEnd(view, pod, direction)),
  );
}

export interface NetworkView {
  readonly cluster: DeclaredCluster;
  readonly policies: readonly Policy[];
  /** Of tenants. */
  readonly pods: readonly Pod[];
  readonly others: readonly Other[];
  readonly doors: readonly Door[];
}

export function networkOf(tree: ClusterTree, cluster: DeclaredCluster): NetworkView {
  const policies = ofKind<NetworkPolicySpec>(tree, 'networking.k8s.io', 'NetworkPolicy');
  const pods = podsOf(
    tree,
    anAddressIn(cluster),
    cluster.tenants.map(({ namespace }) => namespace),
  );
  const { cidrs, ports } = mentionedBy(policies);
  const numbers = [...ports, ...strangePorts, ...pods.flatMap((pod) => [...pod.ports.values()])];
  const { podCidr, serviceCidr, vpcCidr } = cluster.input.network;
  const ranges = [
    ...[...cidrs, podCidr, serviceCidr, vpcCidr],
    ...cluster.input.network.subnets.map(({ cidr }) => cidr),
    ...cluster.tenants.flatMap((tenant) => [...tenant.subnets, ...rangesOf(tenant)]),
  ];
  const addresses = new Set([...strangeAddresses, ...ranges.flatMap(edgesOf)]);
  return {
    cluster,
    policies,
    pods,
    others: [...pods, ...standInsOf(tree, cluster), ...Array.from(addresses, (address) => ({ address }))],
    doors: [
      ...Array.from(new Set(numbers), (port) => ({ port, protocol: 'TCP' as const })),
      ...[53, 443, 54321].map((port) => ({ port, protocol: 'UDP' as const })),
    ],
  };
}

function rangesOf({ services }: DeclaredTenant): string[] {
  return services.flatMap(({ ranges }) => ranges.map(({ cidr }) => cidr));
}

export function anAddressIn({ input }: DeclaredCluster): string {
  return edgesOf(input.network.podCidr)[1] ?? '';
}

/** In each namespace of the platform, and in one that nobody has heard of, a pod with all labels and one with none. */
export function standInsOf(tree: ClusterTree, cluster: DeclaredCluster): Pod[] {
  const { dns, mesh, edge, telemetry, secrets, argocd } = cluster.platform;
  const named = [dns, mesh, edge, telemetry, secrets, argocd].map(({ namespace }) => namespace);
  const rendered = ofKind(tree, '', 'Namespace').map(({ object }) => object.metadata.name);
  const namespaces = new Set([...named, ...rendered, 'default', 'unheard-of']);
  return [...namespaces]
    .filter((namespace) => !namespace.startsWith('t-'))
    .flatMap((namespace) =>
      [anyLabels, {} as const].map((labels) =>
        standIn(tree, namespace, {
          labels,
          serviceAccount: labels === anyLabels ? '*' : 'unlabelled',
          address: anAddressIn(cluster),
          inMesh: false,
        }),
      ),
    );
}

function verifyEnd(view: NetworkView, pod: Pod, direction: Direction): Finding[] {
  const about = policiesAbout(view.policies, direction, pod);
  const tenant = view.cluster.tenants.find(({ namespace }) => namespace === pod.namespace);
  const service = tenant === undefined ? stray : serviceOf(tenant, pod);
  return view.others.flatMap((other) => {
    if (other === pod) return [];
    const expect =
      tenant === undefined ? closed : expectationOf(view.cluster, tenant, service, direction, other);
    const openings = openingsOf(about, direction, pod, other);
    const listener = direction === 'Ingress' ? pod : other;
    const wrong = view.doors.flatMap((door) => {
      const expected = expect(door);
      if (expected === undefined) return [];
      const why = whyOpen(openings, listener, door);
      return why.length > 0 === expected ? [] : [{ door, why, expected }];
    });
    return wrong.length === 0 ? [] : wordsFor(view, direction, pod, other, wrong);
  });
}

function wordsFor(
  { cluster }: NetworkView,
  direction: Direction,
  pod: Pod,
  other: Other,
  wrong: readonly { door: Door; why: readonly string[]; expected: boolean }[],
): Finding[] {
  const name = 'name' in other ? other.name : other.address;
  const about = direction === 'Egress' ? `${pod.name} → ${name}` : `${name} → ${pod.name}`;
  return [true, false].flatMap((expected) => {
    const those = wrong.filter((each) => each.expected === expected);
    if (those.length === 0) return [];
    const doors = those.slice(0, 3).map(({ door }) => `${door.protocol} ${door.port}`);
    const more = those.length > 3 ? ` and ${those.length - 3} more` : '';
    const why = [...new Set(those.flatMap((each) => each.why))].join(', ');
    const says = expected
      ? `${direction.toLowerCase()} of ${pod.name} lets ${doors.join(', ')}${more} not through, and it is declared`
      : `${direction.toLowerCase()} of ${pod.name} is open on ${doors.join(', ')}${more}, and nobody declares it: ${why}`;
    return [{ cluster: cluster.input.name, about, says }];
  });
}

/** A pod that nobody declared has the sidecar's own connections, as every pod, and no others. */
const stray: DeclaredService = {
  name: '',
  port: undefined,
  callers: [],
  exposed: undefined,
  needs: [],
  secrets: [],
  queue: undefined,
  ranges: [],
  externalHosts: [],
};

type Expectation = (door: Door) => boolean | undefined;

const closed: Expectation = () => false;

/** Which doors of this end have to be open; `undefined` for one that is not the tenant's to say. */
function expectationOf(
  cluster: DeclaredCluster,
  tenant: DeclaredTenant,
  service: DeclaredService,
  direction: Direction,
  other: Other,
): Expectation {
  if (!('name' in other)) {
    const ports = service.ranges.filter(({ cidr }) => isIn(other.address, cidr)).map(({ port }) => port);
    return direction === 'Egress' ? onPorts(ports) : closed;
  }
  if (cluster.tenants.some(({ namespace }) => namespace === other.namespace)) {
    const peer = serviceOf(tenant, other);
    const [caller, callee] = direction === 'Egress' ? [service, peer] : [peer, service];
    const calls = callee.port !== undefined && callee.callers.some((call) => call.caller === caller.name);
    return calls ? onPorts([callee.port]) : closed;
  }
  return direction === 'Egress' ? leavingFor(cluster, other) : comingFrom(cluster, tenant, service, other);
}

function serviceOf(tenant: DeclaredTenant, { name }: Pod): DeclaredService {
  return tenant.services.find((service) => `${tenant.namespace}/${service.name}` === name) ?? stray;
}

function onPorts(ports: readonly (number | undefined)[]): Expectation {
  return ({ port, protocol }) => protocol === 'TCP' && ports.includes(port);
}

function leavingFor({ platform }: DeclaredCluster, other: Pod): Expectation {
  const isAny = other.labels === anyLabels;
  // Each of these two is some pods of its namespace, and the others there are none of a tenant's business.
  if (other.namespace === platform.dns.namespace) return ({ port }) => isAny && port === 53;
  if (other.namespace === platform.mesh.namespace) return isAny ? onPorts([istiodPort]) : closed;
  if (other.namespace !== platform.telemetry.namespace) return closed;
  return orEither(onPorts([platform.telemetry.otlpPort]), isAny);
}

function comingFrom(
  { platform }: DeclaredCluster,
  tenant: DeclaredTenant,
  { exposed, port }: DeclaredService,
  other: Pod,
): Expectation {
  const isAny = other.labels === anyLabels;
  if (other.namespace === platform.telemetry.namespace) return orEither(onPorts([sidecarMetricsPort]), isAny);
  const isEdge = other.namespace === platform.edge.namespace && isAny;
  return isEdge && tenant.isRunning && exposed !== undefined ? onPorts([port]) : closed;
}

/** Which pods of the namespace are meant is left open: those that nobody asks for may be open or closed. */
function orEither(expected: Expectation, isMeant: boolean): Expectation {
  return (door) => (isMeant || expected(door) === false ? expected(door) : undefined);
}
