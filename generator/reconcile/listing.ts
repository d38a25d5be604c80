// What lies directly inside a folder, by name and kind. Follows no link and opens no file.
import { type Dirent, lstatSync, readdirSync } from 'node:fs';

/** `special` is whatever git cannot hold as a file of ours: links, FIFOs, sockets, devices. */
export type Kind = 'file' | 'folder' | 'special';

export interface Entry {
  readonly name: string;
  readonly kind: Kind;
}

function kindOf(entry: Pick<Dirent, 'isFile' | 'isDirectory'>): Kind {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'special';
}

/** The kind of what lies at a path, itself and not what it links to; undefined when nothing does. */
export function kindAt(file: string): Kind | undefined {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats && kindOf(stats);
}

/** In the file system's order: sort what you make of it. */
export function list(folder: string): Entry[] {
  return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
    name: entry.name,
    kind: kindOf(entry),
  }));
}
