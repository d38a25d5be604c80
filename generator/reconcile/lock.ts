// One run at a time on one tree. Knows nothing of what the run does.
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  rmdirSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiskFailure, isSystemError } from './failure.ts';
import { kindAt } from './listing.ts';
import { scratchName } from './options.ts';

export interface LockOptions {
  /** Absolute path of the tree's root; made when absent, and removed again if it is still empty at the end. */
  readonly root: string;
  /** Called once, when another run holds the lock and this one begins to wait. */
  readonly onWait: () => void;
}

const pollMilliseconds = 20;
const sqliteBusy = 5;
const sqliteCannotOpen = 14;

/**
 * Runs `work` while no other process, and no other call in this one, does so for the same root.
 *
 * It is SQLite's exclusive lock on an empty file, because Node offers no other that the kernel holds: such a lock dies
 * with its process, so a kill leaves nothing stale and no reused process id can be mistaken for a holder.
 */
export async function withLock<T>({ root, onWait }: LockOptions, work: () => T | Promise<T>): Promise<T> {
  const scratch = `${root}/${scratchName}`;
  const isNew = kindAt(root) === undefined;
  // A link where a folder should be: nothing may be made behind it, and `reconcile` refuses the run with the reason.
  if ([root, scratch].some((folder) => (kindAt(folder) ?? 'folder') !== 'folder')) return work();
  const lock = await acquire(scratch, onWait);
  try {
    return await work();
  } finally {
    release(lock);
    removeIfEmpty(scratch);
    if (isNew) removeIfEmpty(root);
  }
}

interface Lock {
  readonly file: string;
  readonly descriptor: number;
  readonly database: DatabaseSync;
}

async function acquire(scratch: string, onWait: () => void): Promise<Lock> {
  let waited = false;
  for (;;) {
    const lock = await open(scratch);
    if (lock === undefined) continue;
    while (!isTaken(lock)) {
      if (!waited) onWait();
      waited = true;
      await sleep(pollMilliseconds);
    }
    if (isCurrent(lock)) return lock;
    close(lock);
  }
}

/** Undefined when the last holder removed the folder just now. */
async function open(scratch: string): Promise<Lock | undefined> {
  // Lazily: some versions of Node 24 warn of it, and commands that only read do not need it.
  const { DatabaseSync } = await import('node:sqlite');
  const file = `${scratch}/lock`;
  let descriptor: number | undefined;
  try {
    mkdirSync(scratch, { recursive: true });
    descriptor = openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o644);
    return { file, descriptor, database: new DatabaseSync(file) };
  } catch (error) {
    if (descriptor !== undefined) closeSync(descriptor);
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    if (
      sqliteCode(error) === sqliteCannotOpen &&
      statSync(scratch, { throwIfNoEntry: false }) === undefined
    ) {
      return undefined;
    }
    throw new DiskFailure(`${(error as Error).message}; ${file} cannot be locked`, { cause: error });
  }
}

function isTaken({ database }: Lock): boolean {
  try {
    // The journal in memory: nothing is ever stored, and a second file would have to be cleared up too.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (sqliteCode(error) === sqliteBusy) return false;
    throw error;
  }
}

/**
 * A holder removes the file before it lets go, so whoever waited may now hold the lock on a file that is gone.
 * Our own descriptor keeps the file's number from being given to another file: equal numbers are the same file.
 */
function isCurrent({ file, descriptor }: Lock): boolean {
  const ours = fstatSync(descriptor, { bigint: true });
  const current = statSync(file, { bigint: true, throwIfNoEntry: false });
  return current?.ino === ours.ino && current.dev === ours.dev;
}

function release(lock: Lock): void {
  try {
    unlinkSync(lock.file);
  } catch {
    // An empty file that stays behind locks nobody out and is ignored by git.
  }
  close(lock);
}

/** The descriptor last: closing any descriptor of a file drops the process's locks on it. */
function close({ database, descriptor }: Lock): void {
  database.close();
  closeSync(descriptor);
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else's lock or the new tree is in it.
  }
}

/** SQLite's primary result code: the low byte. */
function sqliteCode(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
}
