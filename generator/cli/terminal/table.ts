// Rows as aligned text. Knows nothing of what they say.
import { visible, widthOf } from './visible.ts';

/**
 * Lines of cells two blanks apart, the header first, without blanks at their ends. Whatever a cell holds stays on its line.
 * @param numbers indexes of columns that are aligned to the right
 */
export function renderTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): string {
  const lines = [header, ...rows].map((row) => row.map(visible));
  const widths = header.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))));
  const pad = (cell: string, column: number) => {
    const blanks = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
    return numbers.includes(column) ? blanks + cell : cell + blanks;
  };
  return lines.map((line) => `${line.map(pad).join('  ').trimEnd()}\n`).join('');
}
