// What a NetworkPolicy does, as boxes: which pods it isolates, and which traffic it lets through to or from them.
// See https://kubernetes.io/docs/concepts/services-networking/network-policies/.
import { asMapping } from '../documents.ts';
import type { Manifest } from '../knowledge.ts';
import { blocks } from './addresses.ts';
import { type Box, box, everything, intersect, narrow } from './box.ts';
import { portsOf } from './ports.ts';
import { describeSelector, selectorBox } from './selectors.ts';
import { Words } from './words.ts';

export type Way = 'ingress' | 'egress';

export const ways: readonly Way[] = ['ingress', 'egress'];

/** Traffic that a policy lets through. */
export interface Opening {
  readonly way: Way;
  readonly box: Box;
  /** `pods name=worker`, `10.0.0.0/8` */
  readonly peer: string;
  readonly isBlock: boolean;
  readonly port: string;
}

export interface Policy {
  readonly selector: Box;
  /** `pods name=billing`, `all pods` */
  readonly pods: string;
  /** In which directions what is not let through is refused. */
  readonly isolates: readonly Way[];
  readonly openings: readonly Opening[];
}

export const podPrefix = 'pod.';
const peerPrefix = 'peer.pod.';
export const namespacePrefix = 'peer.namespace.';
/** Every namespace has it, and nobody can give it another value. */
export const namespaceName = 'kubernetes.io/metadata.name';

export function readPolicy(manifest: Manifest, namespace: string): Policy {
  const spec = asMapping(manifest.spec);
  const selector = selectorBox(spec.podSelector, podPrefix);
  const isolates = waysOf(spec);
  const openings = isolates.flatMap((way) =>
    itemsOf(spec[way]).flatMap((rule) => openingsOf({ way, rule: asMapping(rule), selector, namespace })),
  );
  return { selector, pods: describePods(spec.podSelector), isolates, openings };
}

/** @param selector of a policy or of a peer */
function describePods(selector: unknown): string {
  const words = describeSelector(selector);
  return words === '' ? 'all pods' : `pods ${words}`;
}

/** Always ingress, and egress where there is a rule of it, unless it says otherwise. */
function waysOf({ policyTypes, egress }: Manifest): Way[] {
  if (!Array.isArray(policyTypes) || policyTypes.length === 0) {
    return itemsOf(egress).length > 0 ? ['ingress', 'egress'] : ['ingress'];
  }
  return ways.filter((way) => policyTypes.some((type) => String(type).toLowerCase() === way));
}

function itemsOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}

interface Rule {
  readonly way: Way;
  readonly rule: Manifest;
  readonly selector: Box;
  readonly namespace: string;
}

function openingsOf({ way, rule, selector, namespace }: Rule): Opening[] {
  const side = way === 'ingress' ? 'from' : 'to';
  const peers = itemsOf(rule[side]);
  const own = narrow(selector, ['way', Words.of(way)]);
  const reached = peers.length === 0 ? [anywhere] : peers.map((peer) => peerOf(asMapping(peer), namespace));
  return reached.flatMap((peer) =>
    portsOf(rule.ports).map((port) => ({
      way,
      box: intersect(intersect(own, peer.box), port.box),
      peer: peer.words,
      isBlock: peer.box.get('peer')?.text === addressKind.text,
      port: port.words,
    })),
  );
}

interface Peer {
  readonly box: Box;
  readonly words: string;
}

const addressKind = Words.of('address');

const anywhere: Peer = { box: everything, words: 'anywhere' };

function peerOf({ podSelector, namespaceSelector, ipBlock }: Manifest, namespace: string): Peer {
  if (ipBlock !== undefined) return blockOf(asMapping(ipBlock));
  // Refused by the API server; nothing narrows it.
  if (podSelector === undefined && namespaceSelector === undefined) return anywhere;
  const own = { matchLabels: { [namespaceName]: namespace } };
  const where = selectorBox(namespaceSelector ?? own, namespacePrefix);
  const which = selectorBox(podSelector, peerPrefix);
  return {
    box: narrow(intersect(where, which), ['peer', Words.of('pod')]),
    words: `${describePods(podSelector)}${describeNamespaces(namespaceSelector)}`,
  };
}

function describeNamespaces(selector: unknown): string {
  if (selector === undefined) return '';
  const { matchLabels, matchExpressions } = asMapping(selector);
  const { [namespaceName]: name, ...others } = asMapping(matchLabels);
  const isNamed = name !== undefined && Object.keys(others).length === 0 && matchExpressions === undefined;
  if (isNamed) return ` of namespace ${name}`;
  const words = describeSelector(selector);
  return words === '' ? ' of all namespaces' : ` of namespaces ${words}`;
}

/** A block that cannot be read is like nothing but itself. */
function blockOf({ cidr, except }: Manifest): Peer {
  const holes = itemsOf(except).map(String);
  const [whole, out] = [blocks([String(cidr)]), blocks(holes)];
  const words = `${cidr}${holes.length === 0 ? '' : ` except ${holes.join(', ')}`}`;
  const kind = ['peer', addressKind] as const;
  if (whole === undefined || out === undefined) {
    return { box: box(kind, ['block', Words.of(words)]), words };
  }
  return { box: box(kind, ['address', whole.and(out.not())]), words };
}
