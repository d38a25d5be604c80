// A NetworkPolicy says something the network can do: rules of a direction it governs, real CIDRs, ports in order.
// Knows nothing of which traffic is wanted.

import ipaddr from 'ipaddr.js';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import type { Path } from '../../model/source.ts';
import type { Cluster, Finding } from '../cluster.ts';
import type { RenderedObject } from '../object.ts';

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];
type Spec = NonNullable<INetworkPolicy['spec']>;
type Peer = NonNullable<NonNullable<Spec['ingress']>[number]['from']>[number];
type Port = NonNullable<NonNullable<Spec['ingress']>[number]['ports']>[number];

export function check(cluster: Cluster): Finding[] {
  return cluster.of<INetworkPolicy>('networking.k8s.io/NetworkPolicy').flatMap((object): Finding[] => {
    const { ingress, egress, policyTypes = [] } = object.value.spec ?? {};
    const findings: Finding[] = [];
    for (const type of ['Ingress', 'Egress'] as const) {
      const rules = type === 'Ingress' ? ingress : egress;
      if (rules === undefined || policyTypes.includes(type)) continue;
      const message = `\`${type.toLowerCase()}\` rules without \`${type}\` in \`policyTypes\` do nothing.`;
      findings.push({ object, path: ['spec', 'policyTypes'], message });
    }
    for (const [index, { from = [], ports = [] }] of (ingress ?? []).entries()) {
      findings.push(...inspect(object, ['spec', 'ingress', index], from, ports));
    }
    for (const [index, { to = [], ports = [] }] of (egress ?? []).entries()) {
      findings.push(...inspect(object, ['spec', 'egress', index], to, ports));
    }
    return findings;
  });
}

function* inspect(
  object: RenderedObject<unknown>,
  path: Path,
  peers: readonly Peer[],
  ports: readonly Port[],
): Generator<Finding> {
  if (peers.length === 0) yield { object, path, message: 'a rule without peers lets everyone through.' };
  for (const { ipBlock, podSelector, namespaceSelector } of peers) {
    const selects = podSelector !== undefined || namespaceSelector !== undefined;
    if ((ipBlock === undefined) !== selects) {
      yield { object, path, message: 'a peer is either an `ipBlock` or a selection of pods.' };
    }
    if (ipBlock !== undefined) yield* inspectBlock(object, path, ipBlock.cidr, ipBlock.except);
  }
  for (const { port, endPort } of ports) {
    if (typeof port === 'number' && (port < 1 || port > 65_535)) {
      yield { object, path, message: `\`${port}\` is not a port.` };
    }
    if (endPort !== undefined && !(typeof port === 'number' && endPort >= port && endPort <= 65_535)) {
      yield { object, path, message: `\`endPort\` ${endPort} does not follow port \`${port}\`.` };
    }
  }
}

function* inspectBlock(
  object: RenderedObject<unknown>,
  path: Path,
  cidr: string,
  except: readonly string[] = [],
) {
  const block = readCidr(cidr);
  if (block === undefined) {
    yield { object, path, message: `\`${cidr}\` is not the CIDR of a network.` };
    return;
  }
  for (const hole of except) {
    const [address, prefix] = readCidr(hole) ?? [];
    const inside =
      address?.kind() === block[0].kind() &&
      prefix !== undefined &&
      prefix > block[1] &&
      address.match(block);
    if (!inside) yield { object, path, message: `the exception \`${hole}\` is not inside \`${cidr}\`.` };
  }
}

const read = new Map<string, Network | undefined>();

/** A cluster has a few networks and thousands of policies that name them. */
function readCidr(text: string): Network | undefined {
  if (!read.has(text)) read.set(text, parseCidr(text));
  return read.get(text);
}

/** Host bits must be zero: the API server warns, and the reader of `10.0.0.5/8` cannot know what was meant. */
function parseCidr(text: string): Network | undefined {
  if (!ipaddr.isValidCIDR(text)) return undefined;
  const [address, prefix] = ipaddr.parseCIDR(text);
  const family = address.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6;
  const network = family.networkAddressFromCIDR(text);
  return network.toString() === address.toString() ? [address, prefix] : undefined;
}
