// A service of the catalogue as one tenant has it on one cluster.
import type { Fleet, TierName } from '../model/fleet.ts';
import type {
  CallScope,
  Cluster,
  Exposure,
  External,
  Release,
  Service,
  Tenant,
} from '../model/generated/inputs.ts';
import { cacheSecret } from '../model/names.ts';
import type { Path, Source } from '../model/source.ts';
import { databaseUserFor } from '../model/sql-rights.ts';
import type { Call, HttpService, Need, ResolvedService, SecretVariable } from '../model/target.ts';
import { compareText } from '../model/text-order.ts';
import { type Candidate, pick, type Trace } from './settings.ts';

export interface ServiceContext {
  readonly fleet: Fleet;
  readonly tenant: Source<Tenant>;
  readonly cluster: Source<Cluster>;
  readonly release: Source<Release>;
  readonly tier: TierName;
  readonly trace: Trace;
}

/**
 * Every service that runs on the cluster, sorted by name; calls to services the tenant does not have are gone.
 * Schedules write by themselves, so they run where the database writer is and nowhere else.
 */
export function resolveServices(context: ServiceContext): ResolvedService[] {
  const names = Object.keys(context.fleet.services.value)
    .filter((name) => isEnabled(context, name) && runsHere(context, name))
    .sort();
  const enabled = new Set(names);
  return names.map((name) => resolveService(context, name, enabled));
}

function isEnabled(context: ServiceContext, name: string): boolean {
  return pick(context.trace, `services.${name}.enabled`, overrides(context, name, ['enabled'])) !== false;
}

function runsHere(context: ServiceContext, name: string): boolean {
  return context.fleet.services.value[name]?.kind !== 'schedule' || isAtHome(context);
}

function isAtHome({ tenant, cluster }: ServiceContext): boolean {
  return tenant.value.home === cluster.value.name;
}

/** 1. the tenant's override for this cluster, 2. the tenant. */
function overrides({ tenant, cluster }: ServiceContext, name: string, path: Path): Candidate[] {
  return [
    { source: tenant, path: ['clusterOverrides', cluster.value.name, 'services', name, ...path] },
    { source: tenant, path: ['services', name, ...path] },
  ];
}

function resolveService(
  context: ServiceContext,
  name: string,
  enabled: ReadonlySet<string>,
): ResolvedService {
  const { fleet, cluster, tier, trace } = context;
  const fact = <Key extends keyof Service>(key: Key) =>
    pick(trace, `services.${name}.${key}`, [{ source: fleet.services, path: [name, key] }]) as NonNullable<
      Service[Key]
    >;
  const bound = (key: 'min' | 'max') =>
    pick(trace, `services.${name}.replicas.${key}`, [
      ...overrides(context, name, ['replicas', key]),
      { source: cluster, path: ['tenantDefaults', 'replicas', key] },
      { source: fleet.services, path: [name, 'replicas', tier, key] },
    ]) as number;
  const kind = fact('kind');
  const core = {
    name,
    description: fact('description'),
    runtime: fact('runtime'),
    image: resolveImage(context, name),
    ...resolveWork(context, name),
    user: fact('user'),
    writable: fact('writable') ?? [],
    resources: resolveResources(context, name),
    calls: resolveCalls(context, name, enabled),
    external: resolveExternal(context, name),
    env: fact('env') ?? {},
  };
  if (kind === 'schedule') return { ...core, kind, schedule: fact('schedule') };
  if (kind === 'migration') return { ...core, kind, deadlineSeconds: fact('deadlineSeconds') };
  const metricsPort = fact('metricsPort');
  const running = {
    ...core,
    probes: fact('probes'),
    stopSeconds: fact('stopSeconds'),
    replicas: { min: bound('min'), max: bound('max') },
  };
  if (kind === 'worker') return { ...running, kind, metricsPort, queue: fact('queue') };
  const [port, scale, timeoutSeconds] = [fact('port'), fact('scale'), fact('timeoutSeconds')];
  const exposed = exposureOf(fact('exposed') as Exposure | undefined);
  return { ...running, kind, metricsPort, port, scale, timeoutSeconds, exposed };
}

/** Nothing is open to everybody that does not say so. */
function exposureOf(written: Exposure | undefined): HttpService['exposed'] {
  return written && { public: [], ...written };
}

/**
 * What it runs, and with what: elsewhere than at home a migration's check. Secrets by variable: the catalogue's, and those
 * without which a need is of no use.
 */
function resolveWork(
  context: ServiceContext,
  name: string,
): Pick<ResolvedService, 'command' | 'needs' | 'secrets'> {
  const source = context.fleet.services;
  const take = (key: string, ...paths: Path[]) =>
    pick(
      context.trace,
      `services.${name}.${key}`,
      paths.map((path) => ({ source, path })),
    );
  const written = (key: 'command' | 'needs') =>
    isAtHome(context) ? take(key, [name, key]) : take(key, [name, 'check', key], [name, key]);
  const command = (written('command') as readonly string[] | undefined) ?? [];
  const needs = (written('needs') as readonly Need[] | undefined) ?? [];
  const secrets = (take('secrets', [name, 'secrets']) as Service['secrets']) ?? {};
  const own = Object.entries(secrets).map(([env, ref]) => ({ env, ...ref }));
  const implied = [
    ...(needs.includes('cache') ? [cacheSecret] : []),
    ...databaseSecrets(context, name, needs),
  ];
  return {
    command,
    needs: [...needs].sort(),
    secrets: [...own, ...implied].sort((a, b) => compareText(a.env, b.env)),
  };
}

/** Who signs in to the database, signs in with the password of a user of its own kind. */
function databaseSecrets(
  context: ServiceContext,
  name: string,
  needs: readonly Need[],
): readonly SecretVariable[] {
  const kind = context.fleet.services.value[name]?.kind;
  if (kind === undefined || !needs.includes('database')) return [];
  const user = databaseUserFor(kind, isAtHome(context));
  const own = { env: 'DB_PASSWORD', secret: 'database', property: user };
  const ledger = { env: 'DB_LEDGER_PASSWORD', secret: 'database', property: 'ledger' };
  return user === 'migration' ? [own, ledger] : [own];
}

/** Registry, repository, tag and digest. */
function resolveImage({ fleet, release, trace }: ServiceContext, name: string): string {
  const part = (key: string, source: Source<unknown>, path: Path) =>
    pick(trace, `services.${name}.image.${key}`, [{ source, path }]) as string;
  const registry = part('registry', fleet.platform, ['images', 'registry']);
  const repository = part('repository', fleet.services, [name, 'image', 'repository']);
  const tag = part('tag', release, [name, 'tag']);
  return `${registry}/${repository}:${tag}@${part('digest', release, [name, 'digest'])}`;
}

function resolveResources(context: ServiceContext, name: string): { cpu: string; memory: string } {
  const { fleet, tier, trace } = context;
  const take = (key: 'cpu' | 'memory') =>
    pick(trace, `services.${name}.resources.${key}`, [
      ...overrides(context, name, ['resources', key]),
      { source: fleet.services, path: [name, 'resources', tier, key] },
    ]) as string;
  return { cpu: take('cpu'), memory: take('memory') };
}

/** Callees that the tenant has, by name. */
function resolveCalls(
  { fleet, trace }: ServiceContext,
  name: string,
  enabled: ReadonlySet<string>,
): readonly Call[] {
  const derive = (calls: Readonly<Record<string, CallScope>>) =>
    Object.entries(calls)
      .filter(([service]) => enabled.has(service))
      .map(([service, scope]) => ({ service, port: fleet.services.value[service]?.port, ...scope }))
      .sort((a, b) => compareText(a.service, b.service));
  const path = [name, 'calls'];
  const calls = pick(trace, `services.${name}.calls`, [{ source: fleet.services, path, derive }]);
  return (calls as readonly Call[] | undefined) ?? [];
}

/** The tenant's own list stands instead of the catalogue's: its carrier is another one. */
function resolveExternal(context: ServiceContext, name: string): readonly External[] {
  const external = pick(context.trace, `services.${name}.external`, [
    ...overrides(context, name, ['external']),
    { source: context.fleet.services, path: [name, 'external'] },
  ]);
  return [...((external as readonly External[] | undefined) ?? [])].sort((a, b) =>
    compareText(a.host, b.host),
  );
}
