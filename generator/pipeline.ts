// The six verbs in their order. The only place that knows the order; it does none of the work.
import { compareDiagnostics, type Diagnostic } from './model/diagnostic.ts';
import type { Unit } from './model/tree.ts';
import { isPartial, isSound, type Plan, plan, type Request, type Sound, treeName, treeOf } from './plan.ts';
import type { FileChange, Reconciliation } from './reconcile/change.ts';
import type { TreeOptions } from './reconcile/options.ts';
import type { Review } from './review/review.ts';

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
  /** What the run was held against, if anything. */
  readonly review: Review | undefined;
}

/** Calls while a run goes on. */
export interface Watch {
  readonly onPlan?: (plan: Plan) => void;
  readonly onUnit?: (unit: Unit) => void;
  readonly onWait?: () => void;
}

/**
 * Everything, to the disk. Inputs with an error change nothing, and neither does a dangerous change without its approval:
 * the new tree is held against what was committed last.
 */
export async function render(request: Request, watch: Watch = {}): Promise<Outcome> {
  const [{ reconcile }, { withLock }, { reviewCommitted }] = await Promise.all([
    import('./reconcile/reconcile.ts'),
    import('./reconcile/lock.ts'),
    import('./review/open.ts'),
  ]);
  const onWait = watch.onWait ?? (() => undefined);
  const reviewOf = (plan: Sound) => reviewCommitted(request, plan);
  // The inputs are read under the lock: a run that waited must not bring back what it read before it waited.
  return withLock({ root: treeOf(request), onWait }, () =>
    run(request, watch, reviewOf, (units, options, review) =>
      reconcile(units, { ...options, ...(review && { refuse: () => review.refuse() }) }),
    ),
  );
}

/** Everything but the writing. `onDifference` hears of each file that differs, with both texts. */
export async function check(
  request: Request,
  watch: Watch & {
    readonly onDifference?: (
      change: FileChange,
      before: string | undefined,
      after: string | undefined,
    ) => void;
  } = {},
): Promise<Outcome> {
  const [{ compare }, { reviewSince }] = await Promise.all([
    import('./reconcile/compare.ts'),
    import('./review/open.ts'),
  ]);
  const { onDifference } = watch;
  const { base } = request;
  const reviewOf = (plan: Sound) => (base === undefined ? undefined : reviewSince(request, plan, base));
  return run(request, watch, reviewOf, (units, options, review) => {
    const found = compare(units, { ...options, ...(onDifference && { onDifference }) });
    return { ...found, diagnostics: [...found.diagnostics, ...(review?.refuse() ?? [])] };
  });
}

export interface Preview {
  readonly plan: Plan;
  /** `undefined` when the inputs have an error. */
  readonly review: Review | undefined;
}

/** What a change does, with nothing written: the inputs as they are against a revision, or against what was committed last. */
export async function preview(request: Request, watch: Watch = {}): Promise<Preview> {
  const { reviewAny } = await import('./review/open.ts');
  const { plan, review } = await run(request, watch, (plan) => reviewAny(request, plan), exhaust);
  return { plan, review };
}

/** What the inputs of one request make, against what those of another make: with an edit and without it. */
export async function previewAgainst(request: Request, other: Request, label: string): Promise<Preview> {
  const { reviewOther } = await import('./review/open.ts');
  const before = await plan(other);
  if (!isSound(before)) return { plan: before, review: undefined };
  const units = [...(await unitsOf(before))];
  return run(request, {}, (plan) => reviewOther(request, plan, { plan: before, units, label }), exhaust);
}

/** Makes every unit and does nothing with it. */
const exhaust: Finish = (units) => {
  for (const _ of units);
  return { changes: [], unchanged: 0, diagnostics: [] };
};

type Finish = (units: Iterable<Unit>, options: TreeOptions, review: Review | undefined) => Reconciliation;

async function run(
  request: Request,
  { onPlan, onUnit }: Watch,
  reviewOf: (plan: Sound) => Review | undefined,
  finish: Finish,
): Promise<Outcome> {
  const planned = await plan(request);
  onPlan?.(planned);
  if (!isSound(planned)) {
    const { diagnostics } = planned;
    return { plan: planned, review: undefined, changes: [], unchanged: 0, diagnostics };
  }
  const review = reviewOf(planned);
  const made = await unitsOf(planned);
  const units = review === undefined ? made : await review.watch(made);
  const options = {
    root: treeOf(request),
    label: treeName(request),
    sweep: !isPartial(request),
    ...(onUnit && { onUnit }),
  };
  const done = finish(units, options, review);
  return { plan: planned, review, ...done, diagnostics: sort([...planned.diagnostics, ...done.diagnostics]) };
}

function sort(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(compareDiagnostics);
}
