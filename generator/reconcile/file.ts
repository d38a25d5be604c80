// One regular file: its bytes and its executable bit, all that git records. Knows nothing of trees.
import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { headerPrefix } from '../model/tree.ts';

// A link or a FIFO that slips in after its folder was listed is refused (ELOOP) or read as empty, never waited for.
const readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const ownerMayExecute = 0o100;
const header = Buffer.from(headerPrefix);

// Two buffers for the whole run: a fresh one per file costs half as much again as reading the file.
let wanted = Buffer.allocUnsafe(1 << 18);
let found = Buffer.allocUnsafe(1 << 18);

function encode(text: string): number {
  const most = text.length * 3;
  if (most > wanted.length) {
    wanted = Buffer.allocUnsafe(most);
    found = Buffer.allocUnsafe(most);
  }
  return wanted.write(text);
}

/** True when the file holds exactly these bytes and is not executable. Hashes and times are not asked: they can lie. */
export function holds(file: string, text: string): boolean {
  const length = encode(text);
  const descriptor = openSync(file, readFlags);
  try {
    const { size, mode } = fstatSync(descriptor);
    if (size !== length || (mode & ownerMayExecute) !== 0) return false;
    return (
      readSync(descriptor, found, 0, length, null) === length &&
      found.compare(wanted, 0, length, 0, length) === 0
    );
  } finally {
    closeSync(descriptor);
  }
}

/** Writes a file that must not exist yet; anything already there, a link too, is an error. */
export function create(file: string, text: string): void {
  const length = encode(text);
  const descriptor = openSync(file, 'wx', 0o644);
  try {
    // A nearly full disk takes part of a write and says so only by the count.
    for (let written = 0; written < length; ) {
      written += writeSync(descriptor, wanted, written, length - written);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** True when the first line says that the generator wrote the file. */
export function isOurs(file: string): boolean {
  const descriptor = openSync(file, readFlags);
  try {
    const length = readSync(descriptor, found, 0, header.length, null);
    return header.equals(found.subarray(0, length));
  } finally {
    closeSync(descriptor);
  }
}
