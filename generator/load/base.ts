// What a new tree is held against: a git revision's, the one on disk, or one in memory. Tells texts, not what they mean.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { objectIdOf, type Revision } from './revision.ts';

/** A tree of files; paths are relative to it, with `/`. */
export interface Base {
  /** How a sentence calls it: `HEAD (05e64ed)`. */
  readonly label: string;
  readonly paths: ReadonlySet<string>;
  /** Whether the file at `path` has exactly this text. */
  holds(path: string, text: string): boolean;
  /** `undefined` for what it does not have; many paths cost as much as one. */
  read(paths: readonly string[]): (string | undefined)[];
}

/**
 * @param tree folder of the revision; `''` for all of it
 * @param scope only what lies at or below these paths; all when empty
 */
export function revisionBase(revision: Revision, tree: string, scope: readonly string[]): Base {
  const prefix = tree === '' ? '' : `${tree}/`;
  const listed = revision.list(...(scope.length > 0 ? scope.map((path) => prefix + path) : [prefix]));
  const ids = new Map([...listed].map(([path, id]) => [path.slice(prefix.length), id]));
  return {
    get label() {
      return revision.label;
    },
    paths: new Set(ids.keys()),
    holds: (path, text) => {
      const id = ids.get(path);
      return id !== undefined && objectIdOf(text, id) === id;
    },
    read: (paths) => {
      const known = paths.filter((path) => ids.has(path));
      const texts = revision.readFiles(known.map((path) => [prefix + path, ids.get(path) ?? '']));
      const byPath = new Map(known.map((path, index) => [path, texts[index]]));
      return paths.map((path) => byPath.get(path));
    },
  };
}

/**
 * @param root absolute path of the tree; may be absent
 * @param scope only what lies at or below these paths; all when empty
 */
export function diskBase(root: string, scope: readonly string[]): Base {
  const paths = (scope.length > 0 ? scope : ['']).flatMap((path) => listFiles(root, path));
  const read = (path: string) => (known.has(path) ? readFileSync(join(root, path), 'utf8') : undefined);
  const known = new Set(paths);
  return {
    label: 'the tree on disk',
    paths: known,
    holds: (path, text) => read(path) === text,
    read: (paths) => paths.map(read),
  };
}

/** The regular files at or below `path`, but for hidden ones; none where nothing is. */
function listFiles(root: string, path: string): string[] {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (stats.isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((file) => !file.startsWith('.'));
}

export function memoryBase(label: string, files: ReadonlyMap<string, string>): Base {
  return {
    label,
    paths: new Set(files.keys()),
    holds: (path, text) => files.get(path) === text,
    read: (paths) => paths.map((path) => files.get(path)),
  };
}
