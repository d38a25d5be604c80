// Directions of a field as a whole, whatever in it changes: those that `changed` is too much for. Knows no kind.
import { direction } from '../directions.ts';

/** Something that was there is another or gone; what only came takes nothing away. */
export const touched = direction('touched', (before) => before !== undefined, { reachesBelow: true });

/** Something came or became another; what only went does nothing any more. */
export const given = direction('given', (_, after) => after !== undefined, { reachesBelow: true });
