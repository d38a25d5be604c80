// What rules grant, each with the words that a reader knows it by, and what of it others do not grant already.
import type { ObjectRef } from '../object.ts';
import { type Box, isDisjoint, textOfBox, without } from './box.ts';

/** A part of what an object allows. */
export interface Grant {
  readonly box: Box;
  /** `from pods name=worker on TCP/8080` */
  readonly words: string;
  readonly object: ObjectRef;
  /** Where a reader finds it. */
  readonly field: string;
}

/** A grant, and what of it is new. */
export interface Excess<Kind extends Grant = Grant> {
  readonly grant: Kind;
  /** The grant itself where there would be too many pieces. */
  readonly pieces: readonly Box[];
}

/** What grants reach beyond boxes. */
export function beyond<Kind extends Grant>(
  grants: readonly Kind[],
  others: readonly Box[],
): readonly Excess<Kind>[] {
  const known = new Set(others.map(textOfBox));
  return grants
    .filter(({ box }) => !known.has(textOfBox(box)))
    .map((grant) => ({ grant, pieces: without(grant.box, others) ?? [grant.box] }))
    .filter(({ pieces }) => pieces.length > 0);
}

export function boxesOf(grants: readonly Grant[]): Box[] {
  return grants.map(({ box }) => box);
}

/**
 * What an object granted there before, in words: of its grants that are gone, those that had something of the new one.
 * @param lost grants of before that no grant of now is like
 */
export function wordsBefore({ object, field, box }: Grant, lost: readonly Grant[]): string | undefined {
  const words = lost
    .filter((one) => one.object.application === object.application && one.object.name === object.name)
    .filter((one) => one.field === field && !isDisjoint(one.box, box))
    .map((one) => one.words);
  return words.length === 0 ? undefined : [...new Set(words)].join('; ');
}

/** Those of grants that the others have none like. */
export function unlike<Kind extends Grant>(grants: readonly Kind[], others: readonly Grant[]): Kind[] {
  const known = new Set(others.map(({ box }) => textOfBox(box)));
  return grants.filter(({ box }) => !known.has(textOfBox(box)));
}
