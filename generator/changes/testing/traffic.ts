// What NetworkPolicies allow, asked for one pod, one peer and one port at a time, as Kubernetes tells it: slow, and plain enough
// to judge the judge by. See https://kubernetes.io/docs/concepts/services-networking/network-policies/.
import ipaddr from 'ipaddr.js';

export interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly { key: string; operator: string; values?: readonly string[] }[];
}

export interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

export interface Rule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports?: readonly { protocol?: string; port?: number; endPort?: number }[];
}

export interface Spec {
  readonly podSelector: Selector;
  readonly policyTypes?: readonly string[];
  readonly ingress?: readonly Rule[];
  readonly egress?: readonly Rule[];
}

type Labels = Readonly<Record<string, string>>;
const pods: readonly Labels[] = [{ app: 'a' }, { app: 'b' }, { app: 'c' }, {}];
const others = ['t-acme', 'edge', 'else'].flatMap((namespace) =>
  pods.map((labels) => ({ namespace, labels })),
);
const addresses = ['10.0.0.1', '10.0.0.200', '10.0.1.1', '203.0.113.1', 'fd00::1'].map((address) => ({
  address,
}));
const sockets = ['TCP/80', 'TCP/81', 'TCP/443', 'UDP/80', 'SCTP/80'];

function isSelected(selector: Selector, labels: Labels): boolean {
  const equal = Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  return (
    equal &&
    (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
      if (operator === 'Exists') return labels[key] !== undefined;
      return values.includes(labels[key] ?? '') === (operator === 'In');
    })
  );
}

function isPeer({ podSelector, namespaceSelector, ipBlock }: Peer, other: Other): boolean {
  if ('address' in other) {
    const isIn = (block: string) => {
      const address = ipaddr.parse(other.address);
      return address.kind() === 'ipv4' && address.match(ipaddr.parseCIDR(block));
    };
    return ipBlock !== undefined && isIn(ipBlock.cidr) && !(ipBlock.except ?? []).some(isIn);
  }
  if (ipBlock !== undefined) return false;
  const space = { 'kubernetes.io/metadata.name': other.namespace };
  const isThere =
    namespaceSelector === undefined ? other.namespace === 't-acme' : isSelected(namespaceSelector, space);
  return isThere && isSelected(podSelector ?? {}, other.labels);
}

type Other = (typeof others)[number] | (typeof addresses)[number];

function isPort(rule: Rule, socket: string): boolean {
  const [protocol, number] = socket.split('/');
  return (
    rule.ports === undefined ||
    rule.ports.some((one) => {
      const first = one.port ?? 1;
      return (
        (one.protocol ?? 'TCP') === protocol &&
        first <= Number(number) &&
        Number(number) <= (one.endPort ?? one.port ?? 65_535)
      );
    })
  );
}

function isAllowed(
  all: readonly Spec[],
  pod: Labels,
  way: 'ingress' | 'egress',
  other: Other,
  socket: string,
): boolean {
  const isolating = all.filter((spec) => {
    const types = spec.policyTypes ?? ['Ingress', ...((spec.egress ?? []).length > 0 ? ['Egress'] : [])];
    return isSelected(spec.podSelector, pod) && types.some((type) => type.toLowerCase() === way);
  });
  if (isolating.length === 0) return true;
  return isolating.some((spec) =>
    (spec[way] ?? []).some((rule) => {
      const side = rule[way === 'ingress' ? 'from' : 'to'];
      return isPort(rule, socket) && (side === undefined || side.some((peer) => isPeer(peer, other)));
    }),
  );
}

/** Whether there is traffic that one side allows and the other does not. */
export function exceeds(one: readonly Spec[], other: readonly Spec[]): boolean {
  return (['ingress', 'egress'] as const).some((way) =>
    pods.some((pod) =>
      [...others, ...addresses].some((peer) =>
        sockets.some(
          (socket) => isAllowed(one, pod, way, peer, socket) && !isAllowed(other, pod, way, peer, socket),
        ),
      ),
    ),
  );
}
