// Which of many boxes others leave something of, said once: of those that lie in another only that other.
import { type Box, covers, without } from './box.ts';

/**
 * @param items of two that say the same, the first is told
 * @param excused what does not count, although it is left
 */
export function widestBeyond<Item extends { readonly box: Box }>(
  items: readonly Item[],
  others: readonly Box[],
  excused: readonly Box[],
): Item[] {
  const told: Box[] = [];
  // The fewer sides, the wider.
  return items
    .toSorted((one, other) => one.box.size - other.box.size)
    .filter(({ box }) => {
      const pieces = without(box, [...others, ...told]) ?? [box];
      if (pieces.every((piece) => covers(excused, piece))) return false;
      told.push(box);
      return true;
    });
}
