// The requests and tokens that tell two sets of policies apart: every path, method and tenant that anybody mentions, with
// what lies just beside it. Judges nothing.
import type { AuthorizationPolicy, Operation, Request } from './authorization.ts';
import { type DeclaredCluster, type DeclaredTenant, providerOf } from './declared.ts';
import type { TenantInput } from './inputs.ts';
import type { Token } from './tokens.ts';
import type { Pod } from './workloads.ts';

/** `unfit`: of the tenant's own provider, but for somebody else; `foreign`: of anybody else. */
export interface TokenProbe {
  readonly name: string;
  readonly kind: 'none' | 'own' | 'unfit' | 'foreign';
  readonly token: Token | undefined;
}

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'];
const strangePaths = ['/', '/unheard-of', '/internal', '/metrics'];

export function probesOf(
  tenant: DeclaredTenant | undefined,
  pod: Pod,
  port: number,
  about: readonly AuthorizationPolicy[],
): Request[] {
  const operations = about
    .flatMap(({ object: { spec } }) => spec?.rules ?? [])
    .flatMap(({ to = [] }) => to.map(({ operation = {} }): Operation => operation));
  const service = tenant?.services.find(({ name }) => `${tenant.namespace}/${name}` === pod.name);
  const isItsPort = service?.port === port;
  const written = operations.flatMap(({ paths = [], notPaths = [] }) => [...paths, ...notPaths]);
  const declared = isItsPort
    ? [
        ...service.callers.flatMap(({ paths }) => paths),
        ...[service.exposed ?? []]
          .flat()
          .flatMap((each) => [each, ...(each.public ?? [])].map(({ path }) => path)),
      ]
    : [];
  const paths = [...written, ...declared].map(withoutStar).flatMap(around);
  const host = `${pod.name.slice(pod.namespace.length + 1)}.${pod.namespace}.svc.cluster.local`;
  const verbs = operations.flatMap(({ methods = [], notMethods = [] }) => [...methods, ...notMethods]);
  return [...new Set([...strangePaths, ...paths])].flatMap((path) =>
    [...new Set([...methods, ...verbs.filter((each) => !each.includes('*'))])].map((method) => ({
      method,
      path,
      port,
      host,
    })),
  );
}

function withoutStar(pattern: string): string {
  const path = pattern.replaceAll(/\{\*\*?\}/g, 'any').replaceAll('*', '');
  return path.startsWith('/') ? path : `/any${path}`;
}

/** The path, its parent, a child, and those that only begin or end like it. */
function around(path: string): string[] {
  const bare = path.replace(/\/$/, '');
  const beside =
    bare === '' ? [] : [bare, `${bare}-twin`, `/twin${bare}`, `${bare.slice(0, bare.lastIndexOf('/'))}/`];
  return [`${bare}/`, `${bare}/below`, ...beside];
}

export function tokensFor(cluster: DeclaredCluster, tenant: DeclaredTenant): TokenProbe[] {
  const { claim } = cluster.platform.identity;
  const others = cluster.fleet.filter(({ id }) => id !== tenant.id);
  const own = tokenOf(tenant, tenant.id);
  return [
    { name: 'no token', kind: 'none', token: undefined },
    { name: 'its own token', kind: 'own', token: own },
    { name: 'a token without a claim', kind: 'unfit', token: { ...own, claims: {} } },
    { name: `a token for ${tenant.id}-twin`, kind: 'unfit', token: tokenOf(tenant, `${tenant.id}-twin`) },
    { name: 'a token for another audience', kind: 'unfit', token: { ...own, audiences: ['other'] } },
    {
      name: 'a token of an unknown issuer',
      kind: 'foreign',
      token: { ...own, issuer: 'https://other.example' },
    },
    {
      name: 'a token whose issuer only begins alike',
      kind: 'foreign',
      token: { ...own, issuer: `${own.issuer}-twin`, keys: `${own.issuer}-twin` },
    },
    {
      name: 'a token signed by nobody known',
      kind: 'foreign',
      token: { ...own, keys: 'https://other.example' },
    },
    ...others.map(({ id }) => ({
      name: `a token for ${id}`,
      kind: 'unfit' as const,
      token: tokenOf(tenant, id),
    })),
    ...others.flatMap((other) => foreign(cluster, tenant, other)),
  ];

  function tokenOf({ issuer, keys, audiences }: Omit<Token, 'name' | 'claims'>, id: string): Token {
    return { name: '', issuer, keys, audiences, claims: { [claim]: id } };
  }
}

/** What another tenant's people hold, and what its provider could sign for them. */
function foreign({ platform }: DeclaredCluster, tenant: DeclaredTenant, other: TenantInput): TokenProbe[] {
  const { claim } = platform.identity;
  const theirs = { ...providerOf(other, platform), name: '', claims: { [claim]: other.id } };
  const kind = 'foreign';
  return [
    { name: `a token of ${other.id}`, kind, token: theirs },
    {
      name: `a token that ${other.id} made for ${tenant.id}`,
      kind,
      token: { ...theirs, audiences: tenant.audiences, claims: { [claim]: tenant.id } },
    },
    {
      name: `a token of ${tenant.id} that ${other.id} signed`,
      kind,
      token: {
        ...theirs,
        issuer: tenant.issuer,
        audiences: tenant.audiences,
        claims: { [claim]: tenant.id },
      },
    },
  ];
}
