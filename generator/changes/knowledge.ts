// What is known of a kind's fields: how a change of each is to be judged, why, and who says so. The tables themselves are in
// `tables/`, one file per family; where a table cannot tell, a judge computes.
import type { Direction } from './directions.ts';
import type { Lane } from './lane.ts';
import type { ObjectRef } from './object.ts';

/** One line of a table. */
export interface Row {
  /** A pattern of fields, see `parsePattern`. */
  readonly field: string;
  /** Which way the value has to go for the row to hold. */
  readonly when: Direction;
  readonly lane: Lane;
  /** What it does, as the end of a sentence: `the volume cannot shrink`. */
  readonly reason: string;
  /** Upstream page, source file or section of it. */
  readonly source: string;
}

export interface Verdict {
  readonly lane: Lane;
  readonly reason: string;
  readonly source: string;
}

/**
 * `stateful` kinds keep data, `access` kinds decide who reaches what: a field of theirs that no row names is unknown, and
 * blocks. Of a `workload` kind it is neutral.
 */
export type Nature = 'stateful' | 'access' | 'workload';

export interface Knowledge {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  readonly nature: Nature;
  /** An object that was not there before, where its tenant or cluster was. */
  readonly created: Verdict;
  /** An object that is there no more. */
  readonly deleted: Verdict;
  readonly rows: readonly Row[];
  /** For what only several objects together say. Fields that it judges have `known` rows. */
  readonly judge?: Judge;
}

/** One object on both sides; the same on both when it did not change. */
export interface Pair {
  readonly object: ObjectRef;
  readonly before: Manifest | undefined;
  readonly after: Manifest | undefined;
}

/** A parsed object; its fields are read with care, because no schema has been asked. */
export type Manifest = Readonly<Record<string, unknown>>;

/** What a judge found: the object whose change it is, and what is allowed now that was not. */
export interface Ruling extends Verdict {
  readonly object: ObjectRef;
  /** `spec.ingress`: where a reader finds it. */
  readonly field: string;
  /** What was allowed, or is no more, in words; `undefined` for nothing. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Judges the objects of one kind that one target renders, all of them that its changed files hold, also those that did not
 * change: an access rule means nothing without those beside it.
 */
export type Judge = (pairs: readonly Pair[], scope: Scope) => readonly Ruling[];

/** What else is true of the target. */
export interface Scope {
  /** The tenant, or the cluster, was not there before: nothing of it can be widened, only be open from the start. */
  readonly isNew: boolean;
  /** Labels of pods whose workload was not there before. */
  readonly newPods: readonly Readonly<Record<string, string>>[];
}
