// Is every rendered object one that its cluster would accept and could run? Reads the rendered text alone and refuses to
// know what made it.

import type { Diagnostic } from '../model/diagnostic.ts';
import { Conformity } from './conformity.ts';
import { ownSchemas } from './schemas/kinds.ts';
import { tenantFolderOf } from './unit.ts';

/**
 * Everything wrong with a whole tree of rendered `files` (paths relative to `rendered/`), sorted. Whoever makes a tree
 * unit by unit feeds a `Conformity` instead and never holds the whole. `own` is the folder of hand-written schemas.
 */
export async function conform(
  files: Iterable<readonly [path: string, text: string]>,
  own = ownSchemas,
): Promise<Diagnostic[]> {
  const conformity = await Conformity.load(own);
  const units = Map.groupBy(files, ([path]) => tenantFolderOf(path) ?? path.slice(0, path.indexOf('/')));
  // `prod` sorts before `prod/tenants/acme`: a cluster's own objects come first.
  for (const name of [...units.keys()].sort()) conformity.add(units.get(name) ?? []);
  return conformity.finish();
}
