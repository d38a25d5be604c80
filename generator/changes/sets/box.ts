// What one rule allows, as a box: in each dimension that it names only some values, in every other one all. What is left of
// boxes without others is boxes again, so that coverage is computed and not guessed. Knows no rule.
import type { Values } from './values.ts';

export type Box = ReadonlyMap<string, Values>;

/** Everything. */
export const everything: Box = new Map();

export function box(...sides: readonly (readonly [dimension: string, values: Values | undefined])[]): Box {
  return sides.reduce(narrow, everything);
}

/** @param values `undefined` for all */
export function narrow(from: Box, [dimension, values]: readonly [string, Values | undefined]): Box {
  if (values === undefined) return from;
  const own = from.get(dimension);
  return new Map(from).set(dimension, own?.and(values) ?? values);
}

export function intersect(one: Box, other: Box): Box {
  return [...other].reduce(narrow, one);
}

export function isEmptyBox(one: Box): boolean {
  return [...one.values()].some((values) => values.isEmpty);
}

export function isDisjoint(one: Box, other: Box): boolean {
  for (const [dimension, values] of other) {
    const own = one.get(dimension);
    if (own === undefined ? values.isEmpty : own !== values && own.and(values).isEmpty) return true;
  }
  return false;
}

const texts = new WeakMap<Box, string>();

/** The same text is the same box, for boxes that are written alike. */
export function textOfBox(one: Box): string {
  const known = texts.get(one);
  if (known !== undefined) return known;
  const sides = [...one].map(([dimension, values]) => `${dimension}=${values.text}`);
  const text = sides.sort().join('\n');
  texts.set(one, text);
  return text;
}

/** More pieces than this are not computed with. */
const mostPieces = 4096;

/** What is left of a box, in pieces that have nothing in common; `undefined` when they are too many. */
export function without(one: Box, others: readonly Box[]): Box[] | undefined {
  let pieces = isEmptyBox(one) ? [] : [one];
  for (const other of others) {
    pieces = pieces.flatMap((piece) => (isDisjoint(piece, other) ? [piece] : cut(piece, other)));
    if (pieces.length > mostPieces) return undefined;
    if (pieces.length === 0) break;
  }
  return pieces;
}

/** Whether nothing is left; what is too much to compute is not covered. */
export function covers(others: readonly Box[], one: Box): boolean {
  return without(one, others)?.length === 0;
}

/** The parts of a box outside another that it has something in common with. */
function cut(piece: Box, other: Box): Box[] {
  const outside: Box[] = [];
  let inside = piece;
  for (const [dimension, values] of other) {
    const part = narrow(inside, [dimension, values.not()]);
    if (!part.get(dimension)?.isEmpty) outside.push(part);
    inside = narrow(inside, [dimension, values]);
  }
  return outside;
}
