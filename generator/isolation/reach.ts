// The matrix itself: who can open which port of whom and have a request let in, over network, certificates and policies
// together. The layers are held one by one elsewhere; this is what they come to.
import { callerOf, narrow, policiesOf, whyAllowed } from './authorization.ts';
import type { DeclaredCluster } from './declared.ts';
import { type MeshView, meshOf } from './mesh-layer.ts';
import { doorOf } from './mtls.ts';
import { type NetworkView, networkOf } from './network-layer.ts';
import { type Door, openingsOf, policiesAbout, whyOpen } from './network-policy.ts';
import { probesOf, tokensFor } from './probes.ts';
import { anyLabels } from './selector.ts';
import { tokenPoliciesOf, verdictOn } from './tokens.ts';
import type { ClusterTree } from './tree.ts';
import { type Pod, standIn } from './workloads.ts';

/** `t-acme/billing → t-acme/notifications:8080`, sorted; of all pairs of tenants' pods, and of the edge to them. */
export function reachIn(tree: ClusterTree, cluster: DeclaredCluster): string[] {
  const network = networkOf(tree, cluster);
  const mesh = meshOf(tree, cluster);
  const { namespace, serviceAccount } = cluster.platform.edge;
  const address = network.pods[0]?.address ?? '';
  const edge = standIn(tree, namespace, { labels: anyLabels, serviceAccount, address, inMesh: true });
  return network.pods
    .flatMap((to) =>
      [...network.pods, edge].flatMap((from) =>
        [...to.ports.values()]
          .filter((port) => from !== to && connects(network, from, to, { port, protocol: 'TCP' }))
          .filter((port) => isAnswered(mesh, from, to, port))
          .map((port) => `${from.name} → ${to.name}:${port}`),
      ),
    )
    .sort();
}

export function declaredReach({ tenants, platform }: DeclaredCluster): string[] {
  const { namespace: edge, serviceAccount } = platform.edge;
  return tenants
    .flatMap(({ namespace, services, isRunning }) =>
      services.flatMap(({ name, port, callers, exposed }) => [
        ...callers.map(({ caller }) => `${namespace}/${caller} → ${namespace}/${name}:${port}`),
        ...(isRunning && exposed !== undefined
          ? [`${edge}/${serviceAccount} → ${namespace}/${name}:${port}`]
          : []),
      ]),
    )
    .sort();
}

function connects({ policies }: NetworkView, from: Pod, to: Pod, door: Door): boolean {
  const leaving = openingsOf(policiesAbout(policies, 'Egress', from), 'Egress', from, to);
  const coming = openingsOf(policiesAbout(policies, 'Ingress', to), 'Ingress', to, from);
  return whyOpen(leaving, to, door).length > 0 && whyOpen(coming, to, door).length > 0;
}

function isAnswered(
  { cluster, peers, authorizations, authentications }: MeshView,
  from: Pod,
  to: Pod,
  port: number,
): boolean {
  const root = cluster.platform.mesh.namespace;
  const door = doorOf(peers, root, to, port);
  if (!to.inMesh) return true;
  if (!from.inMesh && !door.plaintext) return false;
  const principal = `${cluster.platform.mesh.trustDomain}/ns/${from.namespace}/sa/${from.serviceAccount}`;
  const caller = callerOf(
    from.inMesh && door.looksAtCertificates ? principal : undefined,
    from.address,
    from.address,
  );
  const about = policiesOf(authorizations, root, to);
  const guards = tokenPoliciesOf(authentications, root, to);
  const tenant = cluster.tenants.find(({ namespace }) => namespace === to.namespace);
  const probes = probesOf(tenant, to, port, about);
  return (tenant === undefined ? [] : tokensFor(cluster, tenant)).some(({ token }) => {
    const verdict = token === undefined ? 'ignored' : verdictOn(guards, token);
    if (verdict === 'refused') return false;
    const narrowed = narrow(about, caller, verdict === 'accepted' ? token : undefined, port);
    return probes.some((probe) => whyAllowed(narrowed, probe).length > 0);
  });
}
