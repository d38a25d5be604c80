// Turns offsets in a text into lines and columns. Knows nothing of YAML.
import type { Place } from '../model/diagnostic.ts';

/** A stretch of text: both in UTF-16 units, `at` from 0. */
export interface Span {
  readonly at: number;
  readonly length: number;
}

/** Answers where spans of `text` stand; a span that goes on to the next line is cut at the end of its first. */
export function placesIn(file: string, text: string): (span: Span) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return ({ at, length }) => {
    const line = lineOf(starts, at);
    const start = starts[line] ?? 0;
    const end = (starts[line + 1] ?? text.length + 1) - 1;
    const place = { file, line: line + 1, column: at - start + 1 };
    const onLine = Math.min(length, end - at);
    return onLine > 0 ? { ...place, length: onLine } : place;
  };
}

function lineOf(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Offset of the first character of the line that `at` stands on. */
export function lineStart(text: string, at: number): number {
  // `lastIndexOf` takes a negative position for 0 and would find a line break there.
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}
