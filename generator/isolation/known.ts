// Every name that is a tenant's own on a cluster. It follows from what was declared, and is written once more here: taken
// from the generator it would agree with it in every mistake.
import type { DeclaredCluster, DeclaredService, DeclaredTenant } from './declared.ts';
import { wordsIn } from './strings.ts';

export interface Known {
  /** What looks like the name of something that a tenant has. */
  readonly nameLike: RegExp;
  /** What its services may touch. */
  readonly granted: Words;
  /** Whatever is called after it: also what keeps its data, which no service names. */
  readonly owned: Words;
  /** With a slash at the end: what lies below is its own too. */
  readonly urls: readonly string[];
  readonly exactUrls: ReadonlySet<string>;
  readonly secrets: ReadonlySet<string>;
}

interface Words {
  readonly names: (name: string) => boolean;
  readonly arns: (arn: string) => boolean;
  readonly alias: (alias: string) => boolean;
}

/** The names that follow from what was declared, written once more here and not taken from the generator. */
export function knownTo(cluster: DeclaredCluster, tenant: DeclaredTenant): Known {
  const { account, region, name: clusterName, environment } = cluster.input;
  const { organisation } = cluster.platform;
  const { id, namespace, services } = tenant;
  const roles = [...services.map(({ name }) => name), 'secret-reader'].map(
    (each) => `t-${id}-${each}-${clusterName}`,
  );
  const queues = services.flatMap(({ queue }) => (queue === undefined ? [] : [`t-${id}-${queue}`]));
  const bucket = `${organisation.id}-t-${id}-documents-${region}`;
  const prefix = `/${environment}/${id}/`;
  const at = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;
  const roots = addressesOf(cluster, tenant, queues);
  const names = new Set([namespace, ...roles, ...queues, bucket]);
  const arns = new Set([
    ...rolesAndCluster(cluster, roles),
    ...queues.map((queue) => at('sqs', queue)),
    at('kms', 'key/*'),
    at('secretsmanager', `secret:${prefix}*`),
    `arn:aws:s3:::${bucket}`,
    `arn:aws:s3:::${bucket}/${id}/*`,
  ]);
  return {
    nameLike: new RegExp(`(?<![a-z0-9-])(?:${organisation.id}-)?t-[a-z0-9-]+`, 'g'),
    owned: ownedBy(cluster, tenant),
    granted: {
      names: (name) => names.has(name),
      arns: (arn) => arns.has(arn),
      alias: (each) => each === `alias/t-${id}` || each === `alias/t-${id}/copies`,
    },
    urls: roots.map((root) => root.replace(/\/?$/, '/')),
    // A prefix that queues' names are put behind.
    exactUrls: new Set([
      ...roots,
      ...[...wordsIn(cluster.platform)].filter((word) => word.startsWith('https://')),
      ...(queues.length === 0 ? [] : [`https://sqs.${region}.amazonaws.com/${account}`]),
    ]),
    secrets: new Set(['*', ...secretsOf(services)].map((each) => `${prefix}${each}`)),
  };
}

/** Those that the catalogue names, and the passwords of what its services keep data in. */
function secretsOf(services: readonly DeclaredService[]): string[] {
  const stores = ['database', 'cache'];
  return services.flatMap(({ secrets, needs }) => [
    ...secrets,
    ...needs.filter((each) => stores.includes(each)),
  ]);
}

/** Its roles, the operator that reads its secrets, and who vouches for its pods. */
function rolesAndCluster({ input, platform }: DeclaredCluster, roles: readonly string[]): string[] {
  const { account, region, name, identity } = input;
  const iam = (resource: string) => `arn:aws:iam::${account}:${resource}`;
  return [
    ...[...roles, `${name}-${platform.secrets.serviceAccount}`].map((role) => iam(`role/${role}`)),
    ...(identity?.oidcProvider === undefined ? [] : [iam(`oidc-provider/${identity.oidcProvider}`)]),
    `arn:aws:eks:${region}:${account}:cluster/${name}`,
  ];
}

/** Where one tenant's id begins another's, a name is of the one with the longer id. */
function ownedBy({ fleet, input, platform }: DeclaredCluster, { id, namespace }: DeclaredTenant): Words {
  const ids = fleet.map((tenant) => tenant.id).sort((one, other) => other.length - one.length);
  const names = (name: string) => {
    const bare = name.replace(`${platform.organisation.id}-t-`, 't-');
    return ids.find((each) => bare === `t-${each}` || bare.startsWith(`t-${each}-`)) === id;
  };
  const aliases = [`alias/${namespace}`, `alias/${namespace}/copies`];
  return {
    names,
    alias: (alias) => aliases.includes(alias),
    arns: (arn) => {
      const [, , , , account = '', ...resource] = arn.split(':');
      const text = resource.join(':');
      const named = text.match(/(?<![a-z0-9-])(?:[a-z0-9]+-)?t-[a-z0-9-]+/)?.[0];
      return (
        ['', input.account].includes(account) && !text.includes('*') && named !== undefined && names(named)
      );
    },
  };
}

/** Where its users, its services and its queues are. */
function addressesOf(
  { input: { region, account }, platform: { git } }: DeclaredCluster,
  { host, prefix, issuer, keys, namespace, services }: DeclaredTenant,
  queues: readonly string[],
): string[] {
  return [
    `https://${host}${prefix}`,
    issuer,
    keys,
    ...services.flatMap(({ name, port }) =>
      port === undefined ? [] : [`http://${name}.${namespace}.svc.cluster.local:${port}`],
    ),
    ...queues.map((queue) => `https://sqs.${region}.amazonaws.com/${account}/${queue}`),
    'https://kubernetes.default.svc',
    git.url,
  ];
}
