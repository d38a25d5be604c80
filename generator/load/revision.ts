// A git revision, read from git's objects without a checkout. Knows nothing of what its files mean.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The revision does not exist here, or there is no git repository. */
export class UnknownRevision extends Error {}

/** Git is not there, or will not answer (a repository of another user, for example): what was committed is not known. */
export class GitRefusal extends Error {}

export class Revision {
  readonly #root: string;
  /** As it was asked for: `origin/main`. */
  readonly name: string;

  private constructor(root: string, name: string) {
    this.#root = root;
    this.name = name;
  }

  /**
   * @param root absolute; a folder of a git repository, not necessarily its top
   * @param name anything that git understands as a commit. Throws `UnknownRevision`.
   */
  static named(root: string, name: string): Revision {
    const revision = new Revision(root, name);
    revision.#parse(`${name}^{commit}`);
    return revision;
  }

  /** The last commit, of which nobody has asked yet whether there is one: every question about it may throw `UnknownRevision`. */
  static head(root: string): Revision {
    return new Revision(root, 'HEAD');
  }

  /** `origin/main (05e64ed)` */
  get label(): string {
    const short = this.#parse('--short', `${this.name}^{commit}`);
    return this.name.startsWith(short) ? short : `${this.name} (${short})`;
  }

  #parse(...words: readonly string[]): string {
    const options = words.slice(0, -1);
    const name = words.at(-1) ?? '';
    const args = ['rev-parse', '--verify', '--quiet', ...options, '--end-of-options', name];
    return runGit(this.#root, args).toString().trim().split('\n').at(-1) ?? '';
  }

  /** Whether there is a file or folder at `path`. */
  has(path: string): boolean {
    return runGit(this.#root, ['ls-tree', this.name, '--', path]).length > 0;
  }

  /** Object ids of the regular files at or below these paths, by path; paths are relative to the root, with `/`. */
  list(...paths: readonly string[]): Map<string, string> {
    const args = ['ls-tree', '-r', '-z', this.name, '--', ...paths];
    const entries = runGit(this.#root, args).toString().split('\0').filter(Boolean);
    return new Map(
      entries.flatMap((entry) => {
        const [, mode, id = '', path = ''] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(entry) ?? [];
        return mode?.startsWith('100') ? [[path, id]] : [];
      }),
    );
  }

  /**
   * The texts of files that `list` named, in order. What the working tree has in the same words is read there: that is
   * most of it, and no process has to be asked.
   */
  readFiles(files: readonly (readonly [path: string, id: string])[]): string[] {
    const texts = files.map(([path, id]) => {
      const text = readIfThere(`${this.#root}/${path}`);
      return text !== undefined && objectIdOf(text, id) === id ? text : undefined;
    });
    const missing = files.filter((_, index) => texts[index] === undefined).map(([, id]) => id);
    const found = this.read(missing);
    let next = 0;
    return texts.map((text) => text ?? (found[next++] as string));
  }

  /** The texts of objects, in order, by one process: `cat-file --batch` answers `<id> blob <bytes>`, the text, a line feed. */
  read(ids: readonly string[]): string[] {
    if (ids.length === 0) return [];
    const answer = runGit(this.#root, ['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''));
    const texts: string[] = [];
    for (let at = 0; at < answer.length; ) {
      const end = answer.indexOf(10, at);
      const header = answer.toString('latin1', at, end);
      const bytes = Number(/^\w+ blob (\d+)$/.exec(header)?.[1]);
      // A blob that is not there is no empty file: with it everything that was committed would seem new.
      if (!Number.isInteger(bytes)) throw new GitRefusal(`object ${header}`);
      texts.push(answer.toString('utf8', end + 1, end + 1 + bytes));
      at = end + 1 + bytes + 1;
    }
    return texts;
  }
}

/** What git would call a file with this text; `like` is an id of the same repository, whose hash it tells by its length. */
export function objectIdOf(text: string, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex');
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** What git says when there is nothing to be had, as against when it will not tell. */
const absence =
  /not a git repository|[Nn]ot a valid object name|[Nn]eeded a single revision|unknown revision/;

function runGit(root: string, args: readonly string[], input = ''): Buffer {
  const env = { ...process.env, LC_ALL: 'C' };
  try {
    return execFileSync('git', ['-C', root, ...args], { input, env, maxBuffer: 2 ** 30, stdio: 'pipe' });
  } catch (error) {
    const { status, code, stderr } = error as { status?: number | null; code?: string; stderr?: Buffer };
    const says = code === 'ENOENT' ? 'git is not installed' : String(stderr ?? '').trim();
    const isAbsent = code === 'ENOENT' ? !isInRepository(root) : says === '' || absence.test(says);
    if (typeof status !== 'number' && code !== 'ENOENT') throw error;
    if (isAbsent) throw new UnknownRevision(`git ${args[0]} found nothing in ${root}`, { cause: error });
    throw new GitRefusal(says, { cause: error });
  }
}

function isInRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  return dirname(folder) !== folder && isInRepository(dirname(folder));
}
