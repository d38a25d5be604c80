// One setting written into a text with not a space elsewhere moved. Knows YAML's block mappings and one-line values; whatever
// else a file holds, it leaves to whoever rewrites the file.
import { isMap, isScalar, type Pair, parseDocument, Scalar, type YAMLMap } from 'yaml';
import { renderText } from '../emit/scalar.ts';
import type { Path } from '../model/source.ts';

export interface Setting {
  readonly path: Path;
  /** `undefined` takes the key away. */
  readonly value: unknown;
  /** The key that a new one follows; empty: it comes first. Left out: it comes last. */
  readonly after?: string;
}

/** `undefined` where the setting cannot be written by itself. */
export function spliceText(text: string, { path, value, after }: Setting): string | undefined {
  const found = descend(parseDocument(text).contents, path);
  if (found === undefined) return undefined;
  const { map, pair, rest } = found;
  if (value === undefined) return pair === undefined ? text : cut(text, map, pair);
  const written = renderValue(value);
  if (written === undefined) return undefined;
  if (pair !== undefined) return replaceScalar(text, map, pair, value, written);
  if (map.flow === true) return undefined;
  if (rest.length > 1 || after === '') return insertFirst(text, map, rest, written, found.isRoot);
  const sibling = map.items.find((item) => keyOf(item) === after);
  return sibling === undefined ? undefined : insertBehind(text, sibling, rest, written);
}

interface Place {
  /** The deepest mapping on the way that is there. */
  readonly map: YAMLMap;
  readonly isRoot: boolean;
  /** The setting itself, when it is there. */
  readonly pair: Pair | undefined;
  /** The keys that are not there yet. */
  readonly rest: readonly string[];
}

function descend(contents: unknown, path: Path): Place | undefined {
  let map = contents;
  for (const [index, key] of path.entries()) {
    if (!isMap(map) || map.items.length === 0) return undefined;
    const pair: Pair | undefined = map.items.find((item) => keyOf(item) === key);
    const isLast = index === path.length - 1;
    if (pair === undefined || isLast) {
      const rest = path.slice(index).map(String);
      return { map, isRoot: index === 0, pair, rest: pair === undefined ? rest : [] };
    }
    map = pair.value;
  }
  return undefined;
}

function keyOf({ key }: Pair): unknown {
  return isScalar(key) ? key.value : undefined;
}

/** On one line; a mapping in braces. `undefined` for what needs more. */
function renderValue(value: unknown): string | undefined {
  if (typeof value === 'string') return renderText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).map(([key, item]) => [key, renderValue(item)] as const);
  if (entries.some(([, item]) => item === undefined || endsFlow(item))) return undefined;
  return `{${entries.map(([key, item]) => `${key}: ${item}`).join(', ')}}`;
}

/** Whether plain text would end inside braces. */
function endsFlow(written: string): boolean {
  return !written.startsWith('"') && /[,[\]{}]/.test(written);
}

function replaceScalar(
  text: string,
  map: YAMLMap,
  { value: old }: Pair,
  value: unknown,
  written: string,
): string | undefined {
  if (typeof value === 'object' || !isOnLine(old) || (map.flow === true && endsFlow(written)))
    return undefined;
  const [start, end] = old.range;
  return text.slice(0, start) + written + text.slice(end);
}

type Ranged = Scalar & { range: [number, number, number] };

/** A scalar that is written out, not as a block. */
function isOnLine(node: unknown): node is Ranged {
  if (!isScalar(node) || !node.range || node.range[0] === node.range[1]) return false;
  return node.type !== Scalar.BLOCK_FOLDED && node.type !== Scalar.BLOCK_LITERAL;
}

function cut(text: string, map: YAMLMap, pair: Pair): string | undefined {
  const indent = indentOf(text, pair);
  if (map.flow === true || map.items.length < 2 || indent === undefined) return undefined;
  const end = lineEnd(text, pair);
  return end === undefined ? undefined : text.slice(0, indent.start) + text.slice(end);
}

/** Where the pair's line starts and what stands before its key; `undefined` unless that is blank. */
function indentOf(text: string, { key }: Pair): { start: number; blank: string } | undefined {
  const at = isScalar(key) ? key.range?.[0] : undefined;
  if (at === undefined) return undefined;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const blank = text.slice(start, at);
  return /^ *$/.test(blank) ? { start, blank } : undefined;
}

/** Behind the line break of the line that a one-line value, or a mapping in braces, ends on. */
function lineEnd(text: string, { value }: Pair): number | undefined {
  const isFlow = isMap(value) && value.flow === true;
  if (!isOnLine(value) && !isFlow) return undefined;
  const at = text.indexOf('\n', value.range?.[1]);
  return at === -1 ? text.length : at + 1;
}

function insertBehind(
  text: string,
  sibling: Pair,
  rest: readonly string[],
  written: string,
): string | undefined {
  const indent = indentOf(text, sibling);
  const end = lineEnd(text, sibling);
  if (indent === undefined || end === undefined) return undefined;
  return splitIn(text, end, linesOf(indent.blank, rest, written));
}

/** Before the first key of a mapping; a section that is new to the file comes last. */
function insertFirst(
  text: string,
  map: YAMLMap,
  rest: readonly string[],
  written: string,
  isRoot: boolean,
): string | undefined {
  if (isRoot) return splitIn(text, text.length, linesOf('', rest, written));
  const indent = indentOf(text, map.items[0] as Pair);
  return indent && splitIn(text, indent.start, linesOf(indent.blank, rest, written));
}

function linesOf(blank: string, keys: readonly string[], written: string): string {
  return keys
    .map(
      (key, depth) =>
        `${blank}${'  '.repeat(depth)}${key}:${depth === keys.length - 1 ? ` ${written}` : ''}\n`,
    )
    .join('');
}

function splitIn(text: string, at: number, lines: string): string {
  const before = text.slice(0, at);
  return `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${lines}${text.slice(at)}`;
}
