// The line that a place points at, and a mark below it. Reads no file.
import type { Place } from '../../model/diagnostic.ts';
import type { Paint } from '../terminal/paint.ts';
import { clip, visible, widthOf } from '../terminal/visible.ts';

const columns = 100;
const columnsBefore = 60;

/** Two lines, or none where the place is not in the text or its line is blank. A long line is cut around the mark. */
export function renderFrame(text: string, place: Place, paint: Paint): string[] {
  const line = lineAt(text, place.line);
  if (line.trim() === '') return [];
  const start = place.column - 1;
  const end = start + (place.length ?? 0);
  const before = clipStart(visible(line.slice(0, start)), columnsBefore);
  const marked = clip(visible(line.slice(start, end)), columns - widthOf(before));
  const after = clip(visible(line.slice(end)), Math.max(1, columns - widthOf(before) - widthOf(marked)));
  const gutter = `${place.line} | `;
  const margin = `${' '.repeat(gutter.length - 2)}| ${' '.repeat(widthOf(before))}`;
  return [
    `${paint('gray', gutter)}${before}${marked === '' ? '' : paint('red', marked)}${after}`,
    `${paint('gray', margin)}${paint('red', '^'.repeat(Math.max(1, widthOf(marked))))}`,
  ];
}

function lineAt(text: string, number: number): string {
  let start = 0;
  for (let line = 1; line < number; line++) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0) return '';
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

/** Whole characters from the end. */
function clipStart(text: string, width: number): string {
  const reversed = (value: string) => [...value].reverse().join('');
  return widthOf(text) <= width ? text : reversed(clip(reversed(text), width));
}
