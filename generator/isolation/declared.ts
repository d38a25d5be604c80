// What people declared, read from the input files with nothing of the generator: who may ask whom for what, and where each
// tenant keeps its state. It is the other side of every comparison; it knows no rendered object.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { ClusterInput, PlatformInput, ServiceInput, TenantInput } from './inputs.ts';

export interface DeclaredCall {
  readonly caller: string;
  readonly methods: readonly string[];
  readonly paths: readonly string[];
}

export interface DeclaredService {
  readonly name: string;
  /** Of an http service; others listen to nobody. */
  readonly port: number | undefined;
  readonly callers: readonly DeclaredCall[];
  readonly exposed: ServiceInput['exposed'];
  readonly needs: readonly string[];
  readonly secrets: readonly string[];
  readonly queue: string | undefined;
  /** Ranges outside the cluster that it may open connections to. */
  readonly ranges: readonly { readonly cidr: string; readonly port: number }[];
  readonly externalHosts: readonly string[];
}

export interface DeclaredTenant {
  readonly id: string;
  readonly namespace: string;
  /** Whether the edge lets users in. */
  readonly isRunning: boolean;
  readonly services: readonly DeclaredService[];
  readonly issuer: string;
  readonly keys: string;
  readonly audiences: readonly string[];
  /** Its own host, or the shared one. */
  readonly host: string;
  /** '' where it has the whole host. */
  readonly prefix: string;
  readonly allowedSources: readonly string[];
  readonly subnets: readonly string[];
  readonly groups: readonly string[];
}

export interface DeclaredCluster {
  readonly input: ClusterInput;
  readonly platform: PlatformInput;
  readonly tenants: readonly DeclaredTenant[];
  /** Every tenant there is, here or elsewhere. */
  readonly fleet: readonly TenantInput[];
}

/** Inputs below the repository's root. */
export function readDeclared(root: string): DeclaredCluster[] {
  const read = <Shape>(path: string) => load(readFileSync(join(root, path), 'utf8')) as Shape;
  const all = <Shape>(folder: string) =>
    globSync(`${folder}/*.yaml`, { cwd: root })
      .sort()
      .map((path) => read<Shape>(path));
  const platform = read<PlatformInput>('platform/platform.yaml');
  const services = read<Readonly<Record<string, ServiceInput>>>('platform/services.yaml');
  const tenants = all<TenantInput>('tenants');
  const inputs = all<ClusterInput>('clusters');
  return inputs.map((input) => ({
    input,
    platform,
    fleet: tenants,
    tenants: tenants
      .filter(({ home, clusters = [home] }) => clusters.includes(input.name))
      .filter((tenant) => !['retained', 'purged'].includes(lifecycleOn(tenant, input.name)))
      .map((tenant) => declareTenant(tenant, input, inputs, platform, services)),
  }));
}

function lifecycleOn({ lifecycle = 'active', clusterOverrides }: TenantInput, cluster: string): string {
  return clusterOverrides?.[cluster]?.lifecycle ?? lifecycle;
}

function declareTenant(
  tenant: TenantInput,
  cluster: ClusterInput,
  clusters: readonly ClusterInput[],
  platform: PlatformInput,
  catalogue: Readonly<Record<string, ServiceInput>>,
): DeclaredTenant {
  const { id, routing = {} } = tenant;
  const isOwn = routing.mode === 'domain';
  return {
    id,
    namespace: `t-${id}`,
    isRunning: lifecycleOn(tenant, cluster.name) !== 'suspended',
    services: declareServices(tenant, cluster, clusters, catalogue),
    ...providerOf(tenant, platform),
    host: isOwn ? (routing.host ?? '') : (platform.domains.shared[cluster.environment] ?? ''),
    prefix: isOwn ? '' : `/${routing.prefix ?? id}`,
    allowedSources: routing.allowedSources ?? [],
    subnets: (tenant.clusterOverrides?.[cluster.name]?.subnets ?? []).map(({ cidr }) => cidr),
    groups: [...(tenant.access?.engineers ?? [`tenant-${id}-engineers`]), ...Object.values(platform.groups)],
  };
}

/** Issuer and keys of a tenant's tokens: its own provider's, or of its realm of the platform's. */
export function providerOf(
  { id, identity }: TenantInput,
  { identity: { realms, keysPath } }: PlatformInput,
): Pick<DeclaredTenant, 'issuer' | 'keys' | 'audiences'> {
  return {
    issuer: identity?.issuer ?? `${realms}/${id}`,
    keys: identity?.jwksUri ?? `${realms}/${id}${keysPath}`,
    audiences: identity?.audiences ?? [`tenantry-${id}`],
  };
}

function declareServices(
  tenant: TenantInput,
  cluster: ClusterInput,
  clusters: readonly ClusterInput[],
  catalogue: Readonly<Record<string, ServiceInput>>,
): DeclaredService[] {
  const overridesOf = (name: string) => ({
    ...tenant.services?.[name],
    ...tenant.clusterOverrides?.[cluster.name]?.services?.[name],
  });
  const isHome = cluster.name === tenant.home;
  // What writes by itself runs where the writer is; elsewhere a migration only looks.
  const isHere = ([name, { kind }]: [string, ServiceInput]) =>
    overridesOf(name).enabled !== false && (isHome || kind !== 'schedule');
  const here = Object.entries(catalogue)
    .filter(isHere)
    .map(([name, service]) => [name, isHome ? service : { ...service, ...service.check }] as const);
  const dataOf = (name: string) =>
    tenant.clusterOverrides?.[name]?.subnets?.map(({ cidr }) => cidr) ??
    cidrsOf(clusters.find((each) => each.name === name) ?? cluster, 'data');
  return here.map(([name, service]) => {
    const external = overridesOf(name).external ?? service.external ?? [];
    return {
      name,
      port: service.port,
      exposed: service.exposed,
      needs: service.needs ?? [],
      secrets: secretsOf(service),
      queue: service.queue?.name,
      externalHosts: external.map(({ host }) => host),
      callers: here.flatMap(([caller, { calls }]) => {
        const call = calls?.[name];
        return call === undefined ? [] : [{ caller, ...call }];
      }),
      ranges: [
        ...rangesOf(service, cluster, dataOf(cluster.name), dataOf(tenant.home)),
        ...external.flatMap(({ cidrs, port }) => cidrs.map((cidr) => ({ cidr, port }))),
      ],
    };
  });
}

/** What it names, and the password of what it needs. */
function secretsOf({ secrets = {}, needs = [] }: ServiceInput): string[] {
  const named = Object.values(secrets).map(({ secret }) => secret);
  return [...new Set([...named, ...(needs.includes('cache') ? ['cache'] : [])])];
}

/** Databases are here and, for writing, at home; caches are here. AWS is behind its endpoints, and so are credentials. */
function rangesOf(
  { needs = [] }: ServiceInput,
  cluster: ClusterInput,
  here: readonly string[],
  atHome: readonly string[],
): DeclaredService['ranges'] {
  const to = (cidrs: readonly string[], port: number) => [...new Set(cidrs)].map((cidr) => ({ cidr, port }));
  const usesAws = needs.some((need) => ['bucket', 'key', 'queue'].includes(need));
  const usesAgent = usesAws && (cluster.identity?.mode ?? 'pod-identity') === 'pod-identity';
  return [
    ...(needs.includes('database') ? to([...here, ...atHome], 3306) : []),
    ...(needs.includes('cache') ? to(here, 6379) : []),
    ...(usesAws ? to(cidrsOf(cluster, 'endpoint'), 443) : []),
    ...(usesAgent ? to(['169.254.170.23/32'], 80) : []),
  ];
}

export function cidrsOf({ network }: ClusterInput, role: string): string[] {
  return network.subnets.filter((subnet) => subnet.role === role).map(({ cidr }) => cidr);
}
