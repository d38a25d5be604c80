// What stays shut when everything else is gone: in every namespace one object of each kind that allows nothing. Others may
// say the same today; a floor does not depend on them.
import type { AuthorizationPolicySpec } from './authorization.ts';
import type { DeclaredCluster } from './declared.ts';
import type { Finding } from './finding.ts';
import type { PeerAuthenticationSpec } from './mtls.ts';
import type { NetworkPolicySpec } from './network-policy.ts';
import { type ClusterTree, namespaceOf, ofKind } from './tree.ts';

export function verifyFloors(tree: ClusterTree, { input, tenants, platform }: DeclaredCluster): Finding[] {
  const theirs = tenants.map(({ namespace }) => namespace);
  const components = ofKind(tree, '', 'Namespace')
    .filter(({ tenant }) => tenant === '')
    .map(({ object }) => object.metadata.name);
  const networks = ofKind<NetworkPolicySpec>(tree, 'networking.k8s.io', 'NetworkPolicy')
    .filter(({ object: { spec = {} } }) => isEmpty(spec.podSelector) && isBare(spec))
    .map(namespaceOf);
  const requests = ofKind<AuthorizationPolicySpec>(tree, 'security.istio.io', 'AuthorizationPolicy')
    .filter(({ object: { spec } }) => isEmpty(spec))
    .map(namespaceOf);
  const certificates = ofKind<PeerAuthenticationSpec>(tree, 'security.istio.io', 'PeerAuthentication')
    .filter(({ object: { spec = {} } }) => isEmpty(spec.selector) && spec.mtls?.mode === 'STRICT')
    .map(namespaceOf);
  const lacking = (namespaces: readonly string[], having: readonly string[], what: string) =>
    namespaces
      .filter((each) => !having.includes(each))
      .map((about) => ({ cluster: input.name, about, says: `it has no ${what}` }));
  return [
    ...lacking([...theirs, ...components], networks, 'NetworkPolicy that denies everything'),
    ...lacking(theirs, requests, 'AuthorizationPolicy that allows nothing'),
    ...lacking(
      [...theirs, platform.mesh.namespace],
      certificates,
      'PeerAuthentication of its own that is strict',
    ),
  ];
}

function isEmpty(value: object | undefined): boolean {
  return Object.keys(value ?? {}).length === 0;
}

function isBare({ policyTypes = [], ingress = [], egress = [] }: NetworkPolicySpec): boolean {
  return (
    ['Ingress', 'Egress'].every((each) => policyTypes.includes(each)) && ingress.length + egress.length === 0
  );
}
