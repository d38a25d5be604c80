// Saw every merge, and says whether data that is gone was let go as it has to be: in two merged steps, by name, by somebody, when
// its retention is over and nobody holds it. Looks at no rule and believes nothing that the tree says of days.
import { addYears, daysBetween } from '../../model/day.ts';
import type { Fleet, RenderedTarget } from '../../model/fleet.ts';
import type { Tenant } from '../../model/generated/inputs.ts';
import { lifecycleOn } from '../../model/placement.ts';
import { type World, yearsOf } from './world.ts';

/** How long a pull request may have waited after its day. */
const patienceDays = 31;

export class Witness {
  /**
   * By tenant: the day on which it was first seen as retained at home, and how long it was to be kept then by what was merged
   * last. A change that makes it shorter, and purges nothing, is a change that the review asks a person about.
   */
  readonly #retained = new Map<string, { readonly since: string; readonly years: number }>();

  /** What was lost in the step from one world to the next, in words. */
  watch(before: World, after: World, fleet: Fleet): string | undefined {
    for (const target of before.tree) {
      const stays = after.tree.some((one) => one.tenant === target.tenant && one.cluster === target.cluster);
      const loss = stays ? undefined : this.#judge(target, before, after);
      if (loss !== undefined) return `${target.tenant} on ${target.cluster} ${loss}`;
    }
    this.#remember(after, fleet);
    return undefined;
  }

  #judge(
    { tenant: id, cluster, lifecycle }: RenderedTarget,
    before: World,
    after: World,
  ): string | undefined {
    if (lifecycle !== 'retained') return `was ${lifecycle}`;
    const file = fileOf(after, id);
    if (file === undefined || lifecycleOn(file, cluster) !== 'purged') return 'is not said to be purged';
    if (file.legalHold !== undefined || fileOf(before, id)?.legalHold !== undefined) return 'is held';
    if (after.tree.some(({ tenant }) => tenant === id)) return undefined;
    if (file.purge?.confirm !== id || file.purge.approvedBy === '') return 'is confirmed by nobody';
    if (!after.inputs.tombstones.has(id)) return 'leaves no tombstone';
    return this.#isOver(id, after.inputs.today) ? undefined : 'is kept for longer';
  }

  #isOver(id: string, today: string): boolean {
    const kept = this.#retained.get(id);
    return kept !== undefined && daysBetween(addYears(kept.since, kept.years), today) >= -patienceDays;
  }

  #remember({ inputs, tree }: World, fleet: Fleet): void {
    for (const tenant of inputs.tenants.values()) {
      if (lifecycleOn(tenant, tenant.home) !== 'retained') continue;
      const since = this.#retained.get(tenant.id)?.since ?? inputs.today;
      this.#retained.set(tenant.id, { since, years: yearsOf(fleet, tenant) });
    }
    // Whoever bears the id later is somebody else.
    for (const id of this.#retained.keys()) {
      if (!tree.some(({ tenant }) => tenant === id)) this.#retained.delete(id);
    }
  }
}

function fileOf({ inputs }: World, id: string): Tenant | undefined {
  return [...inputs.tenants.values()].find((tenant) => tenant.id === id);
}
