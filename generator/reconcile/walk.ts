// One folder of the tree on disk and all below it, against the files that belong there. Follows no link.
import { fold, foldersAbove } from './claims.ts';
import type { Ledger } from './ledger.ts';
import { type Kind, list } from './listing.ts';

/** The files that belong somewhere, and what follows from them for the folders and names around. */
export class Expected {
  readonly files: ReadonlyMap<string, string>;
  readonly #folders = new Set<string>();
  #folded: Map<string, string> | undefined;

  constructor(files: ReadonlyMap<string, string>) {
    this.files = files;
    for (const path of files.keys()) {
      for (const folder of foldersAbove(path)) this.#folders.add(folder);
    }
  }

  leadsTo(folder: string): boolean {
    return this.#folders.has(folder);
  }

  /** The expected path that this one is a case twin of. Rarely asked: only for what is not expected. */
  twinOf(path: string): string | undefined {
    this.#folded ??= new Map([...this.files.keys(), ...this.#folders].map((each) => [fold(each), each]));
    const twin = this.#folded.get(fold(path));
    return twin === path ? undefined : twin;
  }
}

export interface Walk {
  readonly root: string;
  readonly expected: Expected;
  readonly ledger: Ledger;
  /** Gets every expected path that a regular file lies at. */
  readonly seen: Set<string>;
  /** Gets every folder that leads to no expected file, innermost first. */
  readonly idle: string[];
}

/** Enters what lies at `path`, and below it, into the ledger. */
export function walk(path: string, kind: Kind, context: Walk): void {
  const { expected, ledger, seen } = context;
  const text = kind === 'file' ? expected.files.get(path) : undefined;
  const leads = kind === 'folder' && expected.leadsTo(path);
  const twin = text === undefined && !leads ? expected.twinOf(path) : undefined;
  if (kind === 'special') ledger.special(path);
  else if (text !== undefined) {
    seen.add(path);
    ledger.present(path, text);
  } else if (leads) walkInto(path, context);
  else if (twin !== undefined) ledger.twin(path, twin);
  else if (kind === 'file') ledger.unwanted(path);
  else {
    walkInto(path, context);
    context.idle.push(path);
  }
}

function walkInto(folder: string, context: Walk): void {
  for (const { name, kind } of list(`${context.root}/${folder}`)) walk(`${folder}/${name}`, kind, context);
}
