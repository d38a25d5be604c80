// What a tenant's files point at: namespaces, names in AWS, hosts, secrets, roles, groups. Each stays with the tenant or is
// one of the few things that the platform declares for everybody.
import { overlaps } from './address.ts';
import type { DeclaredCluster } from './declared.ts';
import type { Finding } from './finding.ts';
import { type Known, knownTo } from './known.ts';
import { identityOf, remember } from './memory.ts';
import { wrongInObject } from './object-references.ts';
import { wordsIn } from './strings.ts';
import { type ClusterTree, groupOf, nameOf, type Rendered } from './tree.ts';

export function verifyReferences(tree: ClusterTree, cluster: DeclaredCluster): Finding[] {
  const fleet = cluster.fleet.map(({ id }) => id);
  const known = new Map(cluster.tenants.map((tenant) => [tenant.id, knownTo(cluster, tenant)]));
  return tree.all
    .filter(({ tenant }) => tenant !== '')
    .flatMap((rendered) => {
      const tenant = cluster.tenants.find(({ id }) => id === rendered.tenant);
      const its = known.get(rendered.tenant);
      const words = remember(cluster, `words ${rendered.tenant} ${identityOf([rendered.object])}`, () => [
        ...wordsOfOthers(rendered, fleet),
        ...(its === undefined ? [] : foreignWords(rendered, its)),
      ]);
      const means = tenant === undefined ? [] : wrongInObject(rendered, cluster, tenant, tree);
      return [...wrongPlace(rendered), ...words, ...means].map((says) => ({
        cluster: cluster.input.name,
        about: nameOf(rendered),
        says,
      }));
    });
}

/** Every object of a tenant is in its namespace; its project alone is Argo CD's, its schedules are Velero's, and its namespace nobody's. */
function wrongPlace({ object, path, tenant }: Rendered): string[] {
  const { namespace, name, labels = {} } = object.metadata;
  const isProject = path.startsWith('argocd/');
  const isNamespace = object.kind === 'Namespace';
  const home = isProject ? 'argocd' : path.startsWith('schedules/') ? 'velero' : `t-${tenant}`;
  const expected = isNamespace ? undefined : home;
  const label = labels['tenantry.dev/tenant'];
  return [
    ...(namespace === expected ? [] : [`it is in ${namespace ?? 'no namespace'}`]),
    ...(!isNamespace && !isProject ? [] : name === `t-${tenant}` ? [] : [`it is called ${name}`]),
    ...(label === undefined || label === tenant ? [] : [`it says that it is of ${label}`]),
  ];
}

/** The id of another tenant, as a whole word anywhere. */
function wordsOfOthers({ object, tenant }: Rendered, fleet: readonly string[]): string[] {
  const others = fleet.filter((id) => id !== tenant);
  // Databases and their users are called with underlines.
  const underlined = others.map((id) => `t_${id.replaceAll('-', '_')}`);
  const words = [`(?:t-|tenantry-|tenant-)?(?:${others.join('|')})`, ...underlined].join('|');
  const word = new RegExp(`(?<![a-z0-9_-])(?:${words})(?![a-z0-9_-])`);
  const found = [...new Set(wordsIn(object))].filter((each) => word.test(each));
  return found.map((each) => `it speaks of another tenant: ${each.slice(0, 120)}`);
}

/**
 * Names that begin as tenants' names do, ARNs, addresses on the web and paths of secrets. Objects that grant something, or
 * tell a program where to go, may use the names that follow from the call graph alone; others any that are the tenant's.
 */
function foreignWords({ object }: Rendered, known: Known): string[] {
  const { names, arns, alias } = isGranting(object) ? known.granted : known.owned;
  const isBelow = (url: string) => known.urls.some((each) => url.startsWith(each));
  const checks: readonly (readonly [found: RegExp, isOwn: (word: string) => boolean, says: string])[] = [
    [known.nameLike, names, 'is not one of its names'],
    [/arn:[a-z-]+:[^\s"',]+/g, arns, 'is not its own'],
    [/https?:\/\/[^\s"'<>,;]+/g, (url) => known.exactUrls.has(url) || isBelow(url), 'is not its own'],
    [/alias\/[\w/-]+/g, alias, 'is not its key'],
    [
      /(?<![\w:.-])\/(?:production|staging)\/[^\s"',]*/g,
      (path) => known.secrets.has(path),
      'is not one of its secrets',
    ],
  ];
  return [...new Set(wordsIn(object))]
    .filter((text) => /t-|[/:]/.test(text))
    .flatMap((text) =>
      checks.flatMap(([pattern, isOwn, says]) =>
        [...text.matchAll(pattern)].filter(([word]) => !isOwn(word)).map(([word]) => `${word} ${says}`),
      ),
    );
}

const granting =
  /^(iam\.aws\.m\.upbound\.io|eks\.aws\.m\.upbound\.io|external-secrets\.io|keda\.sh| (ServiceAccount|ConfigMap)$)/;

/** A ConfigMap is a program's where it is called after one; others are for people to read. */
function isGranting(object: Rendered['object']): boolean {
  const isRead =
    object.kind === 'ConfigMap' && object.metadata.labels?.['app.kubernetes.io/name'] === undefined;
  return granting.test(`${groupOf(object)} ${object.kind}`) && !isRead;
}

/** Subnets of tenants: nobody's overlaps anybody's, on any cluster of one network. */
export function sharedSubnetsIn(
  clusters: readonly DeclaredCluster[],
  trees: readonly ClusterTree[],
): Finding[] {
  const subnets = trees.flatMap(({ all }) =>
    all.flatMap((rendered) => {
      const { kind, spec } = rendered.object;
      const cidr = (spec as { forProvider?: { cidrBlock?: string } } | undefined)?.forProvider?.cidrBlock;
      return kind === 'Subnet' && cidr !== undefined ? [{ rendered, cidr }] : [];
    }),
  );
  return subnets.flatMap(({ rendered, cidr }, index) => {
    const cluster = clusters.find(({ input }) => input.name === rendered.cluster);
    const others = [
      ...subnets.slice(index + 1).map((other) => ({ cidr: other.cidr, name: nameOf(other.rendered) })),
      ...(cluster?.input.network.subnets ?? []).map((other) => ({ cidr: other.cidr, name: other.id })),
    ];
    return others
      .filter((other) => overlaps(cidr, other.cidr))
      .map(({ name }) => ({
        cluster: rendered.cluster,
        about: nameOf(rendered),
        says: `${cidr} is in ${name} too`,
      }));
  });
}
