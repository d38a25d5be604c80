// Two sides of a target's changed files → pairs of the same object. An object is the same when it is of one kind, namespace
// and name *and* one Application syncs it: else one Application prunes it and another creates it.
import { canonical } from './compare/canonical.ts';
import { asFile, asMapping, type Parsed, parseObject, splitDocuments } from './documents.ts';
import type { Manifest, Pair } from './knowledge.ts';
import { identityOf, kindId, type ObjectRef, showObject } from './object.ts';

/** A file that differs; `undefined` where a side does not have it. */
export interface FilePair {
  /** Relative to `rendered/`, with `/`. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface Paired extends Pair {
  readonly texts: Texts;
  /** What else became of it: `renamed to Deployment t-acme/claims`. */
  readonly note?: string;
}

/** The object as it stands in its file; `undefined` where a side does not have it. */
export interface Texts {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface Pairs {
  readonly changed: readonly Paired[];
  /** Objects of the same files whose text is the same on both sides. */
  readonly unchanged: () => readonly Pair[];
}

export function pairObjects(files: readonly FilePair[]): Pairs {
  const before = new Map<string, Parsed>();
  const after = new Map<string, Parsed>();
  const shared: { readonly path: string; readonly document: string }[] = [];
  for (const { path, before: old, after: now } of files) {
    const one = splitDocuments(old, now);
    for (const document of one.own) collect(path, document, before);
    for (const document of splitDocuments(now, old).own) collect(path, document, after);
    for (const document of one.shared) shared.push({ path, document });
  }
  let known: readonly Parsed[] | undefined;
  const parseShared = () => {
    known ??= shared.flatMap(({ path, document }) => parseObject(path, document));
    return known;
  };
  // What stands on one side only may stand there beside a document that both have.
  if (isUneven(before, after)) for (const parsed of parseShared()) lend(parsed, before, after);
  return {
    changed: withNotes(merge(before, after)),
    unchanged: () => parseShared().map(({ object, value }) => ({ object, before: value, after: value })),
  };
}

function collect(path: string, document: string, found: Map<string, Parsed>): void {
  for (const parsed of parseObject(path, document)) {
    const key = identityOf(parsed.object);
    // The API server keeps one of two: which, only the order of applying says.
    const twin = found.has(key)
      ? asFile(`${path}: ${showObject(parsed.object)} once more`, document)
      : parsed;
    found.set(identityOf(twin.object), twin);
  }
}

function isUneven(before: ReadonlyMap<string, Parsed>, after: ReadonlyMap<string, Parsed>): boolean {
  return before.size !== after.size || [...before.keys()].some((key) => !after.has(key));
}

/** Enters a shared document on the side that lacks an object of the same name which the other side has. */
function lend(parsed: Parsed, before: Map<string, Parsed>, after: Map<string, Parsed>): void {
  const key = identityOf(parsed.object);
  if (before.has(key) && !after.has(key)) after.set(key, parsed);
  else if (after.has(key) && !before.has(key)) before.set(key, parsed);
}

/** An object that moved to another file of its Application is the same; its place is the new one. */
function merge(before: ReadonlyMap<string, Parsed>, after: ReadonlyMap<string, Parsed>): Paired[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    const object = (now ?? old)?.object;
    const texts = { before: old?.text, after: now?.text };
    return object === undefined ? [] : [{ object, before: old?.value, after: now?.value, texts }];
  });
}

/** Says of what went and what came that they are one thing under two names, or in two Applications. */
function withNotes(pairs: readonly Paired[]): Paired[] {
  const gone = pairs.filter(({ after }) => after === undefined);
  const come = pairs.filter(({ before }) => before === undefined);
  if (gone.length === 0 || come.length === 0) return [...pairs];
  const notes = new Map<Pair, string>();
  const waiting = Map.groupBy(come, likeness);
  for (const pair of gone) {
    const [twin] = waiting.get(likeness(pair))?.splice(0, 1) ?? [];
    if (twin === undefined) continue;
    notes.set(pair, describe(pair.object, twin.object, 'to'));
    notes.set(twin, describe(twin.object, pair.object, 'from'));
  }
  return pairs.map((pair) => ({ ...pair, ...(notes.has(pair) && { note: notes.get(pair) ?? '' }) }));
}

/** Everything that a new name would not change. */
function likeness({ object, before, after }: Pair): string {
  const { metadata: _, ...rest } = (before ?? after) as Manifest;
  const { name, namespace: __, ...metadata } = asMapping((before ?? after)?.metadata);
  const text = canonical({ rest, metadata });
  const own = typeof name === 'string' ? text.replaceAll(JSON.stringify(name), '"<name>"') : text;
  return `${kindId(object)}\n${own}`;
}

function describe(object: ObjectRef, twin: ObjectRef, way: 'to' | 'from'): string {
  return object.application === twin.application
    ? `renamed ${way} ${showObject(twin)}`
    : `moved ${way} ${twin.application}`;
}
