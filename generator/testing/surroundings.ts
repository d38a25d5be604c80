// The command line as a process, in surroundings of the test's choice, and the tree it made as one text. Knows no
// surroundings by itself.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as assert from 'uvu/assert';
import { snapshot } from '../reconcile/testing/tree.ts';
import { repository } from './inputs.ts';

export interface Surroundings {
  /** Undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where it is typed; a folder of this repository. */
  readonly folder?: string;
  /** A command that runs the launcher: `taskset -c 0`. */
  readonly through?: readonly string[];
  /** The launcher; `scripts/tenantry` unless said otherwise. */
  readonly launcher?: readonly string[];
}

export interface Ended {
  readonly status: number | null;
  /** stdout and stderr. */
  readonly said: string;
}

export function run(words: readonly string[], surroundings: Surroundings = {}): Ended {
  const {
    env,
    folder = repository,
    through = [],
    launcher = [join(repository, 'scripts/tenantry')],
  } = surroundings;
  const [command = '', ...rest] = [...through, ...launcher, ...words];
  const { status, stdout, stderr, error } = spawnSync(command, rest, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PWD: folder, ...env },
    input: '',
  });
  if (error !== undefined) throw error;
  return { status, said: stdout + stderr };
}

/** Renders into `out`, which must not exist, and returns every path with its mode and bytes. */
export function renderInto(
  out: string,
  root: string,
  surroundings: Surroundings = {},
  words: readonly string[] = [],
): string {
  const { status, said } = run(['render', '--root', root, '--out', out, ...words], surroundings);
  assert.is(status, 0, said);
  return snapshot(out);
}

/** Says the first row that differs: two whole trees are no message. */
export function assertSameTree(tree: string, expected: string): void {
  if (tree === expected) return;
  const [rows, wanted] = [tree, expected].map((each) => each.split('\n'));
  const index = rows?.findIndex((row, at) => row !== wanted?.[at]) ?? -1;
  throw new Error(`${rows?.[index]?.slice(0, 2000)}\nshould be\n${wanted?.[index]?.slice(0, 2000)}`);
}

/** `--import` of a file of `preload/`, as a variable that the launcher hands on. */
export function preloading(...names: readonly string[]): Record<string, string> {
  const imports = names.map(
    (name) => `--import=${pathToFileURL(join(import.meta.dirname, 'preload', `${name}.ts`))}`,
  );
  return { NODE_OPTIONS: imports.join(' ') };
}
