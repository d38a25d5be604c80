// Which groups a reader is told at which length when not all fit: the more dangerous, the more of it. Knows no text, only
// how long it is.
import { isBlocking, type Lane } from '../../changes/lane.ts';

export interface Shares<Length> {
  /** For every group its length, or `undefined` where it is left out. */
  readonly lengths: readonly (Length | undefined)[];
  readonly isWhole: boolean;
}

/**
 * What is told first. Room is given in this order until a group does not fit, and then to nothing more: so what is left out
 * is always the less dangerous, and of one lane the end of it.
 */
const steps = [
  [isBlocking, 'line'],
  [isBlocking, 'brief'],
  [isNoticeable, 'line'],
  [isBlocking, 'full'],
  [isNeutral, 'line'],
  [isNoticeable, 'brief'],
  [isNeutral, 'brief'],
  [isNoticeable, 'full'],
  [isNeutral, 'full'],
] as const satisfies readonly (readonly [(lane: Lane) => boolean, string])[];

type Length = (typeof steps)[number][1];

/**
 * @param lanes of the groups, the worst first
 * @param sizeOf how much room the group with this number takes at a length
 */
export function share(
  lanes: readonly Lane[],
  sizeOf: (index: number, length: Length) => number,
  room: number,
): Shares<Length> {
  const lengths: (Length | undefined)[] = lanes.map(() => undefined);
  const sizes = lanes.map(() => 0);
  let left = room;
  for (const [isMeant, length] of steps) {
    for (const [index, lane] of lanes.entries()) {
      if (!isMeant(lane)) continue;
      const size = sizeOf(index, length);
      left -= size - (sizes[index] ?? 0);
      if (left < 0) return { lengths, isWhole: false };
      sizes[index] = size;
      lengths[index] = length;
    }
  }
  return { lengths, isWhole: true };
}

function isNeutral(lane: Lane): boolean {
  return lane === 'neutral';
}

function isNoticeable(lane: Lane): boolean {
  return !isBlocking(lane) && !isNeutral(lane);
}
