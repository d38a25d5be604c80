// A service of the catalogue as one tenant has it on one cluster.
import type { Fleet, TierName } from '../model/fleet.ts';
import type { Cluster, Release, Service, Tenant } from '../model/generated/inputs.ts';
import type { Path, Source } from '../model/source.ts';
import type { Need, ResolvedService } from '../model/target.ts';
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
 * Schedules and migrations write, so they run where the database writer is and nowhere else.
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

function runsHere({ fleet, tenant, cluster }: ServiceContext, name: string): boolean {
  const kind = fleet.services.value[name]?.kind;
  return (kind !== 'schedule' && kind !== 'migration') || tenant.value.home === cluster.value.name;
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
  const core = {
    name,
    description: fact('description'),
    runtime: fact('runtime'),
    image: resolveImage(context, name),
    command: fact('command') ?? [],
    user: fact('user'),
    writable: fact('writable') ?? [],
    resources: resolveResources(context, name),
    calls: resolveCalls(context, name, enabled),
    needs: ([...(fact('needs') ?? [])] as Need[]).sort(),
    env: fact('env') ?? {},
  };
  const kind = fact('kind');
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
  const exposed = fact('exposed') as string | undefined;
  return { ...running, kind, metricsPort, port: fact('port'), scale: fact('scale'), exposed };
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

/** Callees that the tenant has, sorted. */
function resolveCalls(
  { fleet, trace }: ServiceContext,
  name: string,
  enabled: ReadonlySet<string>,
): readonly string[] {
  const derive = (calls: readonly string[]) => calls.filter((callee) => enabled.has(callee)).sort();
  const path = [name, 'calls'];
  const calls = pick(trace, `services.${name}.calls`, [{ source: fleet.services, path, derive }]);
  return (calls as readonly string[] | undefined) ?? [];
}
