// Reads one input file: bytes, once, then text and value. Opens nothing but regular files and never waits for a writer.
import { isUtf8 } from 'node:buffer';
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Source } from '../model/source.ts';
import type { Caps } from '../yaml/caps.ts';
import { placesIn } from '../yaml/places.ts';
import { parseYaml, refuseSize } from '../yaml/yaml.ts';
import type { Memory } from './memory.ts';
import { findSecretsInText, findSecretsInValue } from './secrets.ts';

/** A source only if nothing is wrong with the file; else the diagnostics say what. */
export interface ReadFile {
  readonly source: Source | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads `file` (relative to `root`, with `/`). What the disk refuses is a diagnostic too.
 * @param memory gives back what an earlier run read from the very same file
 */
export function readFile(root: string, file: string, caps: Caps, memory?: Memory): ReadFile {
  const known = memory?.recall(file);
  if (known !== undefined) return { source: known, diagnostics: [] };
  const read = readText(root, file, caps);
  if ('code' in read) return { source: undefined, diagnostics: [read] };
  const { text, stats } = read;
  const secrets = findSecretsInText(file, text);
  const parsed = parseYaml(file, text, caps);
  if ('diagnostics' in parsed) return { source: undefined, diagnostics: [...secrets, ...parsed.diagnostics] };
  const source = { file, text, value: parsed.value };
  const diagnostics = [...secrets, ...findSecretsInValue(source, secrets)];
  if (diagnostics.length > 0) return { source: undefined, diagnostics };
  memory?.note(source, stats);
  return { source, diagnostics };
}

/** A diagnostic of a file as a whole. */
export function refuseFile(file: string, code: string, message: string, hint: string): Diagnostic {
  return { file, line: 1, column: 1, code, severity: 'error', message, hint };
}

function readText(root: string, file: string, caps: Caps): { text: string; stats: BigIntStats } | Diagnostic {
  let descriptor: number;
  try {
    // O_NOFOLLOW: no symbolic link, even one that was swapped in a moment ago. O_NONBLOCK: a FIFO must not hang the run.
    descriptor = openSync(
      `${root}/${file}`,
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
  } catch (error) {
    return refuseError(file, error);
  }
  try {
    const stats = fstatSync(descriptor, { bigint: true });
    if (!stats.isFile()) return refuseKind(file, 'no-special-file', 'not a regular file');
    const size = Number(stats.size);
    const bytes = readBytes(descriptor, Math.min(size, caps.bytes) + 1);
    const refused = refuseSize(file, Math.max(size, bytes.length), caps);
    if (refused !== undefined) return refused;
    const text = decode(file, bytes);
    return typeof text === 'string' ? { text, stats } : text;
  } catch (error) {
    return refuseError(file, error);
  } finally {
    closeSync(descriptor);
  }
}

/** At most `limit` bytes; one call is enough unless the file grows or the file system serves it in pieces. */
function readBytes(descriptor: number, limit: number): Buffer {
  const buffer = Buffer.allocUnsafe(limit);
  let length = 0;
  while (length < limit) {
    const count = readSync(descriptor, buffer, length, limit - length, null);
    if (count === 0) break;
    length += count;
    if (length === limit - 1) break;
  }
  return buffer.subarray(0, length);
}

function decode(file: string, bytes: Buffer): string | Diagnostic {
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) return text;
  const written = Buffer.from(text);
  let at = 0;
  while (bytes[at] === written[at]) at++;
  const before = bytes.toString('utf8', 0, at);
  return {
    ...placesIn(file, before)({ at: before.length, length: 0 }),
    code: 'require-utf8',
    severity: 'error',
    message: 'The file is not UTF-8 from here on.',
    hint: 'Save it as UTF-8.',
  };
}

function refuseError(file: string, error: unknown): Diagnostic {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
      return refuseFile(file, 'require-file', 'The file is missing.', 'Restore it.');
    case 'ELOOP':
      return refuseKind(file, 'no-symlink', 'a symbolic link');
    case 'ENXIO':
      return refuseKind(file, 'no-special-file', 'not a regular file');
    case 'EACCES':
    case 'EPERM':
    case 'EIO':
      return refuseFile(
        file,
        'no-unreadable-file',
        `The file cannot be read (${code}).`,
        'Make it readable.',
      );
    default:
      throw error;
  }
}

/** What stands where a file should is `kind`, in words. */
export function refuseKind(file: string, code: string, kind: string): Diagnostic {
  return refuseFile(file, code, `This is ${kind}.`, 'Put a regular file in its place.');
}
