// Directions of a field as a whole, whatever in it changes: those that `changed` is too much for. Knows no kind.
import type { Direction } from '../directions.ts';

function deep(name: string, holds: Direction['holds']): Direction {
  return { name, reachesBelow: true, tellsOfNew: false, holds };
}

/** Something that was there is another or gone; what only came takes nothing away. */
export const touched = deep('touched', (before) => before !== undefined);

/** Something came or became another; what only went does nothing any more. */
export const given = deep('given', (_, after) => after !== undefined);
