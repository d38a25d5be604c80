// Plain data → YAML text in block style, keys in canonical order. Knows nothing of Kubernetes, headers or files.

import { orderKeys } from './canon.ts';
import { isLiteral, renderLiteral, renderNumber, renderText, Unrenderable } from './scalar.ts';

/** Two spaces a level. Its length is the deepest nesting; only a cycle gets there. */
const pads = Array.from({ length: 100 }, (_, level) => '  '.repeat(level));

/** Parsers look at most 1,024 characters ahead for the colon after a key. */
const longestKey = 1000;

/**
 * The same keys and short values return by the thousand: looking them up takes two thirds of the time of rendering them
 * anew (Node 24, 4,000 objects). Emptied when full, so that a long run stays flat.
 */
const full = 50_000;
const longestKept = 64;
const keyLines = pads.map(() => new Map<string, string>());
const valueLines = new Map<string, string>();

/** The text so far: one growing string is the cheapest way to build it, and nothing here is asynchronous. */
let out = '';

/**
 * One YAML document without a separator, ending in a line break. Members that are `undefined` are left out. Throws an
 * Error that names the path of anything that is not plain data: dates, functions, class instances, NaN, unsafe integers,
 * `undefined` in a list, half surrogate pairs, keys that take over 1,000 characters, nesting past 100 levels.
 */
export function renderYaml(value: unknown): string {
  out = '';
  try {
    writeNode(value, '', 0, '');
  } catch (error) {
    if (!(error instanceof Unrenderable)) throw error;
    const place = error.path.map((step) => `[${JSON.stringify(step)}]`).join('');
    throw new Error(`cannot write ${error.message} as YAML, at ${place || 'the top'}`, { cause: error });
  }
  return out.trimStart();
}

/**
 * A value on the line of its key or dash if it fits there, else as a block at `level` after `gap`: a line break follows
 * a key, a space follows a dash. A list's dashes stand below the first letter of its key, as kubectl writes them.
 */
function writeNode(value: unknown, under: string, level: number, gap: '\n' | ' ' | ''): void {
  if (typeof value !== 'object' || value === null) {
    out += renderRest(value, level);
  } else if (Array.isArray(value)) {
    if (value.length === 0) out += ' []\n';
    else {
      out += gap;
      writeList(value, gap === '\n' ? level - 1 : level, gap === ' ');
    }
  } else {
    const object = plain(value);
    const keys = orderKeys(object, under);
    if (keys.length === 0) out += ' {}\n';
    else {
      out += gap;
      writeMembers(object, keys, level, gap === ' ');
    }
  }
}

/** `inline`: the first item goes on where the text stands. */
function writeList(list: readonly unknown[], level: number, inline: boolean): void {
  let index = 0;
  try {
    for (; index < list.length; index += 1) {
      out += inline && index === 0 ? '-' : `${pad(level)}-`;
      writeNode(list[index], '', level + 1, ' ');
    }
  } catch (error) {
    throw at(index, error);
  }
}

/** `inline`: the first member goes on where the text stands. */
function writeMembers(object: Plain, keys: readonly string[], level: number, inline: boolean): void {
  let startLevel = inline ? 0 : level;
  let key = '';
  try {
    for (key of keys) {
      out += renderKey(key, startLevel);
      startLevel = level;
      writeNode(object[key], key, level + 1, '\n');
    }
  } catch (error) {
    throw at(key, error);
  }
}

/** What follows a key's colon or a dash, up to and with the line break; the lines of a literal stand at `level`. */
function renderRest(value: unknown, level: number): string {
  switch (typeof value) {
    case 'string':
      return valueLines.get(value) ?? renderTextLines(value, level);
    case 'number':
      return ` ${renderNumber(value)}\n`;
    case 'boolean':
      return value ? ' true\n' : ' false\n';
    default:
      if (value === null) return ' null\n';
      throw new Unrenderable(value === undefined ? 'undefined' : `a ${typeof value}`);
  }
}

function renderTextLines(text: string, level: number): string {
  // At column 0 a line of the text could pass for a document separator.
  if (isLiteral(text)) return ` ${renderLiteral(text, pad(level || 1))}`;
  return remember(valueLines, text, ` ${renderText(text)}\n`);
}

function renderKey(key: string, level: number): string {
  const known = keyLines[level];
  if (known === undefined) throw new Unrenderable(`more than ${pads.length} levels`);
  const line = known.get(key);
  if (line !== undefined) return line;
  const text = renderText(key);
  if (text.length > longestKey) throw new Unrenderable(`a key that takes ${text.length} characters`);
  return remember(known, key, `${pad(level)}${text}:`);
}

function remember(lines: Map<string, string>, text: string, line: string): string {
  if (text.length > longestKept) return line;
  if (lines.size >= full) lines.clear();
  lines.set(text, line);
  return line;
}

type Plain = Readonly<Record<string, unknown>>;

function plain(value: object): Plain {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return value as Plain;
  throw new Unrenderable(`an instance of ${value.constructor.name}`);
}

function pad(level: number): string {
  const text = pads[level];
  if (text === undefined) throw new Unrenderable(`more than ${pads.length} levels`);
  return text;
}

function at(step: string | number, error: unknown): unknown {
  if (error instanceof Unrenderable) error.path.unshift(step);
  return error;
}
