// What the process ends with.
import { approvalCodes, type Diagnostic, isClean } from '../model/diagnostic.ts';

export const exit = {
  clean: 0,
  /** The input is wrong or the tree is stale. */
  wrong: 1,
  /** The command line is wrong. */
  usage: 2,
  /** Valid, but a dangerous change waits for an approval. */
  unapproved: 3,
  /** Not the user's doing: we broke, or the disk did. */
  broken: 70,
  /** Interrupted at a question: 128 + SIGINT, as a shell counts. */
  interrupted: 130,
} as const;

/** What diagnostics alone make of a run. */
export function exitOf(diagnostics: readonly Diagnostic[]): number {
  if (isClean(diagnostics)) return exit.clean;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return errors.every(({ code }) => approvalCodes.has(code)) ? exit.unapproved : exit.wrong;
}
