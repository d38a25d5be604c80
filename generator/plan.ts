// The first half of every run: inputs → targets, or everything that is wrong with them. Reads the disk, writes nothing.
import { join, relative, resolve as resolvePath, sep } from 'node:path';
import { readCommitted, readRenderedAt, readTombstonesAt } from './load/history.ts';
import { load } from './load/load.ts';
import { Memory } from './load/memory.ts';
import { readRendered } from './load/rendered.ts';
import { Revision } from './load/revision.ts';
import { compareDiagnostics, type Diagnostic, isClean } from './model/diagnostic.ts';
import type { Fleet, Past } from './model/fleet.ts';
import { placementOf } from './model/placement.ts';
import type { Source } from './model/source.ts';
import type { ClusterTarget, TenantTarget } from './model/target.ts';
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
   * nor two steps further, and what is dangerous needs an approval. Throws `UnknownRevision`.
   */
  readonly base?: string;
  /** Tenants and tombstones to be judged among the others that are no files yet, or instead of the files of the same name. */
  readonly drafts?: readonly Source[];
  /** Only these tenants. Empty or absent: all, and the clusters themselves. */
  readonly tenants?: readonly string[];
  /** Only these clusters. Empty or absent: all. */
  readonly clusters?: readonly string[];
  /** The day in UTC that approvals and retentions are held against, `2026-11-24`. Default: by the clock. */
  readonly today?: string;
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

/** A plan that can be rendered. */
export type Sound = Plan & { readonly fleet: Fleet };

export function isSound(plan: Plan): plan is Sound {
  return plan.fleet !== undefined && isClean(plan.diagnostics);
}

/** load → validate → resolve, and the rules. */
export async function plan(request: Request): Promise<Plan> {
  const isSelected = selector(request);
  const memory = new Memory(request.root);
  const { inputs: files, diagnostics: loadDiagnostics } = load(request.root, memory);
  const drafts = Map.groupBy(request.drafts ?? [], ({ file }) => file.startsWith('tenants/'));
  const inputs = {
    ...files,
    tenants: withDrafts(files.tenants, drafts.get(true) ?? []),
    purged: withDrafts(files.purged, drafts.get(false) ?? []),
  };
  const { fleet, diagnostics: shapeDiagnostics } = validate(
    inputs,
    pastOf(request),
    loadDiagnostics,
    (source) => memory.vouchesFor(source),
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

function withDrafts(tenants: readonly Source[], drafts: readonly Source[]): Source[] {
  const drafted = new Set(drafts.map(({ file }) => file));
  return [...tenants.filter(({ file }) => !drafted.has(file)), ...drafts];
}

export function sourcesOf(fleet: Fleet): Source<unknown>[] {
  const { platform, tiers, services, domains, engines, components, recovery, requirements, controls } = fleet;
  const { states, frameworks, approvals, purged, releases, clusters, tenants } = fleet;
  const folders = [states, frameworks, approvals, purged, releases, clusters, tenants].flatMap(
    (folder) => [...folder.values()] as Source<unknown>[],
  );
  const files = [platform, tiers, services, domains, engines, components, recovery, requirements, controls];
  return [...files, ...folders];
}

/**
 * Where the base and the disk both know a target, the base says what was merged last. All clusters of a tenant, also in
 * a run that is narrowed to one: what a tenant lost elsewhere is lost all the same.
 */
function pastOf(request: Request): Past {
  const onDisk = readRendered(treeOf(request), isNarrowed(request.tenants) ? request.tenants : undefined);
  const today = todayOf(request);
  if (request.base === undefined) {
    const isOwn = treeOf(request) === treeOf({ root: request.root });
    return { today, ...(isOwn ? readCommitted(request.root, onDisk) : { rendered: onDisk, tombstones: [] }) };
  }
  const base = Revision.named(request.root, request.base);
  const merged = readRenderedAt(base, treeName(request));
  const known = new Set(merged.map(({ cluster, tenant }) => `${cluster}/${tenant}`));
  const rendered = [
    ...merged.filter(({ tenant }) => isWanted(request, tenant)),
    ...onDisk.filter(({ cluster, tenant }) => !known.has(`${cluster}/${tenant}`)),
  ];
  return { today, rendered, tombstones: readTombstonesAt(base) };
}

export function todayOf({ today }: Request): string {
  return today ?? new Date().toISOString().slice(0, 10);
}

/** Absolute path of the tree. */
export function treeOf({ root, out }: Pick<Request, 'root' | 'out'>): string {
  return out === undefined ? join(root, 'rendered') : resolvePath(out);
}

/** The tree relative to the repository, with `/`. */
export function treeName(request: Pick<Request, 'root' | 'out'>): string {
  return relative(request.root, treeOf(request)).replaceAll(sep, '/') || '.';
}

/** Whether the run looks at part of the fleet only: it cannot say what is gone from the rest. */
export function isPartial({ tenants, clusters }: Request): boolean {
  return isNarrowed(tenants) || isNarrowed(clusters);
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
