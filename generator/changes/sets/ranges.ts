// Sets of whole numbers as ranges: ports, addresses. Adjacent ranges are one.
import { mixedUp, type Values } from './values.ts';

/** Both ends are in it. */
export interface Range {
  readonly first: bigint;
  readonly last: bigint;
}

export class Ranges implements Values {
  /** All the numbers that there are in this dimension. */
  readonly #space: Range;
  readonly ranges: readonly Range[];

  constructor(space: Range, ranges: readonly Range[]) {
    this.#space = space;
    this.ranges = merge(ranges);
  }

  get text(): string {
    return this.ranges.map(({ first, last }) => `${first}-${last}`).join(',');
  }

  get isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  /** How many numbers are in it. */
  get size(): bigint {
    return this.ranges.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  }

  and(other: Values): Ranges {
    if (!(other instanceof Ranges)) throw mixedUp(this, other);
    const common = this.ranges.flatMap((one) =>
      other.ranges.map((two) => ({
        first: one.first > two.first ? one.first : two.first,
        last: one.last < two.last ? one.last : two.last,
      })),
    );
    return new Ranges(this.#space, common);
  }

  not(): Ranges {
    const gaps: Range[] = [];
    let next = this.#space.first;
    for (const { first, last } of this.ranges) {
      gaps.push({ first: next, last: first - 1n });
      next = last + 1n;
    }
    return new Ranges(this.#space, [...gaps, { first: next, last: this.#space.last }]);
  }
}

/** Sorted, without empty ones, and none touches the next. */
function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  const sorted = ranges
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  for (const range of sorted) {
    const previous = merged.at(-1);
    if (previous === undefined || range.first > previous.last + 1n) merged.push(range);
    else if (range.last > previous.last) merged[merged.length - 1] = { ...previous, last: range.last };
  }
  return merged;
}
