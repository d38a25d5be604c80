// Files on their way into the tree: complete, but still outside every folder that anybody reads. Places nothing itself.
import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { folderOf } from './claims.ts';
import { create } from './file.ts';
import { scratchName } from './options.ts';

/** Below the root: new files at the paths they will have in the tree. */
export const stageName = `${scratchName}/stage`;
/** Below the root: what was in the tree before, flat and numbered, until the run is over. */
export const undoName = `${scratchName}/undo`;

export class Stage {
  readonly #root: string;
  readonly #made = new Set<string>();

  /** Clears what a killed run left: staged files of other inputs are worth nothing. */
  constructor(root: string) {
    this.#root = root;
    this.#clear();
  }

  /** No fsync: after a power cut git has the old tree and the inputs the new one, and `check` reads every byte. */
  add(path: string, text: string): void {
    const folder = `${this.#root}/${stageName}/${folderOf(path)}`;
    if (!this.#made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#made.add(folder);
    }
    create(`${this.#root}/${stageName}/${path}`, text);
  }

  /** Leaves nothing behind but the lock, if somebody holds it. Never throws: the tree is whole, and the next run clears. */
  discard(): void {
    try {
      this.#clear();
      rmdirSync(`${this.#root}/${scratchName}`);
    } catch {}
  }

  #clear(): void {
    for (const name of [stageName, undoName])
      rmSync(`${this.#root}/${name}`, { recursive: true, force: true });
  }
}
