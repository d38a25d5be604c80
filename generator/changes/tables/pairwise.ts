// Judges that ask of one object at a time what several of its fields say together. Knows no kind.
import { asMapping } from '../documents.ts';
import type { Judge, Manifest, Ruling } from '../knowledge.ts';
import type { Lane } from '../lane.ts';

/** A ruling of the object that was asked about. */
export type Finding = Omit<Ruling, 'object'>;

/** @param before `undefined` for an object that was not there, or that is there no more */
export type Question = (before: Manifest | undefined, after: Manifest | undefined) => readonly Finding[];

/** In the order of a row; `before` and `after` say in words what was allowed, and what is, where one word does. */
export function found(
  field: string,
  lane: Lane,
  reason: string,
  source: string,
  [before, after]: readonly [before?: string, after?: string] = [],
): Finding {
  return { field, lane, reason, source, before, after };
}

export function judgeEach(question: Question): Judge {
  return (pairs) =>
    pairs.flatMap(({ object, before, after }) =>
      question(before, after).map((finding) => ({ object, ...finding })),
    );
}

/** `undefined` where the way does not lead on. */
export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => asMapping(inner)[key], value);
}

/** The texts in a list; none where there is no list. */
export function textsAt(value: unknown, ...keys: readonly string[]): string[] {
  const list = valueAt(value, ...keys);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
