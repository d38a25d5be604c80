// Lists of addresses that may call: whether another list lets in more. Knows no field.
import { direction } from '../directions.ts';
import { blocks } from '../sets/addresses.ts';
import { itemsOf } from './ways.ts';

/** An empty list lets everybody in. What is no address, as a prefix list, is told apart by its text. */
export function letsInMore(before: readonly string[], after: readonly string[]): boolean {
  if (isOpen(before)) return false;
  if (isOpen(after)) return true;
  const [old, now] = [blocks(before), blocks(after)];
  if (old === undefined || now === undefined) return after.some((one) => !before.includes(one));
  return !now.and(old.not()).isEmpty;
}

function isOpen(ranges: readonly string[]): boolean {
  return ranges.length === 0 || ranges.includes('0.0.0.0/0');
}

/** The list as one text, with commas. */
export const letsInMoreCallers = direction('lets in more callers', (before, after) =>
  letsInMore(itemsOf(before), itemsOf(after)),
);
