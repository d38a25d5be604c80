// Every file of the new tree against the disk, and everything on the disk against the new tree. Reads only.
import type { Unit } from '../model/tree.ts';
import type { Reconciliation } from './change.ts';
import { Claims, fold, folderOf, foldersAbove, nameOf } from './claims.ts';
import { Ledger, type OnChange } from './ledger.ts';
import { type Kind, kindAt, list } from './listing.ts';
import { scratchName, type TreeOptions } from './options.ts';
import { emptyTree, specialFile } from './refusals.ts';
import { Expected, walk } from './walk.ts';

export interface Survey extends Reconciliation {
  /** Files that the generator wrote and no longer renders, sorted. */
  readonly stale: readonly string[];
  /** Folders that lead to no rendered file, innermost first. */
  readonly idle: readonly string[];
}

/**
 * Looks at each unit as it comes and forgets it, so memory holds one unit and the list of changes.
 * Refuses a root, or a scratch folder in it, that is not a folder before it looks at anything else.
 */
export function survey(units: Iterable<Unit>, tree: TreeOptions, onChange: OnChange): Survey {
  const ledger = new Ledger(tree, onChange);
  const idle: string[] = [];
  for (const path of ['', scratchName]) {
    const kind = kindAt(path === '' ? tree.root : `${tree.root}/${path}`);
    if (kind === undefined || kind === 'folder') continue;
    ledger.refuse(specialFile(tree, path));
    return { ...ledger.close(), stale: [], idle };
  }
  const claims = new Claims();
  const disk = new Disk(tree.root);
  let rendered = 0;
  for (const unit of units) {
    claims.add(unit);
    surveyUnit(unit, { tree, disk, ledger, idle });
    rendered += unit.files.size;
    tree.onUnit?.(unit);
  }
  surveyOutside('', { tree, claims, folded: claims.folded(), ledger, idle });
  const stale = ledger.stale;
  if (rendered === 0 && stale.length > 0 && !holdsOther('', tree.root, new Set(stale))) {
    ledger.refuse(emptyTree(tree, stale.length));
  }
  return { ...ledger.close(), stale: stale.sort(), idle };
}

/** Kinds by path, each folder listed once; whatever lies behind a link counts as absent. */
class Disk {
  readonly #root: string;
  readonly #folders = new Map<string, Map<string, Kind>>();

  constructor(root: string) {
    this.#root = root;
    if (kindAt(root) === undefined) this.#folders.set('', new Map());
  }

  kindAt(path: string): Kind | undefined {
    for (const folder of foldersAbove(path)) {
      if (this.#entry(folder) !== 'folder') return undefined;
    }
    return this.#entry(path);
  }

  #entry(path: string): Kind | undefined {
    const folder = folderOf(path);
    let entries = this.#folders.get(folder);
    if (entries === undefined) {
      entries = new Map(list(`${this.#root}/${folder}`).map(({ name, kind }) => [name, kind]));
      this.#folders.set(folder, entries);
    }
    return entries.get(nameOf(path));
  }
}

interface Finding {
  readonly tree: TreeOptions;
  readonly ledger: Ledger;
  readonly idle: string[];
}

function surveyUnit(unit: Unit, { tree, disk, ledger, idle }: Finding & { readonly disk: Disk }): void {
  const context = {
    root: tree.root,
    expected: new Expected(unit.files),
    ledger,
    idle,
    seen: new Set<string>(),
  };
  for (const claim of unit.claims) {
    const kind = disk.kindAt(claim);
    if (kind !== undefined) walk(claim, kind, context);
  }
  for (const [path, text] of unit.files) {
    if (!context.seen.has(path)) ledger.missing(path, text);
  }
}

/** Everything that no unit claims: what is in the way or a case twin always, all the rest when the units are the whole tree. */
function surveyOutside(
  folder: string,
  context: Finding & { readonly claims: Claims; readonly folded: ReadonlyMap<string, string> },
): void {
  const { tree, claims, folded, ledger, idle } = context;
  if (folder === '' && kindAt(tree.root) === undefined) return;
  for (const { name, kind } of list(`${tree.root}/${folder}`)) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (path === scratchName || claims.has(path)) continue;
    const leads = claims.leadsTo(path);
    const twin = folded.get(fold(path)) ?? path;
    if (leads && kind === 'folder') surveyOutside(path, context);
    else if (twin !== path) ledger.twin(path, twin);
    else if (leads || tree.sweep) {
      walk(path, kind, { root: tree.root, expected: nothing, ledger, idle, seen: new Set() });
    }
  }
}

const nothing = new Expected(new Map());

/** True when some file of the tree is not among the deleted. */
function holdsOther(folder: string, root: string, deleted: ReadonlySet<string>): boolean {
  return list(`${root}/${folder}`).some(({ name, kind }) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (path === scratchName) return false;
    return kind === 'folder' ? holdsOther(path, root, deleted) : !deleted.has(path);
  });
}
