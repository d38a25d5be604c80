// What every reconciliation is told about the tree on disk, and the one folder in it that is not part of the tree.
import type { Unit } from '../model/tree.ts';

export interface TreeOptions {
  /** Absolute path of `rendered/` or of what stands in for it. May be absent. */
  readonly root: string;
  /** What messages call it, relative to the repository root: `rendered`. */
  readonly label: string;
  /** The units are the whole tree: whatever no unit claims is stale (ours) or foreign (refused). */
  readonly sweep: boolean;
  /** Called after each unit has been looked at: for progress. */
  readonly onUnit?: (unit: Unit) => void;
}

/**
 * Holds staged and replaced files and the lock while a run lasts. It lies directly below the root because a rename
 * needs one file system, and because Argo CD syncs the clusters' folders, never the root.
 */
export const scratchName = '.reconcile';
