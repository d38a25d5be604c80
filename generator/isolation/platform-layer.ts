// The platform's own namespaces, seen from the tenants: no tenant's pod and no stranger gets in but to the mesh's control
// plane, and the edge can reach what is exposed. What the platform's components do among themselves is theirs.
import { edgesOf } from './address.ts';
import type { DeclaredCluster } from './declared.ts';
import type { Finding } from './finding.ts';
import { anAddressIn, type NetworkView, networkOf } from './network-layer.ts';
import { openingsOf, policiesAbout, whyOpen } from './network-policy.ts';
import { anyLabels, type LabelSelector } from './selector.ts';
import { type ClusterTree, ofKind } from './tree.ts';
import { type Pod, standIn } from './workloads.ts';

const istiodPort = 15012;

export function verifyPlatform(tree: ClusterTree, cluster: DeclaredCluster): Finding[] {
  const view = networkOf(tree, cluster);
  const rendered = ofKind(tree, '', 'Namespace')
    .filter(({ tenant }) => tenant === '')
    .map(({ object }) => object.metadata.name);
  return [
    ...rendered.flatMap((namespace) => verifyNamespace(tree, view, namespace)),
    ...verifyEdge(tree, view),
  ];
}

/** A pod for every selector that the namespace's policies have, and one that none of them asks for. */
function residentsOf(tree: ClusterTree, { cluster, policies }: NetworkView, namespace: string): Pod[] {
  const selectors: LabelSelector[] = policies
    .filter(({ object }) => object.metadata.namespace === namespace)
    .map(({ object }) => object.spec?.podSelector ?? {});
  const labels = [{}, ...selectors.map(({ matchLabels = {} }) => matchLabels)];
  const distinct = new Map(labels.map((each) => [JSON.stringify(each), each]));
  return Array.from(distinct.values(), (each) =>
    standIn(tree, namespace, {
      labels: each,
      serviceAccount: Object.values(each).join('+') || 'unlabelled',
      address: anAddressIn(cluster),
      inMesh: false,
    }),
  );
}

function verifyNamespace(tree: ClusterTree, view: NetworkView, namespace: string): Finding[] {
  const { cluster } = view;
  const isMesh = namespace === cluster.platform.mesh.namespace;
  // Tenants' pods have addresses of the pods' range, so a policy that names ranges can let them in too.
  const strangers = edgesOf(cluster.input.network.podCidr)
    .slice(1, 3)
    .map((address) => ({ address }));
  return residentsOf(tree, view, namespace).flatMap((resident) => {
    const about = policiesAbout(view.policies, 'Ingress', resident);
    return [...view.pods, ...strangers].flatMap((other) => {
      const name = 'name' in other ? other.name : other.address;
      const openings = openingsOf(about, 'Ingress', resident, other);
      const wrong = view.doors.flatMap((door) => {
        const why = whyOpen(openings, resident, door);
        const expected = isMesh && 'name' in other && door.protocol === 'TCP' && door.port === istiodPort;
        return why.length > 0 === expected ? [] : [{ door, why }];
      });
      const [first] = wrong;
      if (first === undefined) return [];
      const { door, why } = first;
      const says =
        why.length === 0
          ? `ingress of ${namespace} keeps sidecars from their control plane on ${door.port}`
          : `ingress of ${namespace} is open on ${door.protocol} ${door.port} and more: ${why.join(', ')}`;
      return [{ cluster: cluster.input.name, about: `${name} → ${resident.name}`, says }];
    });
  });
}

function verifyEdge(tree: ClusterTree, view: NetworkView): Finding[] {
  const { cluster } = view;
  const { namespace, serviceAccount } = cluster.platform.edge;
  const edge = standIn(tree, namespace, {
    labels: anyLabels,
    serviceAccount,
    address: anAddressIn(cluster),
    inMesh: true,
  });
  const about = policiesAbout(view.policies, 'Egress', edge);
  return cluster.tenants
    .filter(({ isRunning }) => isRunning)
    .flatMap((tenant) =>
      tenant.services.flatMap(({ name, port, exposed }) => {
        const pod = view.pods.find((each) => each.name === `${tenant.namespace}/${name}`);
        if (exposed === undefined || port === undefined || pod === undefined) return [];
        const openings = openingsOf(about, 'Egress', edge, pod);
        if (whyOpen(openings, pod, { port, protocol: 'TCP' }).length > 0) return [];
        const says = `egress of ${namespace} keeps the edge from TCP ${port}, which is exposed`;
        return [{ cluster: cluster.input.name, about: `${edge.name} → ${pod.name}`, says }];
      }),
    );
}
