// Everything that must hold of a rendered tree so that no tenant reaches another. It sees the tree and what people declared,
// and nothing of the generator between them.
import { foreignDataIn } from './data-layer.ts';
import type { DeclaredCluster } from './declared.ts';
import { distinct, type Finding } from './finding.ts';
import { verifyFloors } from './floors.ts';
import { identityOf, remember } from './memory.ts';
import { verifyMesh } from './mesh-layer.ts';
import { verifyMeshScope } from './mesh-scope.ts';
import { verifyNetwork } from './network-layer.ts';
import { verifyPlatform } from './platform-layer.ts';
import { sharedSubnetsIn, verifyReferences } from './references.ts';
import { claimsOf, overlapsIn } from './route-owners.ts';
import { verifyRoutes } from './routes.ts';
import { type ClusterTree, groupOf } from './tree.ts';

type Check = (tree: ClusterTree, cluster: DeclaredCluster) => Finding[];

const pods = /^(apps|batch|) (Deployment|StatefulSet|DaemonSet|CronJob|Job|Namespace)$/;
const everything = /^/;

/** Each check with the kinds that it looks at: the others do not have to be looked at again. */
const checks: readonly (readonly [check: Check, kinds: RegExp])[] = [
  [verifyNetwork, new RegExp(`${pods.source}|^networking.k8s.io NetworkPolicy$`)],
  [verifyPlatform, new RegExp(`${pods.source}|^networking.k8s.io NetworkPolicy$`)],
  [verifyFloors, /^ Namespace$|^networking.k8s.io NetworkPolicy$|^security.istio.io /],
  [verifyMesh, new RegExp(`${pods.source}|^security.istio.io `)],
  [verifyMeshScope, /istio.io |^ (Service|Endpoints)$|EndpointSlice/],
  [verifyRoutes, /^k8s.nginx.org |^networking.k8s.io Ingress$/],
  [verifyReferences, everything],
];

export function verify(trees: readonly ClusterTree[], declared: readonly DeclaredCluster[]): Finding[] {
  const pairs = declared.map((cluster) => {
    const tree = trees.find(({ name }) => name === cluster.input.name) ?? {
      name: cluster.input.name,
      all: [],
    };
    return [tree, cluster] as const;
  });
  return distinct([
    ...pairs.flatMap((pair) => checks.flatMap(([check, kinds]) => once(check, kinds, ...pair))),
    ...sharedSubnetsIn(declared, trees),
    ...foreignDataIn(trees, declared),
    ...overlapsIn(pairs.flatMap(([tree, cluster]) => claimsOf(tree, cluster))),
  ]);
}

function once(check: Check, kinds: RegExp, tree: ClusterTree, cluster: DeclaredCluster): Finding[] {
  const objects = tree.all.filter(({ object }) => kinds.test(`${groupOf(object)} ${object.kind}`));
  return remember(cluster, `${check.name} ${identityOf(objects)}`, () => check(tree, cluster));
}
