// Finds the quote or bracket that swallowed the lines after it: a parser notices only where it gives up.
import { lineStart } from './places.ts';

/**
 * The offset of the innermost opener still open at `end`, if it stands on an earlier line or at the end of the text.
 * Looks back as far as the top-level entry around it.
 */
export function findUnclosed(text: string, end: number): number | undefined {
  const start = entryStart(text, end);
  const open = scan(text, start, end).at(-1);
  if (open === undefined) return undefined;
  const endsText = text.slice(end).trim() === '';
  return endsText || text.slice(open, end).includes('\n') ? open : undefined;
}

/** Where the line begins that is not indented and stands before the line of `end` (or is that line, when it is the first). */
function entryStart(text: string, end: number): number {
  let line = lineStart(text, end);
  while (line > 0) {
    line = lineStart(text, line - 1);
    if (/[^\s#]/.test(text[line] ?? ' ')) break;
  }
  return line;
}

/** Offsets of the quotes and brackets open at `end`, outermost first. */
function scan(text: string, start: number, end: number): number[] {
  const open: number[] = [];
  let at = start;
  while (at < end) {
    const character = text[at] ?? '';
    const isTokenStart = /[\s,[{]/.test(text[at - 1] ?? ' ');
    if (character === '#' && isTokenStart) at = lineEnd(text, at);
    else if ((character === '"' || character === "'") && isTokenStart) {
      const close = quoteEnd(text, at, end);
      if (close === undefined) return [...open, at];
      at = close;
    } else if ((character === '[' || character === '{') && (isTokenStart || open.length > 0)) open.push(at);
    else if (character === ']' || character === '}') open.pop();
    at++;
  }
  return open;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function quoteEnd(text: string, start: number, end: number): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < end; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== "'") return at;
      at++;
    }
  }
  return undefined;
}
