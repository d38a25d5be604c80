// The rendered tree as data: files by path, in units that one input owns. Paths are relative to `rendered/`, with `/`.

/**
 * Everything one target renders. No two units claim overlapping paths, so units can be reconciled one by one
 * and the tree never has to be in memory as a whole.
 */
export interface Unit {
  /** The input behind it, for messages: `tenants/acme.yaml`. */
  readonly input: string;
  /** Folders or single files that belong to this unit alone: whatever lies there and is not in `files` is stale. */
  readonly claims: readonly string[];
  /** Path → text. Every path lies inside a claim. */
  readonly files: ReadonlyMap<string, string>;
}

/** Opens every rendered file's first line; a file without it was not written by us. */
export const headerPrefix = '# Made by `npm run render` from ';
