// What a git revision's rendered tree says: a change that removes a tenant's file and its rendered folder together shows
// nothing on disk any more.
import type { RenderedTarget } from '../model/fleet.ts';
import { parseState } from './rendered.ts';
import type { Revision } from './revision.ts';

/** @param tree the rendered tree relative to the revision's root, with `/`: `rendered` */
export function readRenderedAt(revision: Revision, tree: string): RenderedTarget[] {
  const depth = tree.split('/').length;
  const files = [...revision.list(`${tree}/`)].filter(
    ([name]) => name.endsWith('/target.yaml') && name.split('/').length === depth + 4,
  );
  const texts = revision.read(files.map(([, id]) => id));
  return files.map(([name], index) => {
    const [cluster = '', , tenant = ''] = name.split('/').slice(depth);
    return { cluster, tenant, ...parseState(name, texts[index] ?? '') };
  });
}
