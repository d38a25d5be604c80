// How often something runs, whatever the schedule is written in.
import { type Direction, direction } from '../directions.ts';
import { gap } from '../gap.ts';

/** The longest time between two runs grows, or may grow: one of the two is no schedule that can be read. */
export const sparser: Direction = direction('less often', (before, after) => {
  const [one, other] = [gap(before), gap(after)];
  return before !== undefined && !(one !== undefined && other !== undefined && other <= one);
});
