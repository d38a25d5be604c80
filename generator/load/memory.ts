// Remembers the values of sound inputs between runs, so that one edit among a thousand tenants reads one file. A file is
// known by what git's index goes by: inode, size, and the times of its last change, which nothing can set back.
import { createHash } from 'node:crypto';
import {
  type BigIntStats,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Source, Yaml } from '../model/source.ts';

const repository = join(import.meta.dirname, '../..');
/** Whatever decides that a file is sound: when one of these changes, nothing is remembered. */
const judges = ['generator/load', 'generator/yaml', 'generator/validate', 'generator/validate/generated'];
/** Below this, reading is as fast as remembering. */
const fewest = 100;
/** So many files must be new before the memory is written again: to read a few once more costs less. */
const fewestNew = 20;
/** A file that changed this short before it was read could change again within the clock's grain. */
const grain = 2_000_000_000n;

interface Known {
  readonly mark: string;
  readonly text: string;
  readonly value: Yaml;
}

interface Memo {
  readonly stamp: string;
  readonly files: Readonly<Record<string, Known>>;
}

export class Memory {
  readonly #root: string;
  readonly #file: string;
  readonly #known: Memo['files'];
  readonly #recalled = new Set<Source<unknown>>();
  readonly #marks = new WeakMap<Source<unknown>, string>();

  /** @param root whose inputs they are; each root has a memory of its own */
  constructor(root: string) {
    const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
    this.#root = root;
    this.#file = join(repository, `node_modules/.cache/tenantry/inputs-${name}.json`);
    this.#known = readMemo(this.#file);
  }

  /** The source as it was in an earlier run, unless the file has changed since. */
  recall(file: string): Source | undefined {
    const known = Object.hasOwn(this.#known, file) ? this.#known[file] : undefined;
    if (known === undefined) return undefined;
    const stats = lstatSync(`${this.#root}/${file}`, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined || !stats.isFile() || markOf(stats) !== known.mark) return undefined;
    const source = { file, text: known.text, value: known.value };
    this.#recalled.add(source);
    this.#marks.set(source, known.mark);
    return source;
  }

  /** Notes the state of the file, as it was when the source was read from it. */
  note(source: Source, stats: BigIntStats): void {
    if (stats.ctimeNs < BigInt(Date.now()) * 1_000_000n - grain) this.#marks.set(source, markOf(stats));
  }

  /** Whether its shape has been proved in an earlier run. */
  vouchesFor(source: Source): boolean {
    return this.#recalled.has(source);
  }

  /** Keeps these for the next run, and only these. A disk that refuses costs time then, nothing else. */
  keep(sources: readonly Source<unknown>[]): void {
    const marked = sources.filter((source) => this.#marks.has(source));
    const news = marked.filter((source) => !this.#recalled.has(source));
    if (marked.length < fewest || news.length < fewestNew) return;
    const entries = marked.map((source) => {
      const { file, text, value } = source;
      return [file, { mark: this.#marks.get(source), text, value }];
    });
    const draft = `${this.#file}.${process.pid}`;
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(draft, JSON.stringify({ stamp: stampOfJudges(), files: Object.fromEntries(entries) }));
      renameSync(draft, this.#file);
    } catch (error) {
      if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    }
  }
}

function markOf({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
}

function stampOfJudges(): string {
  const hash = createHash('sha256');
  for (const folder of judges) {
    for (const name of readdirSync(join(repository, folder)).sort()) {
      if (/\.c?[jt]s$/.test(name) && !name.includes('.test.')) {
        hash.update(name).update(readFileSync(join(repository, folder, name)));
      }
    }
  }
  return hash.digest('hex');
}

/** What was kept; nothing where there is no memory, as for a small fleet, which then costs one failed open. */
function readMemo(file: string): Memo['files'] {
  try {
    const memo = JSON.parse(readFileSync(file, 'utf8')) as Memo;
    return memo.stamp === stampOfJudges() ? memo.files : {};
  } catch {
    return {};
  }
}
