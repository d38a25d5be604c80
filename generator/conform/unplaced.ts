// A finding before it has a line, and how it gets one. Knows the rendered texts; judges nothing.

import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts';
import type { Path } from '../model/source.ts';
import { placePaths } from './place.ts';

/** An object's place in the tree: its file, relative to the repository, and which of its documents it is, from 0. */
export interface Site {
  readonly file: string;
  readonly document: number;
}

export interface Unplaced extends Site {
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
  readonly line?: number;
  readonly column?: number;
  /** The other party of a conflict. */
  readonly other?: Site;
}

/** Sorted. A site whose text is not among `texts` gets the first line of its file. */
export async function placeFindings(
  found: readonly Unplaced[],
  texts: ReadonlyMap<string, string>,
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const [file, list] of Map.groupBy(found, (each) => each.file)) {
    const spots = await placePaths(texts.get(file) ?? '', list);
    for (const [index, { code, message, hint, other, line, column }] of list.entries()) {
      const spot = spots[index];
      const related = other && (await relate(other, texts));
      diagnostics.push({
        file,
        line: line ?? spot?.line ?? 1,
        column: column ?? spot?.column ?? 1,
        code,
        severity: 'error',
        message,
        ...(hint !== undefined && { hint }),
        ...(related !== undefined && { related: [related] }),
      });
    }
  }
  return diagnostics.sort(compareDiagnostics);
}

async function relate({ file, document }: Site, texts: ReadonlyMap<string, string>) {
  const [spot] = await placePaths(texts.get(file) ?? '', [{ document, path: [] }]);
  return { file, line: spot?.line ?? 1, column: spot?.column ?? 1, message: 'the other one' };
}
