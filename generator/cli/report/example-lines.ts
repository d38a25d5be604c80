// The example of a group as lines: what went, what came, and what stays around them. Knows no markup.
import { structuredPatch } from 'diff';
import type { Change } from '../../changes/classify/classify.ts';

export interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Lines that are not shown: the same on both sides, or beyond what there is room for. */
export interface Gap {
  readonly hidden: number;
  readonly isSame: boolean;
}

export interface Limits {
  /** Unchanged lines around a change. */
  readonly context: number;
  /** Lines in all. */
  readonly most: number;
}

/** Texts that differ in more places are told as one text that went and another that came: to align them would take long. */
const mostEdits = 400;

/** In the order of a unified diff: of lines that changed, those that went first. */
export function linesOf(example: Change, { context, most }: Limits): (Line | Gap)[] {
  const [before, after] = sidesOf(example);
  const lines = before === '' || after === '' ? whole(before, after) : differing(before, after, context);
  const beyond = lines.length - most;
  return beyond <= 0 ? lines : [...lines.slice(0, most), { hidden: beyond, isSame: false }];
}

/** The object on both sides, or, where it did not change by itself, what a judge found. */
function sidesOf({ texts, before, after }: Change): readonly [before: string, after: string] {
  const isKnown = texts.before !== undefined || texts.after !== undefined;
  const sides = isKnown ? [texts.before, texts.after] : [before, after].map(show);
  const [old = '', now = ''] = sides.map((text) => (text === undefined || text === '' ? '' : endLine(text)));
  return [old, now];
}

function show(value: unknown): string | undefined {
  return typeof value === 'string' || value === undefined ? value : JSON.stringify(value, null, 2);
}

function endLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

function whole(before: string, after: string): Line[] {
  const sided = (text: string, sign: '-' | '+') =>
    text === ''
      ? []
      : text
          .slice(0, -1)
          .split('\n')
          .map((line) => ({ sign, text: line }));
  return [...sided(before, '-'), ...sided(after, '+')];
}

function differing(before: string, after: string, context: number): (Line | Gap)[] {
  const options = { context, maxEditLength: mostEdits };
  const patch = structuredPatch('', '', before, after, undefined, undefined, options);
  if (patch === undefined) return whole(before, after);
  const lines: (Line | Gap)[] = [];
  let next = 1;
  for (const { oldStart, oldLines, lines: own } of patch.hunks) {
    if (oldStart > next) lines.push({ hidden: oldStart - next, isSame: true });
    lines.push(...own.map((line) => ({ sign: signOf(line), text: line.slice(1) })));
    next = oldStart + oldLines;
  }
  const rest = before.split('\n').length - next;
  return rest > 0 && lines.length > 0 ? [...lines, { hidden: rest, isSame: true }] : lines;
}

function signOf(line: string): Line['sign'] {
  return line.startsWith('-') ? '-' : line.startsWith('+') ? '+' : ' ';
}
