// Which way a value goes: a row of a table holds when its direction does. Knows values, no fields.
import { canonical } from './compare/canonical.ts';
import type { Measure } from './measures.ts';

export interface Direction {
  /** As a table's reader says it: `lowered`. */
  readonly name: string;
  /** The row tells of the field as a whole, and so of a change anywhere below it. */
  readonly reachesBelow: boolean;
  /** It tells of the value alone, so that an object which comes with it is told as well. */
  readonly tellsOfNew: boolean;
  /** It tells nothing of what goes together with an item of a list that it is in: a container that is gone is not weaker. */
  readonly ofKept?: boolean;
  /** Nor of what comes together with one: a rule that is new takes nothing from what was there. */
  readonly ofOld?: boolean;
  /** `undefined`: absent on that side. */
  readonly holds: (before: unknown, after: unknown) => boolean;
}

/** @param reach what else is true of it; by itself it tells of its own field, and of objects that were there */
export function direction(
  name: string,
  holds: Direction['holds'],
  { reachesBelow = false, tellsOfNew = false }: Partial<Direction> = {},
): Direction {
  return { name, holds, reachesBelow, tellsOfNew };
}

/** Whatever happens to it, or to anything in it. */
export const changed = direction('changed', () => true, { reachesBelow: true });

/** The field is understood and no change of it, or of anything in it, does harm; or a judge computes what it does. */
export const known = direction('known', () => false, { reachesBelow: true });

export const added = direction('added', (before, after) => before === undefined && after !== undefined);

export const removed = direction('removed', (before, after) => before !== undefined && after === undefined);

/** There on both sides, and another. */
export const replaced = direction('replaced', (before, after) => before !== undefined && after !== undefined);

/** Becomes one of these, from anything else; `undefined` among them: is removed. */
export function to(...values: readonly unknown[]): Direction {
  return direction(`to ${show(values)}`, (_, after) => isAmong(after, values), { tellsOfNew: true });
}

/** Was one of these. */
export function from(...values: readonly unknown[]): Direction {
  return direction(`from ${show(values)}`, (before) => isAmong(before, values));
}

/** Becomes text that the expression finds. */
export function toMatching(pattern: RegExp): Direction {
  const holds = (_: unknown, after: unknown) => typeof after === 'string' && pattern.test(after);
  return direction(`to ${pattern}`, holds, { tellsOfNew: true });
}

/** Was text that the expression finds, and is none any more. */
export function fromMatching(pattern: RegExp): Direction {
  const matches = (value: unknown) => typeof value === 'string' && pattern.test(value);
  return direction(`from ${pattern}`, (before, after) => matches(before) && !matches(after));
}

/** @param absent what an absent field means; without it a field that comes or goes is neither raised nor lowered */
export function lowered(measure: Measure, absent?: unknown): Direction {
  return direction('lowered', (before, after) => order(measure, absent, before, after) < 0);
}

/** As `lowered`, the other way. */
export function raised(measure: Measure, absent?: unknown): Direction {
  return direction('raised', (before, after) => order(measure, absent, before, after) > 0);
}

/** The first direction, or any of the others. */
export function either(...directions: readonly Direction[]): Direction {
  const name = directions.map((one) => one.name).join(' or ');
  const holds = (before: unknown, after: unknown) => directions.some((one) => one.holds(before, after));
  const some = (key: 'reachesBelow' | 'tellsOfNew') => directions.some((one) => one[key]);
  return direction(name, holds, { reachesBelow: some('reachesBelow'), tellsOfNew: some('tellsOfNew') });
}

/** The direction, where the item of a list that holds the field stays. */
export function ofKept(one: Direction): Direction {
  return { ...one, ofKept: true };
}

/** The direction, where that item is there on both sides. */
export function ofSame(one: Direction): Direction {
  return { ...one, ofKept: true, ofOld: true };
}

/** Less than, equal to or greater than 0 as the value goes down, stays or goes up; 0 for what has no measure. */
function order(measure: Measure, absent: unknown, before: unknown, after: unknown): number {
  const [one, other] = [measure(before ?? absent), measure(after ?? absent)];
  if (one === undefined || other === undefined || one === other) return 0;
  return other > one ? 1 : -1;
}

function isAmong(value: unknown, values: readonly unknown[]): boolean {
  return values.some((one) => one === value || (value !== undefined && canonical(one) === canonical(value)));
}

function show(values: readonly unknown[]): string {
  return values.map((value) => (value === undefined ? 'nothing' : canonical(value))).join(' or ');
}
