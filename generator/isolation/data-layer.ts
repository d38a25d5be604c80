// Databases and caches, seen from other tenants' pods: who may send packets to the ranges that a tenant's data is in, and is let
// in by its security group, reads it with a password alone. A group lets in pods of its own tenant on its own cluster; from
// the other cluster it lets in ranges, and so everybody who may leave for them.
import { edgesOf, isIn, overlaps } from './address.ts';
import { cidrsOf, type DeclaredCluster } from './declared.ts';
import type { Finding } from './finding.ts';
import type { NetworkPolicySpec } from './network-policy.ts';
import { type ClusterTree, nameOf, namespaceOf, ofKind } from './tree.ts';

const databasePort = 3306;

interface Home {
  readonly tree: ClusterTree;
  readonly namespace: string;
  readonly claim: string;
  /** Whose pods come in by address. */
  readonly podCidr: string;
  readonly ranges: readonly string[];
  readonly isShared: boolean;
}

export function foreignDataIn(
  trees: readonly ClusterTree[],
  clusters: readonly DeclaredCluster[],
): Finding[] {
  const homes = trees.flatMap((tree) => homesOn(tree, clusters));
  return homes.flatMap((home) => [
    ...sharedRange(home),
    ...wrongRange(home, clusters),
    ...comersTo(home, trees, clusters),
  ]);
}

/** Tenants' data that somebody reaches from elsewhere by address. */
function homesOn(tree: ClusterTree, clusters: readonly DeclaredCluster[]): Home[] {
  const claims = ofKind<{ peerPodCidr?: string }>(tree, 'tenantry.dev', 'NetworkClaim');
  return claims.flatMap((claim) => {
    const namespace = namespaceOf(claim);
    const podCidr = claim.object.spec?.peerPodCidr;
    if (podCidr === undefined) return [];
    const own = ofKind<{ forProvider?: { cidrBlock?: string } }>(tree, 'ec2.aws.m.upbound.io', 'Subnet')
      .filter((subnet) => namespaceOf(subnet) === namespace)
      .flatMap(({ object }) => object.spec?.forProvider?.cidrBlock ?? []);
    const cluster = clusters.find(({ input }) => input.name === tree.name);
    const shared = cluster === undefined ? [] : cidrsOf(cluster.input, 'data');
    return [
      {
        tree,
        namespace,
        claim: nameOf(claim),
        podCidr,
        ranges: own.length > 0 ? own : shared,
        isShared: own.length === 0,
      },
    ];
  });
}

function sharedRange({ tree, claim, podCidr, isShared }: Home): Finding[] {
  const says = `its database is open to ${podCidr}, and in subnets that every tenant's policies may lead to`;
  return isShared ? [{ cluster: tree.name, about: claim, says }] : [];
}

/** Only pods of the tenant's other cluster; where that is not among what is looked at, nobody can say. */
function wrongRange(
  { tree, namespace, claim, podCidr }: Home,
  clusters: readonly DeclaredCluster[],
): Finding[] {
  const tenant = clusters.flatMap(({ fleet }) => fleet).find(({ id }) => `t-${id}` === namespace);
  const names = (tenant?.clusters ?? []).filter((name) => name !== tree.name);
  const others = clusters.filter(({ input }) => names.includes(input.name));
  if (others.length < names.length || others.some(({ input }) => input.network.podCidr === podCidr))
    return [];
  const says = `its database is open to ${podCidr}, where no pods of its own are`;
  return [{ cluster: tree.name, about: claim, says }];
}

function comersTo(
  home: Home,
  trees: readonly ClusterTree[],
  clusters: readonly DeclaredCluster[],
): Finding[] {
  return clusters
    .filter(({ input }) => input.name !== home.tree.name && overlaps(input.network.podCidr, home.podCidr))
    .flatMap((cluster) => {
      const tree = trees.find(({ name }) => name === cluster.input.name);
      const policies =
        tree === undefined ? [] : ofKind<NetworkPolicySpec>(tree, 'networking.k8s.io', 'NetworkPolicy');
      return policies
        .filter((policy) => policy.tenant !== '' && namespaceOf(policy) !== home.namespace)
        .flatMap((policy) => {
          const range = home.ranges.find((each) => leadsTo(policy.object.spec, each));
          if (range === undefined) return [];
          const says = `it leads to the database of ${home.namespace} on ${home.tree.name}, in ${range}, whose group lets its pods in`;
          return [{ cluster: cluster.input.name, about: nameOf(policy), says }];
        });
    });
}

function leadsTo(spec: NetworkPolicySpec | undefined, range: string): boolean {
  return (spec?.egress ?? []).some(({ to = [], ports = [] }) => {
    const isOpen = ports.length === 0 || ports.some((each) => covers(each, databasePort));
    return (
      isOpen && (to.length === 0 || to.some(({ ipBlock }) => ipBlock !== undefined && meets(ipBlock, range)))
    );
  });
}

function covers({ port, endPort }: { port?: number | string; endPort?: number }, wanted: number): boolean {
  if (port === undefined) return true;
  return typeof port === 'number' && port <= wanted && wanted <= (endPort ?? port);
}

/** An exception helps where it takes the whole range away. */
function meets({ cidr, except = [] }: { cidr: string; except?: readonly string[] }, range: string): boolean {
  const [, first = '', last = ''] = edgesOf(range);
  return overlaps(cidr, range) && !except.some((each) => isIn(first, each) && isIn(last, each));
}
