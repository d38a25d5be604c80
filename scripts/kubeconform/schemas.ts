// Writes the closed schemas that `generator/conform` prepares as files that kubeconform can look up by kind. Knows the
// layout only.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleKind, type KindName } from '../../generator/conform/schemas/kinds.ts';

/** kubeconform's name for the file of a kind; of the core group `.Group` is the version itself. */
export const layout = '{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json';

/** Empties `folder` and fills it. A kind that has no schema gets no file, and kubeconform calls that an error. */
export function writeSchemas(folder: string, names: Iterable<KindName>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const name of names) {
    const schema = bundleKind(name);
    if (schema === undefined) continue;
    const [apiVersion = '', kind = ''] = name.split(' ');
    const [group = '', version = group] = apiVersion.split('/');
    mkdirSync(join(folder, group), { recursive: true });
    writeFileSync(join(folder, group, `${kind.toLowerCase()}_${version}.json`), JSON.stringify(schema));
  }
}
