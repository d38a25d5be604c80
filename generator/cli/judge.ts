// Holds the tree against the kinds of its objects while `check` makes it: a unit is forgotten once it is judged. Knows
// which units a narrowed run must bring along; knows no kind.
import type { Conformity } from '../conform/conformity.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Unit } from '../model/tree.ts';
import { unitsOf } from '../pipeline.ts';
import type { Plan } from '../plan.ts';
import { resolveCluster } from '../resolve/resolve.ts';
import type { Selection } from './selection.ts';

export class Judge {
  files = 0;
  readonly clusters = new Set<string>();
  readonly #conformity: Conformity;
  readonly #selection: Selection;
  /** Tenants' units that came without those of their clusters. */
  readonly #early: Unit[] = [];

  private constructor(conformity: Conformity, selection: Selection) {
    this.#conformity = conformity;
    this.#selection = selection;
  }

  static async load(selection: Selection): Promise<Judge> {
    const { Conformity } = await import('../conform/conformity.ts');
    return new Judge(await Conformity.load(), selection);
  }

  add(unit: Unit): void {
    this.files += unit.files.size;
    for (const claim of unit.claims) this.clusters.add(claim.slice(0, claim.indexOf('/')));
    if (this.#selection.tenants.length > 0) this.#early.push(unit);
    else this.#conformity.add(unit.files);
  }

  /** Everything that no cluster would accept. A tenant's objects refer to those of its cluster, so these come along. */
  async finish({ fleet }: Plan): Promise<Diagnostic[]> {
    if (this.#early.length > 0 && fleet !== undefined) {
      const { clusters } = this.#selection;
      const around = [...fleet.clusters.values()]
        .filter(({ value }) => clusters.length === 0 || clusters.includes(value.name))
        .map((source) => resolveCluster(fleet, source));
      const units = await unitsOf({ clusters: around, tenants: [] });
      for (const unit of [...units, ...this.#early]) this.#conformity.add(unit.files);
    }
    return this.#conformity.finish();
  }

  /** Of the files that a finding stands in, by path from the root. */
  get texts(): ReadonlyMap<string, string> {
    return this.#conformity.texts;
  }
}
