// What a review is about: what is to be rendered, what was there before, and how much of the fleet is looked at.
import type { Base } from '../load/base.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Source } from '../model/source.ts';
import type { TenantTarget } from '../model/target.ts';

export interface ReviewOptions {
  readonly fleet: Fleet;
  /** Every input of the fleet. */
  readonly sources: readonly Source<unknown>[];
  readonly targets: readonly TenantTarget[];
  /** Whether clusters are rendered too, or tenants alone. */
  readonly hasClusters: boolean;
  /** The tree before. */
  readonly tree: Base;
  /** The inputs before; `undefined` where nobody knows them. */
  readonly inputs: (() => Base) | undefined;
  /** The base is what the change will be merged into. */
  readonly isMerge: boolean;
  /** Only some targets are rendered: what the others lose is not seen. */
  readonly isPartial: boolean;
  /** `2026-11-24` */
  readonly today: string;
}
