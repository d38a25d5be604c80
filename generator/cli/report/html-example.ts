// The example of a group as HTML: both sides beside each other, line by line, with what differs marked. Knows no page.
import type { Change } from '../../changes/classify/classify.ts';
import { countOf } from '../terminal/count.ts';
import { type Gap, type Line, linesOf } from './example-lines.ts';
import { type Html, html } from './html-text.ts';

const limits = { context: 4, most: 300 };
const longestLine = 2_000;

/** One side of a row: a line, a gap in both sides, or nothing beside a line of the other side. */
type Cell = Line | Gap | undefined;

export function renderExample(example: Change): Html {
  const lines = linesOf(example, limits);
  const rows = rowsOf(lines);
  const hasBefore = lines.some((line) => 'sign' in line && line.sign !== '+');
  const hasAfter = lines.some((line) => 'sign' in line && line.sign !== '-');
  const before = renderSide('Before', rows, ([cell, other]) => renderCell(cell, other));
  const after = renderSide('After', rows, ([other, cell]) => renderCell(cell, other));
  if (!hasBefore) return html`<div class="sides one">${after}</div>`;
  return hasAfter
    ? html`<div class="sides">${before}${after}</div>`
    : html`<div class="sides one">${before}</div>`;
}

type Row = readonly [before: Cell, after: Cell];

/** Lines that went stand beside those that came in their place. */
function rowsOf(lines: readonly (Line | Gap)[]): Row[] {
  const rows: Row[] = [];
  let gone: Line[] = [];
  let come: Line[] = [];
  const close = () => {
    const length = Math.max(gone.length, come.length);
    rows.push(...Array.from({ length }, (_, index): Row => [gone[index], come[index]]));
    gone = [];
    come = [];
  };
  for (const line of lines) {
    if ('sign' in line && line.sign === '-') {
      if (come.length > 0) close();
      gone.push(line);
    } else if ('sign' in line && line.sign === '+') come.push(line);
    else {
      close();
      rows.push([line, line]);
    }
  }
  close();
  return rows;
}

function renderSide(title: string, rows: readonly Row[], renderRow: (row: Row) => Html): Html {
  // A screen reader and a keyboard reach what is cut off by scrolling.
  return html`<figure><figcaption>${title}</figcaption><pre tabindex="0" role="region" aria-label="${title}">${rows.map(renderRow)}</pre></figure>`;
}

/** Ends in a line break, so that both sides stay level. */
function renderCell(cell: Cell, other: Cell): Html {
  if (cell === undefined) return html`<span class="none">\n</span>`;
  if ('hidden' in cell) {
    const kind = cell.isSame ? 'unchanged line' : 'more line';
    return html`<span class="gap">⋯ ${countOf(cell.hidden, kind)}\n</span>`;
  }
  if (cell.sign === ' ') return html`  ${cut(cell.text)}\n`;
  const text = mark(cut(cell.text), other !== undefined && 'sign' in other ? cut(other.text) : undefined);
  return cell.sign === '-' ? html`<del>- ${text}\n</del>` : html`<ins>+ ${text}\n</ins>`;
}

function cut(text: string): string {
  return text.length > longestLine ? `${text.slice(0, longestLine)}…` : text;
}

/** The middle of a line, that its other side does not share. */
function mark(text: string, other: string | undefined): Html {
  if (other === undefined || other === text) return html`${text}`;
  const start = sharedStart(text, other);
  const most = Math.min(text.length, other.length) - start;
  const end = Math.min(most, sharedEnd(text, other));
  const middle = text.slice(start, text.length - end);
  // Where little is shared, everything is new: marks would only be noise.
  if (start + end < text.trimStart().length / 4 || middle === '') return html`${text}`;
  return html`${text.slice(0, start)}<b>${middle}</b>${text.slice(text.length - end)}`;
}

/** Units from the start, and never half a character. */
function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return isHigh(one, length - 1) ? length - 1 : length;
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return isHigh(one, one.length - length - 1) ? Math.max(0, length - 1) : length;
}

function isHigh(text: string, index: number): boolean {
  return /[\ud800-\udbff]/.test(text[index] ?? '');
}
