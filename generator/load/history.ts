// What a git revision's rendered tree says, read from git's objects without a checkout: a change that removes a tenant's
// file and its rendered folder together shows nothing on disk any more.
import { execFileSync } from 'node:child_process';
import type { RenderedTarget } from '../model/fleet.ts';
import { parseState } from './rendered.ts';

/** The revision does not exist here, or there is no git repository. */
export class UnknownRevision extends Error {}

/**
 * @param tree the rendered tree relative to `root`, with `/`: `rendered`
 * @param revision anything that git understands as a commit: `origin/main`
 */
export function readRenderedAt(root: string, tree: string, revision: string): RenderedTarget[] {
  const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const commit = runGit(root, verify).toString().trim();
  const listing = runGit(root, ['ls-tree', '-r', '-z', '--name-only', commit, '--', `${tree}/`]).toString();
  const depth = tree.split('/').length;
  const files = listing
    .split('\0')
    .filter((name) => name.endsWith('/target.yaml') && name.split('/').length === depth + 4);
  const texts = readBlobs(
    root,
    files.map((name) => `${commit}:./${name}`),
  );
  return files.map((name, index) => {
    const [cluster = '', , tenant = ''] = name.split('/').slice(depth);
    return { cluster, tenant, ...parseState(name, texts[index] ?? '') };
  });
}

/** The texts of blobs, in order, by one process: `cat-file --batch` answers `<id> blob <bytes>`, the blob, a line feed. */
function readBlobs(root: string, names: readonly string[]): string[] {
  const answer = runGit(root, ['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''));
  const texts: string[] = [];
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf(10, at);
    const bytes = Number(answer.toString('latin1', at, end).split(' ')[2]);
    texts.push(answer.toString('utf8', end + 1, end + 1 + bytes));
    at = end + 1 + bytes + 1;
  }
  return texts;
}

function runGit(root: string, args: readonly string[], input = ''): Buffer {
  try {
    return execFileSync('git', ['-C', root, ...args], { input, maxBuffer: 2 ** 28, stdio: 'pipe' });
  } catch (error) {
    const { status } = error as { status?: number | null };
    if (typeof status !== 'number') throw error;
    throw new UnknownRevision(`git ${args[0]} failed in ${root}`, { cause: error });
  }
}
