// From staged files to the new tree, by renames alone, each of which can be taken back. Decides nothing: whoever calls has.
import { mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { DiskFailure } from './failure.ts';
import { kindAt, list } from './listing.ts';
import { stageName, undoName } from './stage.ts';

export interface Removal {
  /** Files to go, relative to the root. */
  readonly stale: readonly string[];
  /** Folders that hold nothing once those are gone, innermost first. */
  readonly idle: readonly string[];
}

type Step = { readonly from: string; readonly to: string } | { readonly removed: string };

/** Moves what is stale out and what is staged in. Whole or, after an error of the disk, taken back and thrown on. */
export function commit(root: string, { stale, idle }: Removal): void {
  const steps: Step[] = [];
  const move = (from: string, to: string) => {
    renameSync(from, to);
    steps.push({ from, to });
  };
  const setAside = (file: string) => move(file, `${root}/${undoName}/${steps.length}`);
  // A folder that is new to the tree goes in with one rename, however much it holds.
  const place = (path: string) => {
    for (const { name, kind } of list(`${root}/${stageName}${path}`)) {
      const inner = `${path}/${name}`;
      const target = kindAt(root + inner);
      if (target === 'folder' && kind === 'folder') {
        place(inner);
        continue;
      }
      if (target === 'file' && kind === 'file') setAside(root + inner);
      move(`${root}/${stageName}${inner}`, root + inner);
    }
  };
  try {
    mkdirSync(`${root}/${undoName}`, { recursive: true });
    for (const path of stale) setAside(`${root}/${path}`);
    for (const path of idle) {
      rmdirSync(`${root}/${path}`);
      steps.push({ removed: `${root}/${path}` });
    }
    if (kindAt(`${root}/${stageName}`) === 'folder') place('');
  } catch (error) {
    takeBack(steps, error);
    throw error;
  }
}

function takeBack(steps: readonly Step[], cause: unknown): void {
  try {
    for (const step of steps.toReversed()) {
      if ('removed' in step) mkdirSync(step.removed);
      else renameSync(step.to, step.from);
    }
  } catch {
    throw new DiskFailure(
      'The disk failed while the tree was being replaced, and again while the old one was being put back: ' +
        'it is a mixture that `check` refuses, and the next `npm run render` repairs it',
      { cause },
    );
  }
}
