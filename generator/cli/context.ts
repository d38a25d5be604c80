// What every command is told: which repository, and in which voice to answer. Finds the one and knows nothing of the other.
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { list } from '../model/words.ts';
import { UsageError } from './usage.ts';

/** How diagnostics are told. */
export const formats = ['text', 'github', 'json', 'sarif'] as const;

export type Format = (typeof formats)[number];

/** How the report of a change is told. */
export const reportFormats = ['text', 'markdown', 'html', 'json', 'github'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** Throws a UsageError for a format that the command does not speak. */
export function requireFormat<Known extends string>(
  format: string,
  known: readonly Known[],
  command: string,
): Known {
  const found = known.find((one) => one === format);
  if (found !== undefined) return found;
  throw new UsageError(`\`${command}\` has no format \`${format}\`. It has ${list(known)}.`);
}

export interface Context {
  /** Absolute. */
  readonly root: string;
  readonly format: Format;
}

/** Where the repository is: `given`, from the current directory, or the nearest one around it. */
export function findRoot(given: string | undefined): string {
  if (given !== undefined) {
    const root = resolve(given);
    if (statSync(root, { throwIfNoEntry: false })?.isDirectory()) return root;
    throw new UsageError(`\`--root ${given}\` is not a folder.`);
  }
  const start = process.cwd();
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'generator/cli/main.ts'))) return folder;
    if (folder !== dirname(folder)) continue;
    throw new UsageError(
      `${start} is not inside a Tenantry repository. Change to a folder of one, or name it with \`--root\`.`,
    );
  }
}
