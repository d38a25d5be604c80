// Where tests make trees: in memory when there is room. What they prove is about bytes, names and kills, none of which a
// disk would change; only a power cut would.
import { mkdtempSync, realpathSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const room = 2 ** 30;

/** A new empty folder; the caller removes it. */
export function makeScratch(name: string): string {
  return realpathSync(mkdtempSync(join(hasRoom('/dev/shm') ? '/dev/shm' : tmpdir(), `tenantry-${name}-`)));
}

/** A container's own memory folder often holds 64 MiB. */
function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > room;
  } catch {
    return false;
  }
}
