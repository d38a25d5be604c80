// What differs between a new tree and the one on disk, as data. Knows nothing of how the two are compared.
import type { Diagnostic } from '../model/diagnostic.ts';

export interface FileChange {
  readonly kind: 'created' | 'updated' | 'deleted';
  /** Relative to `rendered/`, with `/`. */
  readonly path: string;
}

export interface Reconciliation {
  /** Sorted by path, in UTF-16 code unit order. */
  readonly changes: readonly FileChange[];
  /** How many files already hold the right bytes. */
  readonly unchanged: number;
  /** An error among them means that nothing was written. Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}
