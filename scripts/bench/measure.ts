// Times whole processes from outside. Figures are medians; a wide spread says that the machine was busy.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Figure {
  /** Seconds by the wall clock. */
  readonly seconds: number;
  /** Seconds of both kinds of CPU time; NaN for a command that is not ours. */
  readonly cpu: number;
  /** Peak resident memory; NaN likewise. */
  readonly mebibytes: number;
}

export type Command = readonly [program: string, ...args: string[]];

/** One run. Throws with the command's own words when it fails. */
export function measure([program, ...args]: Command, env: Readonly<Record<string, string>> = {}): Figure {
  const usage = join(tmpdir(), `tenantry-usage-${process.pid}.json`);
  rmSync(usage, { force: true });
  const start = performance.now();
  const done = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, TENANTRY_BENCH_USAGE: usage, ...env },
  });
  const seconds = (performance.now() - start) / 1000;
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}\n${done.stdout}${done.stderr}`);
  return { cpu: Number.NaN, mebibytes: Number.NaN, ...readUsage(usage), seconds };
}

/** The median of each figure by itself. */
export function median(figures: readonly Figure[]): Figure {
  const middle = (key: keyof Figure) =>
    figures.map((figure) => figure[key]).sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
  return { seconds: middle('seconds'), cpu: middle('cpu'), mebibytes: middle('mebibytes') };
}

function readUsage(file: string): Partial<Figure> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Figure>;
  } catch {
    return {};
  } finally {
    rmSync(file, { force: true });
  }
}
