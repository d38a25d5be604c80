// One test file, run in a process of its own and read for what it really did. Knows nothing of the other files.

import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findSilentGreens } from './silent-greens.ts';

const limitMinutes = 10;

export interface Outcome {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** Why the file fails although uvu may have said nothing, one sentence each. */
  readonly problems: readonly string[];
  /** `<name>: <reason>` of each skip, as `skip.ts` printed it. */
  readonly skips: readonly string[];
  readonly output: string;
}

/** Runs `root`/`file` with this very Node; `scratch` is a folder for its output. A problem counts as one failure when uvu counted none. */
export async function runTestFile(root: string, file: string, scratch: string): Promise<Outcome> {
  const silent = findSilentGreens(fs.readFileSync(path.join(root, file), 'utf8'));
  const started = performance.now();
  const { end, output } = await runToEnd(root, file, path.join(scratch, encodeURIComponent(file)));
  const seconds = (performance.now() - started) / 1000;
  const report = readReport(output);
  const problems = [...silent, ...findProblems(end, report)];
  const failed = Math.max(report.total - report.passed, Math.min(problems.length, 1));
  return { file, ...report, failed, seconds, problems, output };
}

interface Report {
  readonly total: number;
  readonly passed: number;
  readonly skipped: number;
  readonly skips: readonly string[];
}

/** A file that runs suites after an `await` prints several summaries. */
function readReport(output: string): Report {
  const text = stripVTControlCharacters(output);
  const sum = (label: string): number =>
    [...text.matchAll(new RegExp(`^  ${label}: +(\\d+)$`, 'gm'))].reduce(
      (count, match) => count + Number(match[1]),
      0,
    );
  const skips = [...text.matchAll(/^skipped: (.*)$/gm)].map((match) => String(match[1]));
  return { total: sum('Total'), passed: sum('Passed'), skipped: sum('Skipped'), skips };
}

function findProblems(end: string, { total, passed, skipped, skips }: Report): string[] {
  if (end !== 'exit 0') return passed === total ? [`It ended by ${end} although no test failed.`] : [];
  const problems: string[] = [];
  if (total + skipped === 0) problems.push('No test ran.');
  if (passed < total) problems.push('Tests were lost: a `before` or `after` hook threw, which uvu hides.');
  if (skipped !== skips.length) {
    problems.push(
      `${skipped} skipped, ${skips.length} with a reason: skip with \`skip\` of scripts/skip.ts and leave no \`.only\`.`,
    );
  }
  return problems;
}

/** The output goes to a file, not a pipe, so that a grandchild left behind cannot keep the run waiting. */
function runToEnd(root: string, file: string, capture: string): Promise<{ end: string; output: string }> {
  const sink = fs.openSync(capture, 'w');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    cwd: root,
    stdio: ['ignore', sink, sink],
    timeout: limitMinutes * 60_000,
    killSignal: 'SIGKILL',
  });
  fs.closeSync(sink);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      const end = child.killed ? `the limit of ${limitMinutes} minutes` : (signal ?? `exit ${code}`);
      resolve({ end, output: fs.readFileSync(capture, 'utf8') });
    });
  });
}
