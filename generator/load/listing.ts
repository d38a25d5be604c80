// What lies in an input folder: the files it is for, and a diagnostic for everything else. Reads no file.
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { refuseFile, refuseKind } from './file.ts';

/** What may lie in a folder besides `README.md` and `.gitkeep`. */
export interface Expected {
  readonly isFile: (name: string) => boolean;
  readonly folders: readonly string[];
  /** Completes "… does not belong here." with what does. */
  readonly hint: string;
}

export interface Listing {
  /** In code-unit order, whatever the file system's is. */
  readonly names: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const bystanders: ReadonlySet<string> = new Set(['README.md', '.gitkeep']);

/** Lists `folder` (relative to `root`). A folder that is missing, unreadable or a symbolic link is a diagnostic. */
export function listFolder(root: string, folder: string, expected: Expected): Listing {
  const entries = readEntries(root, folder);
  if (!Array.isArray(entries)) return { names: [], diagnostics: [entries] };
  const twinsOf = (name: string) => entries.filter((entry) => fold(entry.name) === fold(name));
  const names: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = `${folder}/${showName(entry.name)}`;
    if (entry.isDirectory() && expected.folders.includes(entry.name)) continue;
    const isExpected = expected.isFile(entry.name);
    if (entry.isFile() && isExpected) names.push(entry.name);
    else if (entry.isFile() && bystanders.has(entry.name)) continue;
    else if (isExpected) diagnostics.push(refuseEntry(file, entry));
    else diagnostics.push(refuseStray(file, entry, twinsOf(entry.name), folder, expected.hint));
  }
  return { names, diagnostics };
}

function readEntries(root: string, folder: string): Dirent[] | Diagnostic {
  const path = join(root, folder);
  try {
    if (lstatSync(path).isSymbolicLink()) {
      return refuseFile(folder, 'no-symlink', 'This is a symbolic link.', 'Put a folder in its place.');
    }
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return refuseFile(folder, 'require-folder', 'The folder is missing.', 'Restore it.');
    }
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    return refuseFile(
      folder,
      'no-unreadable-file',
      `The folder cannot be read (${code}).`,
      'Make it readable.',
    );
  }
}

/** The right name, but not a file. */
function refuseEntry(file: string, entry: Dirent): Diagnostic {
  if (entry.isSymbolicLink()) return refuseKind(file, 'no-symlink', 'a symbolic link');
  if (entry.isDirectory()) return refuseKind(file, 'no-stray-file', 'a folder');
  return refuseKind(file, 'no-special-file', 'not a regular file');
}

function refuseStray(
  file: string,
  entry: Dirent,
  twins: readonly Dirent[],
  folder: string,
  hint: string,
): Diagnostic {
  const twin = twins.find((other) => other !== entry);
  if (!twin) return refuseFile(file, 'no-stray-file', `${showKind(entry)} does not belong here.`, hint);
  const other = showName(twin.name);
  const message = `The name differs from \`${other}\` only in case, composition, or trailing dots and blanks: some file systems hold one of them.`;
  const related = [{ file: `${folder}/${other}`, line: 1, column: 1, message: 'The other one is here.' }];
  return { ...refuseFile(file, 'unique-file-name', message, 'Delete one of them.'), related };
}

function showKind(entry: Dirent): string {
  if (entry.isDirectory()) return 'This folder';
  return entry.isSymbolicLink() ? 'This symbolic link' : 'This file';
}

/** Two names with one fold are one file on macOS or Windows. */
function fold(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[. ]+$/, '');
}

/** A name from the disk can hold anything; what is shown of it is ASCII that no terminal obeys. */
function showName(name: string): string {
  return name.replace(
    /[^\x20-\x7e]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
