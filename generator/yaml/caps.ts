// How large an input may be. Knows nothing of what the inputs say.

/** Upper bounds of one input file; a file at the bound is accepted. */
export interface Caps {
  /** UTF-8 bytes, checked before parsing: some parsers need seconds for half a megabyte of keys. */
  readonly bytes: number;
  /** Keys, scalars and collections together. */
  readonly nodes: number;
  /** Collections inside collections; the document's own mapping is 1. */
  readonly depth: number;
}

export const tenantCaps: Caps = { bytes: 64 * 1024, nodes: 5_000, depth: 32 };

/** For the files that platform engineers edit: `platform/` and `clusters/`. */
export const platformCaps: Caps = { bytes: 256 * 1024, nodes: 20_000, depth: 32 };
