// Chooses what a run is held against: what was committed last, a revision that was named, or the inputs as they are. Judges
// nothing.
import { type Base, diskBase, memoryBase, revisionBase } from '../load/base.ts';
import { Revision, UnknownRevision } from '../load/revision.ts';
import type { Unit } from '../model/tree.ts';
import {
  isPartial,
  type Plan,
  type Request,
  type Sound,
  sourcesOf,
  todayOf,
  treeName,
  treeOf,
} from '../plan.ts';
import { Review } from './review.ts';

/**
 * Against the tree that was committed last. `undefined` when none was, or when another is written: then nothing that a
 * cluster follows can be lost.
 */
export function reviewCommitted(request: Request, plan: Sound): Review | undefined {
  if (treeOf(request) !== treeOf({ root: request.root })) return undefined;
  const head = Revision.head(request.root);
  try {
    const tree = revisionBase(head, treeName(request), scopeOf(request, plan));
    const isKnown = tree.paths.size > 0 || (isPartial(request) && head.has(treeName(request)));
    return isKnown ? open(request, plan, tree, () => inputsOf(head)) : undefined;
  } catch (error) {
    if (error instanceof UnknownRevision) return undefined;
    throw error;
  }
}

/** As `check --base` or as `render` sees it; where nothing was committed, against the tree on disk. */
export function reviewAny(request: Request, plan: Sound): Review {
  if (request.base !== undefined) return reviewSince(request, plan, request.base);
  const onDisk = () => open(request, plan, diskBase(treeOf(request), scopeOf(request, plan)), undefined);
  return reviewCommitted(request, plan) ?? onDisk();
}

/** Throws `UnknownRevision`. */
export function reviewSince(request: Request, plan: Sound, revision: string): Review {
  const base = Revision.named(request.root, revision);
  const tree = revisionBase(base, treeName(request), scopeOf(request, plan));
  return open(request, plan, tree, () => inputsOf(base));
}

/** What other inputs make, all of it in memory. */
export interface Other {
  readonly plan: Sound;
  readonly units: readonly Unit[];
  /** How a sentence calls it: `the inputs as they are`. */
  readonly label: string;
}

export function reviewOther(request: Request, plan: Sound, other: Other): Review {
  const files = new Map(other.units.flatMap((unit) => [...unit.files]));
  const texts = new Map(sourcesOf(other.plan.fleet).map(({ file, text }) => [file, text]));
  return open(request, plan, memoryBase(other.label, files), () => memoryBase(other.label, texts));
}

function inputsOf(revision: Revision): Base {
  return revisionBase(revision, '', ['tenants', 'clusters', 'platform']);
}

function open(request: Request, plan: Sound, tree: Base, inputs: (() => Base) | undefined): Review {
  const { fleet, tenants: targets, clusters } = plan;
  const isMerge = request.base !== undefined;
  return new Review({
    fleet,
    sources: sourcesOf(fleet),
    targets,
    hasClusters: clusters.length > 0,
    tree,
    inputs,
    isMerge,
    isPartial: isPartial(request),
    today: todayOf(request),
  });
}

/** What a narrowed run looks at; everything when it is not narrowed. */
function scopeOf(request: Request, { clusters, tenants }: Plan): string[] {
  if (!isPartial(request)) return [];
  const own = tenants.flatMap(({ cluster, tenant }) => [
    `${cluster.name}/tenants/${tenant.id}`,
    `${cluster.name}/argocd/projects/${tenant.id}.yaml`,
    `${cluster.name}/schedules/${tenant.id}.yaml`,
  ]);
  const whole = clusters.map(({ cluster }) => cluster.name);
  return [...whole, ...own];
}
