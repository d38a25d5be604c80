// What `check` finds: every file that differs, and the texts of the first few. Reads no file.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FileChange } from '../reconcile/change.ts';

export interface Difference {
  readonly change: FileChange;
  /** On the disk; undefined when it is missing. */
  readonly before: string | undefined;
  /** As the inputs make it; undefined when they make none. */
  readonly after: string | undefined;
}

/** Takes differences in any order and keeps the texts of the first `limit` by path, so that memory stays flat. */
export class Differences {
  readonly #limit: number;
  /** Undefined where the texts are the same. */
  readonly #lines = new Map<string, number | undefined>();
  #shown: Difference[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(difference: Difference): void {
    const { change, before, after } = difference;
    this.#lines.set(change.path, before === after ? undefined : firstDifference(before ?? '', after ?? ''));
    this.#shown.push(difference);
    if (this.#shown.length <= this.#limit) return;
    this.#shown = this.shown.slice(0, this.#limit);
  }

  /** Sorted by path. */
  get shown(): readonly Difference[] {
    return this.#shown.toSorted((a, b) => (a.change.path < b.change.path ? -1 : 1));
  }

  get hidden(): number {
    return this.#lines.size - this.#shown.length;
  }

  /** One per change, for voices that have no room for a diff. */
  diagnose(changes: readonly FileChange[]): Diagnostic[] {
    return changes.map(({ kind, path }) => ({
      file: `rendered/${path}`,
      line: this.#lines.get(path) ?? 1,
      column: 1,
      code: 'no-stale-file',
      severity: 'error',
      message: `The file ${kind === 'updated' && !this.#hasOtherText(path) ? 'has another mode or encoding than we write' : words[kind]}.`,
      hint: 'Run `npm run render` and commit what it changes.',
    }));
  }

  #hasOtherText(path: string): boolean {
    return this.#lines.get(path) !== undefined;
  }
}

const words: Readonly<Record<FileChange['kind'], string>> = {
  created: 'is missing',
  updated: 'is not what the inputs make',
  deleted: 'is a leftover: no input makes it',
};

/** Line number, from 1. */
function firstDifference(before: string, after: string): number {
  let line = 1;
  for (let at = 0; at < before.length && before[at] === after[at]; at++) if (before[at] === '\n') line += 1;
  return line;
}
