// Directions that plain Kubernetes needs: switches that are on unless somebody says otherwise, lists written as one text,
// and parts of a text. Knows no fields.
import { type Direction, direction, lowered, raised } from '../directions.ts';
import { type Measure, rank } from '../measures.ts';

/** Is there afterwards: it came, became another, or belongs to a new object. */
export const present = direction('present', (_, after) => after !== undefined, { tellsOfNew: true });

/** Was off, and is on; a switch that nobody sets is on. */
export const backOn = lowered(rank(true, false), true);

/** Was on, or not set, which is on. */
export const putOff = raised(rank(true, false), true);

/** A list written as one text, with commas: it has an item that it did not have. Absent it is empty. */
export const gains = direction('gains', (before, after) => exceeds(after, before));

/** As `gains`, the other way. */
export const loses = direction('loses', (before, after) => exceeds(before, after));

function exceeds(one: unknown, other: unknown): boolean {
  const there = itemsOf(other);
  return itemsOf(one).some((item) => !there.includes(item));
}

/** The items of a list written as one text. */
export function itemsOf(value: unknown): string[] {
  return typeof value === 'string' && value !== '' ? value.split(',').map((item) => item.trim()) : [];
}

/** There on both sides, and what `read` finds in it is another. */
export function differs(part: string, read: (value: unknown) => unknown): Direction {
  return direction(
    `another ${part}`,
    (before, after) => before !== undefined && after !== undefined && read(before) !== read(after),
  );
}

/** 1 for text that the expression finds, 0 for other text and for none at all. */
export function finds(pattern: RegExp): Measure {
  return (value) => Number(typeof value === 'string' && pattern.test(value));
}
