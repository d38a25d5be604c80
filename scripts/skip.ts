// Skipping a test aloud. Knows nothing of why a tool is missing: the caller says so in one sentence.

import type { Test } from 'uvu';

/**
 * Counts `name` as skipped and prints `skipped: <name>: <reason>`, the line that `scripts/test.ts` repeats at the end.
 * A skip without such a line (a bare `test.skip`, a forgotten `test.only`) fails the run there.
 */
export function skip(test: Test, name: string, reason: string): void {
  test.skip(name);
  console.log(`skipped: ${name}: ${reason}`);
}
