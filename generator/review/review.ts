// Watches a run's units pass by and holds them against what was there before. Decides what has to be loaded for it, because
// most runs change little; what a change means is the judgement's.
import type { Group } from '../changes/group.ts';
import { isBlocking } from '../changes/lane.ts';
import type { Concerns } from '../compose/concerns.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Unit } from '../model/tree.ts';
import { Comparison } from './comparison.ts';
import type { Judgement } from './judgement.ts';
import type { ReviewOptions } from './options.ts';
import type { Report } from './report.ts';

export class Review {
  readonly #options: ReviewOptions;
  readonly #comparison: Comparison;
  #groups: readonly Group[] | undefined;
  /** Loaded before it is asked: the answer may not have to wait. */
  #judge: ((groups: readonly Group[]) => Judgement) | undefined;

  constructor(options: ReviewOptions) {
    this.#options = options;
    this.#comparison = new Comparison(options.tree);
  }

  /**
   * Units as they pass by, each looked at before it is handed on. Those of a part of the fleet are few: they are all
   * looked at first, and only what they need is loaded.
   */
  async watch(units: Iterable<Unit>): Promise<Iterable<Unit>> {
    if (!this.#options.isPartial) {
      await Promise.all([this.#loadTables(), this.#loadJudgement()]);
      return this.#pass(units);
    }
    const all = [...this.#pass(units)];
    const kinds = this.#comparison.settle();
    if (kinds === undefined || kinds.size > 0) await this.#loadTables(kinds);
    if (!this.#isHarmless()) await this.#loadJudgement();
    return all;
  }

  *#pass(units: Iterable<Unit>): Iterable<Unit> {
    for (const unit of units) {
      this.#comparison.add(unit);
      yield unit;
    }
  }

  /** Nothing to refuse, whatever the approvals and the budget are. */
  #isHarmless(): boolean {
    const isQuiet = ({ lane, kind }: Group) => !isBlocking(lane) && kind !== 'deleted';
    return this.#options.fleet.approvals.size === 0 && this.groups.every(isQuiet);
  }

  async #loadTables(kinds?: ReadonlySet<string>): Promise<void> {
    const [{ Classifier }, { loadKnowledge }] = await Promise.all([
      import('../changes/classify/classify.ts'),
      import('../changes/tables.ts'),
    ]);
    this.#comparison.classifier = new Classifier(await loadKnowledge(kinds));
  }

  async #loadJudgement(): Promise<(groups: readonly Group[]) => Judgement> {
    const [{ Judgement }, { loadConcerns }] = await Promise.all([
      import('./judgement.ts'),
      import('../compose/concerns.ts'),
    ]);
    const concerns: Concerns = await loadConcerns(
      this.#options.hasClusters ? undefined : ['tenant', 'service'],
    );
    this.#judge = (groups) => new Judgement(this.#options, concerns, groups);
    return this.#judge;
  }

  /** Call when all units have passed. */
  get groups(): readonly Group[] {
    this.#groups ??= this.#comparison.finish();
    return this.#groups;
  }

  /** What stands against the change until somebody approves it, and what is wrong with the approvals. */
  refuse(): Diagnostic[] {
    return this.#judge?.(this.groups).refuse() ?? [];
  }

  /** How much there is of what, without the edits that made it: these take a while to find. */
  async summary(): Promise<Report> {
    const judge = this.#judge ?? (await this.#loadJudgement());
    return judge(this.groups).summary();
  }

  async report(): Promise<Report> {
    const judge = this.#judge ?? (await this.#loadJudgement());
    return judge(this.groups).report();
  }
}
