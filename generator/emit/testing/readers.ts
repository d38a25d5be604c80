// The five YAML parsers whose reading counts, each behind one function. Knows nothing of what the documents mean.

import { spawnSync } from 'node:child_process';
import { load } from 'js-yaml';
import { parse } from 'yaml';

/** Each text is one document; the answers are in the same order. A document that the parser refuses is `{ refused }`. */
export interface Reader {
  readonly name: string;
  /** Why this machine cannot run it; then `read` must not be called. */
  readonly missing: string | undefined;
  readonly read: (texts: readonly string[]) => unknown[];
}

const folder = import.meta.dirname;
const goReader = `${folder}/../../../node_modules/.cache/tenantry/yaml-reader`;

/** Looks for the tools, and builds the Go one: seconds the first time on a machine. */
export function findReaders(): Reader[] {
  return [
    { name: 'js-yaml', missing: undefined, read: (texts) => texts.map(orRefused((text) => load(text))) },
    { name: 'yaml', missing: undefined, read: (texts) => texts.map(orRefused((text) => parse(text))) },
    { name: 'sigs.k8s.io/yaml', missing: buildGoReader(), read: (texts) => readLines(goReader, [], texts) },
    {
      name: 'PyYAML',
      missing: whyNot('python3', ['-c', 'import yaml']),
      read: (texts) => readLines('python3', [`${folder}/read.py`], texts),
    },
    { name: 'libfyaml', missing: whyNot('fy-tool', ['--version']), read: readWithLibfyaml },
  ];
}

function orRefused(read: (text: string) => unknown): (text: string) => unknown {
  return (text) => {
    try {
      return read(text);
    } catch (error) {
      return { refused: String(error) };
    }
  };
}

function buildGoReader(): string | undefined {
  const missing = whyNot('go', ['version']) ?? whyNot('go', ['mod', 'download']);
  if (missing === undefined) run('go', ['build', '-o', goReader, '.'], '');
  return missing;
}

/** One JSON string a line in, one JSON value a line out. */
function readLines(command: string, args: readonly string[], texts: readonly string[]): unknown[] {
  return parseLines(
    run(command, args, texts.map((text) => `${JSON.stringify(text)}\n`).join('')),
    texts.length,
  );
}

/** One process for all: as documents of one stream, which is how rendered files hold them too. */
function readWithLibfyaml(texts: readonly string[]): unknown[] {
  return parseLines(run('fy-tool', ['--dump', '-m', 'json-oneline', '-'], texts.join('---\n')), texts.length);
}

function parseLines(text: string, count: number): unknown[] {
  const lines = text.trimEnd().split('\n');
  if (lines.length !== count) throw new Error(`${count} documents were read as ${lines.length}`);
  // Not JSON.parse: once it has seen a key `\\`, V8 takes other escaped keys for it (https://github.com/nodejs/node/issues/63785).
  return lines.map((line) => load(line));
}

function run(command: string, args: readonly string[], input: string): string {
  const done = spawnSync(command, args, { cwd: folder, input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (done.status !== 0) {
    throw new Error(`${command} ended with ${done.status}: ${done.stderr}`, { cause: done.error });
  }
  return done.stdout;
}

function whyNot(command: string, args: readonly string[]): string | undefined {
  const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (done.error) return `${command} is not on the PATH`;
  if (done.status !== 0) return `${command} ${args.join(' ')}: ${done.stderr.trim().split('\n').at(-1)}`;
  return undefined;
}
