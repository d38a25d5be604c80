// The parts that NetworkPolicies are put together from. Knows no connection.
import type { k8s } from 'cdk8s-plus-30';
import type { Plain } from './kube.ts';

/** By the label that the API server sets and no input can forge. */
export function namespaceNamed(name: string): Plain<k8s.NetworkPolicyPeer> {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}

export function tcp(port: number): Plain<k8s.NetworkPolicyPort> {
  return { protocol: 'TCP', port };
}
