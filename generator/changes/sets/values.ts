// What all sets have in common, whatever is in them: enough to tell exactly whether one covers others. Knows no rule and
// no object.

/** A set of values in one dimension of what a rule allows. Sets of two dimensions are never put together. */
export interface Values {
  /** What is in it, as text: the same text is the same set. */
  readonly text: string;
  readonly isEmpty: boolean;
  and(other: Values): Values;
  not(): Values;
}

/** For sets of two dimensions that meet: a mistake of ours. */
export function mixedUp(one: Values, other: Values): Error {
  return new Error(`${one.text} and ${other.text} are of two dimensions`);
}
