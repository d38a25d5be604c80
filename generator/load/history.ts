// What a git revision's rendered tree says: a change that removes a tenant's file and its rendered folder together shows
// nothing on disk any more, and a state on disk may have been written by hand.
import { basename } from 'node:path';
import type { Past, RenderedTarget } from '../model/fleet.ts';
import { parseState } from './rendered.ts';
import { GitRefusal, Revision, UnknownRevision } from './revision.ts';

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

const graveyard = 'platform/purged/';

/** Ids of the tenants that the revision knows as purged. */
export function readTombstonesAt(revision: Revision): string[] {
  return idsOf([...revision.list(graveyard).keys()]);
}

function idsOf(paths: readonly string[]): string[] {
  const files = paths.filter((path) => path.startsWith(graveyard) && path.endsWith('.yaml'));
  return files.map((path) => basename(path, '.yaml')).sort();
}

/**
 * What the last commit says of the past, asked by one process. A state on disk from which the next step would remove
 * something counts only as far as it was committed; every other state is taken from the disk.
 * @param onDisk the targets of `rendered/`
 */
export function readCommitted(
  root: string,
  onDisk: readonly RenderedTarget[],
): Pick<Past, 'rendered' | 'tombstones'> {
  const advanced = onDisk.filter(({ lifecycle }) => lifecycle === 'suspended' || lifecycle === 'retained');
  const head = Revision.head(root);
  try {
    const listed = [...head.list(graveyard, ...advanced.map(fileOf))];
    const states = listed.filter(([path]) => !path.startsWith(graveyard));
    const texts = head.readFiles(states);
    const textOf = new Map(states.map(([path], index) => [path, texts[index] ?? '']));
    const rendered = onDisk.map((target) => {
      const text = textOf.get(fileOf(target));
      return text === undefined ? target : { ...target, ...parseState(fileOf(target), text) };
    });
    return { rendered, tombstones: idsOf(listed.map(([path]) => path)) };
  } catch (error) {
    // Without git nothing was committed; a git that will not answer stops whoever writes, in the review.
    if (!(error instanceof UnknownRevision || error instanceof GitRefusal)) throw error;
    return { rendered: onDisk, tombstones: [] };
  }
}

function fileOf({ cluster, tenant }: RenderedTarget): string {
  return `rendered/${cluster}/tenants/${tenant}/target.yaml`;
}
