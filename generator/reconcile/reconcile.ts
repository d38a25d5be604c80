// Brings the tree on disk to the new one: all of it, or nothing. The only stage that writes; it composes and decides nothing.
import { type Diagnostic, isClean } from '../model/diagnostic.ts';
import type { Unit } from '../model/tree.ts';
import type { Reconciliation } from './change.ts';
import { commit } from './commit.ts';
import { DiskFailure, isSystemError } from './failure.ts';
import type { TreeOptions } from './options.ts';
import { Stage } from './stage.ts';
import { type Survey, survey } from './survey.ts';

/** Asked when every file is staged and before one moves; an error among the answers leaves the tree as it was. */
export type Refuse = () => readonly Diagnostic[];

/**
 * Stages every file that differs beside the tree; when all units are through and nothing stands against it, moves
 * them in by renames. A file that already holds the right bytes is not written. Killed at any moment, each file of
 * the tree is whole, old or new, and the next run repairs what is mixed.
 *
 * Hold the lock (`withLock`). Throws `DiskFailure` for what the operating system refuses; the tree is then as before.
 */
export function reconcile(
  units: Iterable<Unit>,
  options: TreeOptions & { readonly refuse?: Refuse },
): Reconciliation {
  // Files 0644, folders 0755: whoever runs it, under whatever umask, leaves what the others can read.
  const umask = process.umask(0o022);
  try {
    const { changes, unchanged, diagnostics } = replace(units, options);
    return { changes, unchanged, diagnostics };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new DiskFailure(`${error.message}; nothing under ${options.label}/ was changed`, { cause: error });
  } finally {
    process.umask(umask);
  }
}

function replace(units: Iterable<Unit>, options: TreeOptions & { readonly refuse?: Refuse }): Survey {
  const { root } = options;
  let stage: Stage | undefined;
  try {
    const found = survey(units, options, ({ path }, text) => {
      stage ??= new Stage(root);
      if (text !== undefined) stage.add(path, text);
    });
    if (!isClean(found.diagnostics)) return found;
    const told = options.refuse?.() ?? [];
    const diagnostics = [...found.diagnostics, ...told];
    if (!isClean(told)) return { ...found, changes: [], diagnostics };
    stage ??= new Stage(root);
    if (found.changes.length > 0 || found.idle.length > 0) commit(root, found);
    return { ...found, diagnostics };
  } finally {
    stage?.discard();
  }
}
