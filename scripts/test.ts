// The test entry: finds every test file, runs each by itself, and lets nothing pass that did not test.
// Knows nothing of what the tests are about.

import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { type Outcome, runTestFile } from './test-file.ts';

const slowSeconds = 10;

/** Paths with `/` relative to `root`, in code-unit order. */
function findTestFiles(root: string): string[] {
  return fs.globSync(['generator/**/*.test.ts', 'scripts/**/*.test.ts'], { cwd: root }).sort();
}

/** As many at a time as there are processors. */
async function runAll(root: string, files: readonly string[]): Promise<Outcome[]> {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'tenantry-test-'));
  const outcomes: Outcome[] = [];
  const waiting = files.values();
  const work = async () => {
    for (const file of waiting) {
      const outcome = await runTestFile(root, file, scratch);
      outcomes.push(outcome);
      showOutcome(outcome);
    }
  };
  try {
    await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
  return outcomes.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function showOutcome({ file, passed, failed, seconds, problems, output }: Outcome): void {
  console.log(`${failed === 0 ? 'ok  ' : 'FAIL'} ${file}  ${passed} in ${seconds.toFixed(1)} s`);
  if (failed === 0) return;
  console.log(`${output.trim()}\n`);
  for (const problem of problems) console.log(`${file}: ${problem}`);
}

function showSummary(outcomes: readonly Outcome[]): void {
  for (const { file, seconds } of outcomes.filter((outcome) => outcome.seconds > slowSeconds)) {
    console.log(`slow: ${file}: ${seconds.toFixed(1)} s`);
  }
  for (const { file, skips } of outcomes) for (const skip of skips) console.log(`skipped: ${file}: ${skip}`);
  for (const { file, failed } of outcomes) if (failed > 0) console.log(`failed: ${file}: ${failed}`);
  const count = (key: 'passed' | 'failed' | 'skipped') =>
    outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  const skipped = count('skipped');
  console.log(
    `${count('passed')} passed, ${count('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  );
}

/** Returns the exit code: 1 when a test failed or none ran, 2 when a pattern matches no file. */
async function runTests(root: string, patterns: readonly string[]): Promise<number> {
  const files = findTestFiles(root);
  const idle = patterns.filter((pattern) => !files.some((file) => file.includes(pattern)));
  if (idle.length > 0) {
    console.error(`No test file's path contains ${idle.map((pattern) => `\`${pattern}\``).join(', ')}.`);
    return 2;
  }
  const chosen = files.filter(
    (file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)),
  );
  const outcomes = await runAll(root, chosen);
  showSummary(outcomes);
  return outcomes.length > 0 && outcomes.every(({ failed }) => failed === 0) ? 0 : 1;
}

process.exitCode = await runTests(process.cwd(), process.argv.slice(2));
