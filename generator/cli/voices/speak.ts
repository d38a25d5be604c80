// Says diagnostics in the voice that was asked for: to stderr for people, to stdout for machines, even when there are none.
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Context } from '../context.ts';
import { paintFor } from '../terminal/paint.ts';

const mostBytes = 1024 * 1024;

/** @param texts files that were judged as they will be, not as they are on the disk, by path from the root */
export async function speak(
  { root, format }: Context,
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  switch (format) {
    case 'text': {
      if (diagnostics.length === 0) return;
      const { renderText } = await import('./text.ts');
      const textOf = (file: string) => texts.get(file) ?? readText(join(root, file));
      process.stderr.write(renderText(diagnostics, { paint: paintFor(process.stderr), textOf }));
      return;
    }
    case 'github': {
      const { renderGithub } = await import('./github.ts');
      process.stdout.write(renderGithub(diagnostics));
      return;
    }
    case 'json': {
      const { orderFields, renderJson } = await import('./json.ts');
      process.stdout.write(renderJson(diagnostics.map(orderFields)));
      return;
    }
    case 'sarif': {
      const [{ renderJson }, { sarifOf }] = await Promise.all([import('./json.ts'), import('./sarif.ts')]);
      process.stdout.write(renderJson(sarifOf(diagnostics)));
    }
  }
}

/** The stream for whatever is not a diagnostic: a machine that reads stdout finds diagnostics alone there. */
export function streamFor({ format }: Context): NodeJS.WriteStream {
  return format === 'text' ? process.stdout : process.stderr;
}

/** Undefined for what no diagnostic can quote: a missing file, a link, a FIFO, too much. */
function readText(file: string): string | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
  try {
    const status = fstatSync(descriptor);
    return status.isFile() && status.size <= mostBytes ? readFileSync(descriptor, 'utf8') : undefined;
  } finally {
    closeSync(descriptor);
  }
}
