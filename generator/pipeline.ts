// The six verbs in their order. The only place that knows the order; it does none of the work.
import { join, relative, resolve as resolvePath, sep } from 'node:path';
import { readRenderedAt } from './load/history.ts';
import { load } from './load/load.ts';
import { Memory } from './load/memory.ts';
import { readRendered } from './load/rendered.ts';
import { compareDiagnostics, type Diagnostic, isClean } from './model/diagnostic.ts';
import type { Fleet, RenderedTarget } from './model/fleet.ts';
import { placementOf } from './model/placement.ts';
import type { Source } from './model/source.ts';
import type { ClusterTarget, TenantTarget } from './model/target.ts';
import type { Unit } from './model/tree.ts';
import type { Change, Reconciliation } from './reconcile/change.ts';
import type { TreeOptions } from './reconcile/options.ts';
import { resolveCluster, resolveTenant } from './resolve/resolve.ts';
import { checkFleet, checkTarget, loadRules } from './validate/rules.ts';
import { validate } from './validate/validate.ts';

/** Where to read and write, and how much of it. */
export interface Request {
  /** Absolute path of the repository: `tenants/`, `clusters/` and `platform/` lie in it. */
  readonly root: string;
  /** Absolute path of the tree. Default: `<root>/rendered`. */
  readonly out?: string;
  /**
   * A git revision to hold the change against, beside the tree on disk: a tenant that stood there may not be gone,
   * nor two steps further. Throws `UnknownRevision`.
   */
  readonly base?: string;
  /** Tenants to be judged among the others that are no files yet. */
  readonly drafts?: readonly Source[];
  /** Only these tenants. Empty or absent: all, and the clusters themselves. */
  readonly tenants?: readonly string[];
  /** Only these clusters. Empty or absent: all. */
  readonly clusters?: readonly string[];
}

/** Valid inputs, ready to be composed; or what is wrong with them. */
export interface Plan {
  /** Undefined when an input that everything needs is missing or misshapen. */
  readonly fleet: Fleet | undefined;
  readonly clusters: readonly ClusterTarget[];
  readonly tenants: readonly TenantTarget[];
  /** Sorted by place. With an error among them nothing may be rendered. */
  readonly diagnostics: readonly Diagnostic[];
}

/** load → validate → resolve, and the rules. Reads the disk, writes nothing. */
export async function plan(request: Request): Promise<Plan> {
  const isSelected = selector(request);
  const memory = new Memory(request.root);
  const { inputs: files, diagnostics: loadDiagnostics } = load(request.root, memory);
  const inputs = { ...files, tenants: [...files.tenants, ...(request.drafts ?? [])] };
  const rendered = renderedBefore(request);
  const { fleet, diagnostics: shapeDiagnostics } = validate(inputs, rendered, loadDiagnostics, (source) =>
    memory.vouchesFor(source),
  );
  const diagnostics = [...loadDiagnostics, ...shapeDiagnostics];
  if (fleet === undefined) return { fleet, clusters: [], tenants: [], diagnostics: sort(diagnostics) };
  memory.keep(sourcesOf(fleet));

  const clusters = isNarrowed(request.tenants)
    ? []
    : [...fleet.clusters]
        .filter(([name]) => isSelected(name))
        .map(([, source]) => resolveCluster(fleet, source));
  const tenants = [...fleet.tenants.values()].flatMap((source) =>
    placementOf(source.value)
      .filter((cluster) => isSelected(cluster, source.value.id))
      .flatMap((cluster) => resolveTenant(fleet, source, cluster) ?? []),
  );
  const rules = await loadRules();
  diagnostics.push(...checkFleet(rules, fleet, (tenant) => isWanted(request, tenant)));
  for (const target of tenants) diagnostics.push(...checkTarget(rules, target, fleet));
  return { fleet, clusters, tenants, diagnostics: sort(diagnostics) };
}

function sourcesOf(fleet: Fleet): Source<unknown>[] {
  const { platform, tiers, services, domains, releases, clusters, tenants } = fleet;
  const folders = [releases, clusters, tenants].flatMap(
    (folder) => [...folder.values()] as Source<unknown>[],
  );
  return [platform, tiers, services, domains, ...folders];
}

/** compose → emit, lazily: one unit is in memory at a time. */
export async function unitsOf(plan: Pick<Plan, 'clusters' | 'tenants'>): Promise<Iterable<Unit>> {
  const [{ loadConcerns }, { clusterUnit }, { composeTenants }] = await Promise.all([
    import('./compose/concerns.ts'),
    import('./units/units.ts'),
    import('./units/share.ts'),
  ]);
  const concerns = await loadConcerns(
    plan.clusters.length > 0 ? ['cluster', 'tenant', 'service'] : ['tenant', 'service'],
  );
  return (function* units() {
    for (const target of plan.clusters) yield clusterUnit(target, concerns);
    yield* composeTenants(plan.tenants, concerns);
  })();
}

export interface Outcome extends Reconciliation {
  readonly plan: Plan;
}

/** Calls while a run goes on. */
export interface Watch {
  readonly onPlan?: (plan: Plan) => void;
  readonly onUnit?: (unit: Unit) => void;
  readonly onWait?: () => void;
}

/** Everything, to the disk. Inputs with an error change nothing. */
export async function render(request: Request, watch: Watch = {}): Promise<Outcome> {
  const [{ reconcile }, { withLock }] = await Promise.all([
    import('./reconcile/reconcile.ts'),
    import('./reconcile/lock.ts'),
  ]);
  const root = treeOf(request);
  const onWait = watch.onWait ?? (() => undefined);
  // The inputs are read under the lock: a run that waited must not bring back what it read before it waited.
  return withLock({ root, onWait }, () => run(request, watch, (units, options) => reconcile(units, options)));
}

/** Everything but the writing. `onDifference` hears of each file that differs, with both texts. */
export async function check(
  request: Request,
  watch: Watch & {
    readonly onDifference?: (change: Change, before: string | undefined, after: string | undefined) => void;
  } = {},
): Promise<Outcome> {
  const { compare } = await import('./reconcile/compare.ts');
  const { onDifference } = watch;
  return run(request, watch, (units, options) =>
    compare(units, { ...options, ...(onDifference && { onDifference }) }),
  );
}

async function run(
  request: Request,
  { onPlan, onUnit }: Watch,
  finish: (units: Iterable<Unit>, options: TreeOptions) => Reconciliation,
): Promise<Outcome> {
  const planned = await plan(request);
  onPlan?.(planned);
  if (!isClean(planned.diagnostics)) {
    return { plan: planned, changes: [], unchanged: 0, diagnostics: planned.diagnostics };
  }
  const root = treeOf(request);
  const done = finish(await unitsOf(planned), {
    root,
    label: relative(request.root, root) || '.',
    sweep: !isNarrowed(request.tenants) && !isNarrowed(request.clusters),
    ...(onUnit && { onUnit }),
  });
  return { plan: planned, ...done, diagnostics: sort([...planned.diagnostics, ...done.diagnostics]) };
}

/**
 * Where the base and the disk both know a target, the base says what was merged last. All clusters of a tenant, also in
 * a run that is narrowed to one: what a tenant lost elsewhere is lost all the same.
 */
function renderedBefore(request: Request): RenderedTarget[] {
  const onDisk = readRendered(treeOf(request), isNarrowed(request.tenants) ? request.tenants : undefined);
  if (request.base === undefined) return onDisk;
  const tree = relative(request.root, treeOf(request)).replaceAll(sep, '/');
  const merged = readRenderedAt(request.root, tree, request.base);
  const known = new Set(merged.map(({ cluster, tenant }) => `${cluster}/${tenant}`));
  return [
    ...merged.filter(({ tenant }) => isWanted(request, tenant)),
    ...onDisk.filter(({ cluster, tenant }) => !known.has(`${cluster}/${tenant}`)),
  ];
}

function treeOf({ root, out }: Request): string {
  return out === undefined ? join(root, 'rendered') : resolvePath(out);
}

function isNarrowed(names: readonly string[] | undefined): boolean {
  return names !== undefined && names.length > 0;
}

/** Whether a run touches the tenant at all. */
function isWanted({ tenants }: Request, tenant: string): boolean {
  return !isNarrowed(tenants) || tenants?.includes(tenant) === true;
}

type Select = (cluster: string, tenant?: string) => boolean;

function selector(request: Request): Select {
  const { clusters } = request;
  return (cluster, tenant) =>
    (!isNarrowed(clusters) || clusters?.includes(cluster) === true) &&
    (tenant === undefined || isWanted(request, tenant));
}

function sort(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(compareDiagnostics);
}
