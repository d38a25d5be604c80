// Which rows of a table speak of a change, and whether they speak of all of it.
import type { FieldChange } from '../compare/compare.ts';
import { parseEmbedded } from '../compare/embedded.ts';
import type { Row } from '../knowledge.ts';
import { type FieldPath, type PatternStep, parsePattern, type Step, stepMatches } from '../path.ts';

export interface CompiledRow extends Row {
  readonly pattern: readonly PatternStep[];
}

export function compileRow(row: Row): CompiledRow {
  return { ...row, pattern: parsePattern(row.field) };
}

/** A value on both sides, at the place that a row names. */
interface Spot {
  readonly before: unknown;
  readonly after: unknown;
  /** With it goes the item of a list that it is in. */
  readonly goesWithItem: boolean;
  /** With it comes the item of a list that it is in. */
  readonly comesWithItem: boolean;
}

/** Whether the row's direction holds at the change, at something inside it, or at something around it. */
export function holds(row: CompiledRow, change: FieldChange): boolean {
  const { when } = row;
  return spotsOf(row, change).some(
    ({ before, after, goesWithItem, comesWithItem }) =>
      !(goesWithItem && when.ofKept) && !(comesWithItem && when.ofOld) && when.holds(before, after),
  );
}

/**
 * Whether every leaf of the change lies at a place that some row names, or below one.
 * @param told the rows that hold: they tell of all that is below their field
 */
export function isCovered(
  rows: readonly CompiledRow[],
  change: FieldChange,
  told: readonly CompiledRow[] = [],
): boolean {
  return leavesOf(change).every(
    (leaf) =>
      rows.some((row) => spotsOf(row, leaf).length > 0) ||
      told.some(({ pattern }) => leadsTo(pattern, leaf.path)),
  );
}

function leadsTo(pattern: readonly PatternStep[], path: FieldPath): boolean {
  return (
    pattern.length <= path.length &&
    pattern.every((step, at) => step === 'rest' || stepMatches(path[at] as Step, step))
  );
}

/** Where the row's field lies in the change: in it, at it, or, for rows that reach below, around it. */
function spotsOf({ pattern, when }: CompiledRow, change: FieldChange): Spot[] {
  const isOpen = pattern.at(-1) === 'rest';
  const steps = isOpen ? pattern.slice(0, -1) : pattern;
  const { path } = change;
  const common = Math.min(steps.length, path.length);
  for (let at = 0; at < common; at += 1) {
    if (!stepMatches(path[at] as Step, steps[at] as PatternStep)) return [];
  }
  if (path.length > steps.length) {
    return isOpen || when.reachesBelow ? [{ ...change, goesWithItem: false, comesWithItem: false }] : [];
  }
  const isItem = path.length < steps.length && typeof path.at(-1) === 'object';
  const goesWithItem = isItem && change.after === undefined;
  const comesWithItem = isItem && change.before === undefined;
  return inside({ ...change, goesWithItem, comesWithItem }, steps.slice(path.length));
}

/** The places inside a change that the rest of a pattern leads to. */
function inside(spot: Spot, steps: readonly PatternStep[]): Spot[] {
  const { before, after } = spot;
  const [step, ...rest] = steps;
  if (step === undefined || step === 'rest') return [spot];
  const [old, now] = [membersOf(before, step), membersOf(after, step)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  return names.flatMap((name) => {
    const isItem = step === 'item' && rest.length > 0;
    const goesWithItem = spot.goesWithItem || (isItem && !now.has(name));
    const comesWithItem = spot.comesWithItem || (isItem && !old.has(name));
    return inside({ before: old.get(name), after: now.get(name), goesWithItem, comesWithItem }, rest);
  });
}

function membersOf(value: unknown, step: PatternStep): Map<string, unknown> {
  const opened = typeof value === 'string' ? parseEmbedded(value, value)?.after : value;
  if (typeof opened !== 'object' || opened === null) return new Map();
  const isList = Array.isArray(opened);
  if (isList !== (step === 'item')) return new Map();
  return new Map(
    Object.entries(opened).filter(([key, item]) => item !== undefined && (isList || stepMatches(key, step))),
  );
}

/** What a change consists of, as changes of single values; an empty mapping or list is a value of its own. */
function leavesOf({ path, before, after }: FieldChange): FieldChange[] {
  const members = [before, after].map((value) =>
    typeof value === 'object' && value !== null ? Object.entries(value) : [],
  );
  const keys = [...new Set(members.flat().map(([key]) => key))];
  if (keys.length === 0) return [{ path, before, after }];
  const isList = Array.isArray(before ?? after);
  return keys.flatMap((key) => {
    const [old, now] = members.map((entries) => entries.find(([name]) => name === key)?.[1]);
    const inner: FieldPath = [...path, isList ? { item: key } : key];
    return leavesOf({ path: inner, before: old, after: now });
  });
}
