// Which item of a set became which: the most alike are paired, so that a changed rule is shown as one change and not as two.
import { canonical } from './canonical.ts';

interface Paired {
  readonly pairs: readonly (readonly [before: unknown, after: unknown])[];
  readonly alone: { readonly removed: readonly unknown[]; readonly added: readonly unknown[] };
}

/** Below this share of equal leaves two items are two things. */
const leastAlike = 0.5;

/** Scalars are never paired: an item that is another word is another item. */
export function pairAlike(removed: readonly unknown[], added: readonly unknown[]): Paired {
  const candidates = removed.flatMap((before) =>
    added.map((after) => ({ before, after, share: alike(before, after) })),
  );
  const near = candidates.filter(({ share }) => share >= leastAlike).sort((a, b) => b.share - a.share);
  const pairs: (readonly [unknown, unknown])[] = [];
  const taken = new Set<unknown>();
  for (const { before, after } of near) {
    if (taken.has(before) || taken.has(after)) continue;
    taken.add(before).add(after);
    pairs.push([before, after]);
  }
  const free = (items: readonly unknown[]) => items.filter((item) => !taken.has(item));
  return { pairs, alone: { removed: free(removed), added: free(added) } };
}

/** The share of leaves that both have, 0 to 1. */
function alike(before: unknown, after: unknown): number {
  if (typeof before !== 'object' || typeof after !== 'object') return 0;
  const [one, other] = [leavesOf(before), leavesOf(after)];
  const common = one.filter((leaf) => other.includes(leaf)).length;
  return common / Math.max(one.length, other.length, 1);
}

function leavesOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}=${canonical(value)}`];
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, `${path}[]`));
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, `${path}.${key}`));
}
