// The parts that NetworkPolicies are put together from. Knows no connection but those that every pod has.
import type { k8s } from 'cdk8s-plus-30';
import type { Platform } from '../model/generated/inputs.ts';
import { ports } from '../model/ports.ts';
import type { Plain } from './kube.ts';

export type Peer = Plain<k8s.NetworkPolicyPeer>;
export type Ingress = Plain<k8s.NetworkPolicyIngressRule>;
export type Egress = Plain<k8s.NetworkPolicyEgressRule>;

/** A direction that is given is enforced, also when it allows nothing. */
export interface Rules {
  readonly ingress?: readonly Ingress[];
  readonly egress?: readonly Egress[];
}

/** By the label that the API server sets and no input can forge. */
export function namespaceNamed(name: string): Peer {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}

export function podsIn(namespace: string, pods: Readonly<Record<string, string>>): Peer {
  return { ...namespaceNamed(namespace), podSelector: { matchLabels: pods } };
}

export function ranges(cidrs: readonly string[]): Peer[] {
  return cidrs.map((cidr) => ({ ipBlock: { cidr } }));
}

export function tcp(port: number): Plain<k8s.NetworkPolicyPort> {
  return { protocol: 'TCP', port };
}

/** The `spec` of a policy. @param pods labels; none: every pod of the namespace */
export function specOf(
  pods: Readonly<Record<string, string>>,
  { ingress, egress }: Rules,
): Plain<k8s.NetworkPolicySpec> {
  return {
    podSelector: Object.keys(pods).length === 0 ? {} : { matchLabels: pods },
    policyTypes: [...(ingress ? ['Ingress'] : []), ...(egress ? ['Egress'] : [])],
    ...(ingress?.length ? { ingress: [...ingress] } : {}),
    ...(egress?.length ? { egress: [...egress] } : {}),
  };
}

/** To the cluster's name servers. */
export function toNameServers({ dns }: Platform): Egress {
  return {
    to: [podsIn(dns.namespace, dns.selector)],
    ports: [tcp(ports.dns), { protocol: 'UDP', port: ports.dns }],
  };
}

/** What istiod's pods are labelled by its chart. */
export const controlPlanePods = { app: 'istiod' } as const;

/** What the edge's pods are labelled by its chart. */
export const edgePods = { 'app.kubernetes.io/name': 'nginx-ingress' } as const;
