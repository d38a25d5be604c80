// What a survey has found so far: one entry per path, whoever asked. Reads single files; knows nothing of folders.
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts';
import type { FileChange, Reconciliation } from './change.ts';
import { holds, isOurs } from './file.ts';
import type { TreeOptions } from './options.ts';
import { caseTwin, foreignFile, specialFile } from './refusals.ts';

/** Told of each change as it is found, with the new text unless the file is to go. */
export type OnChange = (change: FileChange, text: string | undefined) => void;

export class Ledger {
  readonly #tree: TreeOptions;
  readonly #onChange: OnChange;
  readonly #changes: FileChange[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  #unchanged = 0;

  constructor(tree: TreeOptions, onChange: OnChange) {
    this.#tree = tree;
    this.#onChange = onChange;
  }

  /** A rendered file with nothing at its path. */
  missing(path: string, text: string): void {
    this.#change({ kind: 'created', path }, text);
  }

  /** A rendered file with a regular file at its path. Whoever wrote that one, the place is ours: it is repaired. */
  present(path: string, text: string): void {
    if (holds(`${this.#tree.root}/${path}`, text)) this.#unchanged += 1;
    else this.#change({ kind: 'updated', path }, text);
  }

  /** A regular file where nothing is rendered: stale if we wrote it, foreign if not. */
  unwanted(path: string): void {
    if (isOurs(`${this.#tree.root}/${path}`)) this.#change({ kind: 'deleted', path }, undefined);
    else this.refuse(foreignFile(this.#tree, path));
  }

  special(path: string): void {
    this.refuse(specialFile(this.#tree, path));
  }

  twin(path: string, rendered: string): void {
    this.refuse(caseTwin(this.#tree, path, rendered));
  }

  refuse(diagnostic: Diagnostic): void {
    this.#diagnostics.push(diagnostic);
  }

  /** Files to go, in the order found. */
  get stale(): string[] {
    return this.#changes.filter(({ kind }) => kind === 'deleted').map(({ path }) => path);
  }

  /** What was found, in the order that every run gives. */
  close(): Reconciliation {
    return {
      changes: this.#changes.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      unchanged: this.#unchanged,
      diagnostics: this.#diagnostics.toSorted(compareDiagnostics),
    };
  }

  #change(change: FileChange, text: string | undefined): void {
    this.#changes.push(change);
    this.#onChange(change, text);
  }
}
