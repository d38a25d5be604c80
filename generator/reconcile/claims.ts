// Who owns which path of the tree. Refuses units that reach outside their claims or into another's: both are our bugs.
import type { Unit } from '../model/tree.ts';
import { scratchName } from './options.ts';

/** Every folder above a path, outermost first: `a/b/c` → `a`, `a/b`. */
export function* foldersAbove(path: string): Generator<string> {
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    yield path.slice(0, slash);
  }
}

/** The last segment. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder a path lies in; `''` is the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Two names with the same fold are one file on macOS and Windows. */
export function fold(path: string): string {
  return path.toLowerCase();
}

export class Claims {
  readonly #claimed = new Set<string>();
  readonly #above = new Set<string>();

  /** True when a unit claims exactly this path. */
  has(path: string): boolean {
    return this.#claimed.has(path);
  }

  /** True when claims lie further inside this folder. */
  leadsTo(folder: string): boolean {
    return this.#above.has(folder);
  }

  /** Every claim and every folder above one, by its fold. */
  folded(): Map<string, string> {
    return new Map([...this.#claimed, ...this.#above].map((path) => [fold(path), path]));
  }

  /** Records a unit's claims. */
  add(unit: Unit): void {
    for (const claim of unit.claims) {
      requireSafe(claim, unit);
      const above = [...foldersAbove(claim)];
      const taken = [claim, ...above].find((path) => this.#claimed.has(path));
      if (taken !== undefined || this.#above.has(claim)) {
        throw new Error(`${unit.input} claims ${claim}, which overlaps another claim`);
      }
      this.#claimed.add(claim);
      for (const folder of above) this.#above.add(folder);
    }
    for (const path of unit.files.keys()) requireInside(path, unit);
  }
}

function requireInside(path: string, unit: Unit): void {
  requireSafe(path, unit);
  if (!unit.claims.some((claim) => path === claim || path.startsWith(`${claim}/`))) {
    throw new Error(`${unit.input} renders ${path} outside its claims`);
  }
}

function requireSafe(path: string, unit: Unit): void {
  const unsafe = path.split('/').some((segment) => /^\.{0,2}$|[\\\p{Cc}]/u.test(segment));
  if (unsafe || path === scratchName || path.startsWith(`${scratchName}/`)) {
    throw new Error(`${unit.input} renders the unsafe path ${JSON.stringify(path)}`);
  }
}
