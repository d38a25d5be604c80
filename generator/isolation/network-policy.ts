// What NetworkPolicies let through (kubernetes.io: "Network policies"): a direction of a pod is open until a policy selects
// it, then what some policy allows; a connection needs both ends. Knows no mesh.
import { isIn } from './address.ts';
import { type LabelSelector, selects } from './selector.ts';
import { nameOf, namespaceOf, type Rendered } from './tree.ts';
import type { Pod } from './workloads.ts';

interface Peer {
  readonly podSelector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

interface PolicyPort {
  readonly protocol?: string;
  readonly port?: number | string;
  readonly endPort?: number;
}

interface PolicyRule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports?: readonly PolicyPort[];
}

export interface NetworkPolicySpec {
  readonly podSelector?: LabelSelector;
  readonly policyTypes?: readonly string[];
  readonly ingress?: readonly PolicyRule[];
  readonly egress?: readonly PolicyRule[];
}

export type Policy = Rendered<NetworkPolicySpec>;
export type Direction = 'Ingress' | 'Egress';

export interface Door {
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
}

/** Another pod, or an address outside the cluster. */
export type Other = Pod | { readonly address: string };

/** A rule of a policy that is about both ends, with the ports that it opens. */
export interface Opening {
  readonly by: string;
  readonly ports: readonly PolicyPort[] | undefined;
}

/** What a direction of `pod` opens to `other`, of the policies about it; everything where there is none. */
export function openingsOf(
  about: readonly Policy[],
  direction: Direction,
  pod: Pod,
  other: Other,
): Opening[] {
  if (about.length === 0) {
    return [{ by: `no NetworkPolicy is about ${direction.toLowerCase()} of ${pod.name}`, ports: undefined }];
  }
  return about.flatMap((policy) => {
    const { spec } = policy.object;
    const rules = (direction === 'Ingress' ? spec?.ingress : spec?.egress) ?? [];
    return rules
      .filter(({ from, to }) => allowsPeer(direction === 'Ingress' ? from : to, pod.namespace, other))
      .map(({ ports }) => ({ by: nameOf(policy), ports }));
  });
}

/** Who opens this door of `listener`; nobody where it is closed. */
export function whyOpen(openings: readonly Opening[], listener: Other, door: Door): string[] {
  return openings.filter(({ ports }) => allowsDoor(ports, listener, door)).map(({ by }) => by);
}

/** The policies that decide about a direction of a pod. */
export function policiesAbout(policies: readonly Policy[], direction: Direction, pod: Pod): Policy[] {
  return policies.filter((policy) => {
    const { spec } = policy.object;
    if (namespaceOf(policy) !== pod.namespace || !selects(spec?.podSelector ?? {}, pod.labels)) return false;
    const types = spec?.policyTypes ?? (spec?.egress === undefined ? ['Ingress'] : ['Ingress', 'Egress']);
    return types.includes(direction);
  });
}

/** No list of peers, or an empty one, is everybody. */
function allowsPeer(peers: readonly Peer[] | undefined, namespace: string, other: Other): boolean {
  if (peers === undefined || peers.length === 0) return true;
  return peers.some(({ ipBlock, namespaceSelector, podSelector }) => {
    if (ipBlock !== undefined) {
      const { cidr, except = [] } = ipBlock;
      return isIn(other.address, cidr) && !except.some((each) => isIn(other.address, each));
    }
    if (!('labels' in other)) return false;
    const isThere =
      namespaceSelector === undefined
        ? other.namespace === namespace
        : selects(namespaceSelector, other.namespaceLabels);
    return isThere && selects(podSelector ?? {}, other.labels);
  });
}

/** A port by name is the one that the listening pod calls so. */
function allowsDoor(ports: readonly PolicyPort[] | undefined, listener: Other, door: Door): boolean {
  if (ports === undefined || ports.length === 0) return true;
  return ports.some(({ protocol = 'TCP', port, endPort }) => {
    if (protocol !== door.protocol) return false;
    if (port === undefined) return true;
    const first =
      typeof port === 'number' ? port : 'ports' in listener ? listener.ports.get(port) : undefined;
    return first !== undefined && door.port >= first && door.port <= (endPort ?? first);
  });
}

/** Every range and number that the policies mention. */
export function mentionedBy(policies: readonly Policy[]): { cidrs: string[]; ports: number[] } {
  const rules = policies.flatMap(({ object: { spec } }) => [
    ...(spec?.ingress ?? []),
    ...(spec?.egress ?? []),
  ]);
  const blocks = rules
    .flatMap(({ from = [], to = [] }) => [...from, ...to])
    .flatMap(({ ipBlock }) => ipBlock ?? []);
  return {
    cidrs: [...new Set(blocks.flatMap(({ cidr, except = [] }) => [cidr, ...except]))],
    ports: [
      ...new Set(
        rules
          .flatMap(({ ports = [] }) => ports)
          .flatMap(({ port, endPort }) => [port, endPort])
          .filter((each) => typeof each === 'number'),
      ),
    ],
  };
}
