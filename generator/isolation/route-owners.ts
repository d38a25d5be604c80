// Who owns which host and tree of paths, over all clusters: nobody is in anybody's way. Knows nothing of where they lead.
import type { DeclaredCluster } from './declared.ts';
import type { Finding } from './finding.ts';
import { type Host, nginx } from './routes.ts';
import { type ClusterTree, nameOf, ofKind } from './tree.ts';

/** Every tree of paths with its owner, for comparison over all clusters. */
export interface Claim {
  readonly tenant: string;
  readonly cluster: string;
  readonly about: string;
  readonly host: string;
  readonly path: string;
}

export function claimsOf(tree: ClusterTree, cluster: DeclaredCluster): Claim[] {
  return ['VirtualServer', 'VirtualServerRoute'].flatMap((kind) =>
    ofKind<Host>(tree, nginx, kind)
      .filter(({ tenant }) => tenant !== '')
      .flatMap((rendered) => {
        const { spec } = rendered.object;
        const paths = kind === 'VirtualServer' ? ['/'] : (spec?.subroutes ?? []).map(({ path }) => path);
        return paths.map((path) => ({
          tenant: rendered.tenant,
          cluster: cluster.input.name,
          about: nameOf(rendered),
          host: (spec?.host ?? '').toLowerCase().replace(/\.$/, ''),
          path: path.replace(/^[~=^*]+\s*/, '').toLowerCase(),
        }));
      }),
  );
}

/** NGINX matches the longest prefix, letter by letter: a tree that begins another's is in its way. */
export function overlapsIn(claims: readonly Claim[]): Finding[] {
  return claims.flatMap((one) =>
    claims
      .filter((other) => one.tenant < other.tenant && meet(one, other))
      .map((other) => ({
        cluster: one.cluster,
        about: one.about,
        says: `${one.host}${one.path} is in the way of ${other.host}${other.path} of ${other.about}`,
      })),
  );
}

function meet(one: Claim, other: Claim): boolean {
  const covers = (wide: string, host: string) => wide.startsWith('*.') && host.endsWith(wide.slice(1));
  const isOneHost = one.host === other.host || covers(one.host, other.host) || covers(other.host, one.host);
  return isOneHost && (one.path.startsWith(other.path) || other.path.startsWith(one.path));
}
