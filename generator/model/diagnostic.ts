// What is wrong with an input, as data. Knows nothing of how it is found or shown.
import { compareText } from './text-order.ts';

/** A spot in a file. `line` and `column` count from 1; `length` is in UTF-16 units and stays on the line. */
export interface Place {
  /** Relative to the repository root, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length?: number;
}

export type Severity = 'error' | 'warning';

/** One mistake, one diagnostic. `code` is the file name of the rule (or of the stage's own check) that found it. */
export interface Diagnostic extends Place {
  readonly code: string;
  readonly severity: Severity;
  /** One sentence that says what is wrong; names in backticks. */
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
  /** The other party of a conflict. */
  readonly related?: readonly Related[];
}

export interface Related extends Place {
  readonly message: string;
}

/** The code of a credential in an input. Whoever shows one must not show the lines of its file, for any other diagnostic either. */
export const secretCode = 'no-secret';

/** Codes of what is valid and waits for somebody's approval. */
export const approvalCodes: ReadonlySet<string> = new Set(['require-approval', 'no-large-deletion']);

/** Sorts by place, then code, then words, so that two runs print the same list. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** True when nothing in the list stops a run. */
export function isClean(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every((diagnostic) => diagnostic.severity !== 'error');
}
