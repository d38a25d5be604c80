// Which paths a unit may write. Knows nothing of what the files hold, except to name them in a conflict.

import { describeContent, type FileContent } from './content.ts';

/**
 * Throws an Error unless every path of `contents`, sorted by path, is a plain relative one inside a claim, all are
 * different, even on a disk that ignores letter case, and none is a folder of another.
 */
export function requirePaths(
  input: string,
  claims: readonly string[],
  contents: readonly FileContent[],
): void {
  const taken = new Map<string, FileContent>();
  for (const claim of claims) requirePlain(input, claim);
  for (const content of contents) {
    const { path } = content;
    requirePlain(input, path);
    if (!claims.some((claim) => path === claim || path.startsWith(`${claim}/`))) {
      throw new Error(`${input} renders ${path}, which lies outside its claims: ${claims.join(', ')}`);
    }
    const folders = [...path.matchAll(/\//g)].map((slash) => path.slice(0, slash.index));
    for (const part of [...folders, path]) {
      const other = taken.get(part.toLowerCase());
      if (other !== undefined)
        throw new Error(`${input} renders ${describeContent(other)} and ${describeContent(content)}`);
    }
    taken.set(path.toLowerCase(), content);
  }
}

function requirePlain(input: string, path: string): void {
  const isPlain = path.split('/').every((part) => /^[\w.-]+$/.test(part) && part !== '.' && part !== '..');
  if (!isPlain)
    throw new Error(`${input} renders ${JSON.stringify(path)}, which is not a plain relative path`);
}
