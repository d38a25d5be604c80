// Directions that several families need and that say nothing of a new object: a switch that somebody turns, a value that
// one side lacks.
import { type Direction, direction } from '../directions.ts';
import type { Measure } from '../measures.ts';

/** Of an object that was there: a new one may have its reasons. */
export const turnedOn = direction('turned on', (before, after) => before !== true && after === true);

export const turnedOff = direction('turned off', (before, after) => before === true && after !== true);

/** Grows, by less than its `part`th. */
export function raisedByLess(measure: Measure, part: number): Direction {
  return direction(`raised by less than 1/${part}`, (before, after) => {
    const [one, other] = [Number(measure(before)), Number(measure(after))];
    return other > one && other < one + one / part;
  });
}

/** What comes with a new object, or to one that did not have it. */
export const comes = direction('comes', (before, after) => before === undefined && after !== undefined, {
  tellsOfNew: true,
});

/** As `comes`, with one of these values. */
export function comesAs(...values: readonly unknown[]): Direction {
  const holds: Direction['holds'] = (before, after) => before === undefined && values.includes(after);
  return direction('comes with a value', holds, { tellsOfNew: true });
}

/** To nothing at all, from something. */
export const zeroed = direction('to 0', (before, after) => Number(before) > 0 && Number(after) === 0);

/** Of what is on unless something says otherwise. */
export const setToFalse = direction('set to false', (before, after) => before !== false && after === false);
