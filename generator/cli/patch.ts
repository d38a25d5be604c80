// A difference as a unified diff that `git apply` and eyes read alike, save that hidden characters are shown by number.
import { structuredPatch } from 'diff';
import type { Difference } from './differences.ts';
import type { Paint } from './terminal/paint.ts';
import { visible } from './terminal/visible.ts';

/** Ends in a line break. */
export function renderPatch({ change, before, after }: Difference, paint: Paint): string {
  const path = visible(change.path);
  const from = before === undefined ? '/dev/null' : `a/rendered/${path}`;
  const to = after === undefined ? '/dev/null' : `b/rendered/${path}`;
  const { hunks } = structuredPatch(from, to, before ?? '', after ?? '', undefined, undefined, {
    context: 3,
  });
  const head = [paint('bold', `--- ${from}`), paint('bold', `+++ ${to}`)];
  if (hunks.length === 0) return `${[...head, 'Only its mode or its encoding differs.'].join('\n')}\n`;
  const body = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    paint('cyan', `@@ -${showRange(oldStart, oldLines)} +${showRange(newStart, newLines)} @@`),
    ...lines.map((line) => renderLine(visible(line), paint)),
  ]);
  return `${[...head, ...body].join('\n')}\n`;
}

/** No lines stand after the line before them: `git apply` takes `1,0` of a missing file for a mistake. */
function showRange(start: number, lines: number): string {
  return `${lines === 0 ? start - 1 : start},${lines}`;
}

function renderLine(line: string, paint: Paint): string {
  if (line.startsWith('+')) return paint('green', line);
  return line.startsWith('-') ? paint('red', line) : line;
}
