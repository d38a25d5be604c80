// Two values → the fields in which their meanings differ. Order of keys, order of sets and layout mean nothing.
import { type FieldPath, fieldOf, type Item } from '../path.ts';
import { canonical } from './canonical.ts';
import { parseEmbedded } from './embedded.ts';
import { hasPlaces, isOrdered, isUndivided, keyOf } from './lists.ts';
import { meansTheSame } from './same.ts';
import { pairAlike } from './similar.ts';

/** `undefined` on one side: the field, or the item of a list, is only on the other. */
export interface FieldChange {
  readonly path: FieldPath;
  readonly before: unknown;
  readonly after: unknown;
}

/** In the order of the keys' names; what came or went as a whole is one change. */
export function compare(before: unknown, after: unknown): FieldChange[] {
  const changes: FieldChange[] = [];
  visit(before ?? undefined, after ?? undefined, [], changes);
  return changes;
}

function visit(before: unknown, after: unknown, path: FieldPath, changes: FieldChange[]): void {
  if (before === after || canonical(before, fieldOf(path)) === canonical(after, fieldOf(path))) return;
  if (Array.isArray(before) && Array.isArray(after)) visitLists(before, after, path, changes);
  else if (isMapping(before) && isMapping(after)) visitMappings(before, after, path, changes);
  else if (typeof before === 'string' && typeof after === 'string') visitTexts(before, after, path, changes);
  else if (!meansTheSame(path, before, after)) changes.push({ path, before, after });
}

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function visitMappings(before: Mapping, after: Mapping, path: FieldPath, changes: FieldChange[]): void {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const key of [...keys].sort()) {
    // `null` is how YAML writes that a field is absent.
    visit(memberOf(before, key), memberOf(after, key), [...path, key], changes);
  }
}

function memberOf(mapping: Mapping, key: string): unknown {
  return Object.hasOwn(mapping, key) ? (mapping[key] ?? undefined) : undefined;
}

function visitTexts(before: string, after: string, path: FieldPath, changes: FieldChange[]): void {
  const documents = parseEmbedded(before, after);
  if (documents !== undefined) visit(documents.before, documents.after, path, changes);
  else if (!meansTheSame(path, before, after)) changes.push({ path, before, after });
}

type List = readonly unknown[];

function visitLists(before: List, after: List, path: FieldPath, changes: FieldChange[]): void {
  const field = fieldOf(path);
  if (isUndivided(field)) {
    changes.push({ path, before, after });
    return;
  }
  const key = keyOf(field, [before, after]);
  if (key !== undefined) visitKeyed(before, after, { path, key, changes });
  else if (hasPlaces(field, before)) visitOrdered(before, after, path, changes);
  else visitSets(before, after, path, changes);
}

interface Keyed {
  readonly path: FieldPath;
  readonly key: (item: unknown) => string;
  readonly changes: FieldChange[];
}

function visitKeyed(before: List, after: List, { path, key, changes }: Keyed): void {
  const old = new Map(before.map((item) => [key(item), item]));
  const now = new Map(after.map((item) => [key(item), item]));
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    visit(old.get(name), now.get(name), [...path, { item: name }], changes);
  }
  if (!isOrdered(fieldOf(path), before)) return;
  const first = before.map(key).filter((name) => now.has(name));
  const second = after.map(key).filter((name) => old.has(name));
  if (first.join('\n') !== second.join('\n')) changes.push({ path, before: first, after: second });
}

/** What stands before the first and behind the last difference is left; between them place is compared with place. */
function visitOrdered(before: List, after: List, path: FieldPath, changes: FieldChange[]): void {
  const old = before.map((item) => canonical(item));
  const now = after.map((item) => canonical(item));
  const least = Math.min(old.length, now.length);
  let start = 0;
  while (start < least && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < least - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const rest = [before, after].map((list) => list.slice(start, list.length - end));
  const count = Math.max(...rest.map((list) => list.length));
  for (let at = 0; at < count; at += 1) {
    visit(rest[0]?.[at], rest[1]?.[at], [...path, { item: String(start + at) }], changes);
  }
}

function visitSets(before: List, after: List, path: FieldPath, changes: FieldChange[]): void {
  const removed = without(before, after);
  const added = without(after, before);
  const { pairs, alone } = pairAlike(removed, added);
  for (const [one, other] of pairs) visit(one, other, [...path, itemOf(other, after)], changes);
  for (const item of alone.removed)
    changes.push({ path: [...path, itemOf(item, before)], before: item, after: undefined });
  for (const item of alone.added)
    changes.push({ path: [...path, itemOf(item, after)], before: undefined, after: item });
}

/** The items of `list` beyond those that `other` has as well, each as often as it stands there more. */
function without(list: List, other: List): unknown[] {
  const counts = new Map<string, number>();
  for (const item of other) {
    const text = canonical(item);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return list.filter((item) => {
    const text = canonical(item);
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
}

function itemOf(item: unknown, list: List): Item {
  return { item: typeof item === 'object' && item !== null ? String(list.indexOf(item)) : String(item) };
}
