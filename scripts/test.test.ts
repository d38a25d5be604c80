// Proves that the test entry fails where uvu alone would be green, and that it counts and repeats what it should.

import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('test entry');
const entry = path.join(import.meta.dirname, 'test.ts');
const modules = path.join(import.meta.dirname, '../node_modules');

const declare = (name: string) => `const ${name} = suite('${name}');\n`;
const head = `import { suite } from 'uvu';\nimport * as assert from 'uvu/assert';\n${declare('probe')}`;
const pass = "probe('holds', () => assert.is(1, 1));\n";
const run = 'probe.run();\n';

interface Run {
  readonly status: number | null;
  readonly text: string;
  readonly lastLine: string | undefined;
}

/** Runs the entry in a repository that holds these files and nothing else. */
function runEntry(files: Readonly<Record<string, string>>, ...patterns: string[]): Run {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'tenantry-test-entry-'));
  try {
    fs.symlinkSync(modules, path.join(root, 'node_modules'));
    for (const [file, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      fs.writeFileSync(path.join(root, file), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...patterns], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, text: stdout + stderr, lastLine: stdout.trimEnd().split('\n').at(-1) };
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

const red: readonly [name: string, text: string, says: string][] = [
  ['a failing test', `${head}probe('breaks', () => assert.is(1, 2));\n${run}`, 'breaks'],
  ['a suite that is never run', `${head}${pass}`, '`probe` is never run'],
  [
    'a suite that is never run beside one that is',
    `${head}${declare('other')}${pass}${run}`,
    '`other` is never run',
  ],
  [
    'a test added after the run',
    `${head}${pass}${run}probe('late', () => assert.unreachable());\n`,
    'after `probe.run()`',
  ],
  ['a suite without tests', `${head}${run}`, 'No test ran'],
  ['a file without a suite', 'export {};\n', 'No test ran'],
  [
    'a hook that throws',
    `${head}probe.before(() => assert.unreachable());\n${pass}${run}`,
    'Tests were lost',
  ],
  ['a forgotten only', `${head}${pass}probe.only('alone', () => {});\n${run}`, '1 skipped, 0 with a reason'],
  ['a skip without a reason', `${head}${pass}probe.skip('quiet');\n${run}`, '1 skipped, 0 with a reason'],
  ['a file that does not parse', `${head}${pass}${run}}\n`, 'SyntaxError'],
  [
    'a process that leaves early',
    `${head}probe('leaves', () => process.exit(0));\n${run}`,
    'ended by exit 1',
  ],
  [
    'a process that is killed',
    `${head}probe('dies', () => process.kill(process.pid, 'SIGKILL'));\n${run}`,
    'SIGKILL',
  ],
  [
    'a promise that nobody keeps',
    `${head}probe('waits', () => new Promise(() => {}));\n${run}`,
    'Exiting early',
  ],
  ...['fixture', 'snapshot'].map((name): [string, string, string] => [
    `assert.${name}`,
    `${head}probe('blind', () => assert.${name}('a:\\n  b', 'a:\\n    b'));\n${run}`,
    `\`assert.${name}\` ignores whitespace`,
  ]),
];

for (const [name, text, says] of red) {
  test(`fails on ${name}`, () => {
    const {
      status,
      text: said,
      lastLine,
    } = runEntry({ 'generator/red.test.ts': text, 'scripts/green.test.ts': head + pass + run });
    assert.is(status, 1, said);
    assert.ok(said.includes(says), said);
    assert.match(lastLine ?? '', /^[12] passed, 1 failed(, 1 skipped)?$/);
  });
}

test('passes what tests, in both folders, and counts it', () => {
  const { status, lastLine } = runEntry({
    'generator/deep/a.test.ts': head + pass + pass + run,
    'scripts/b.test.ts': head + pass + run,
  });
  assert.is(lastLine, '3 passed, 0 failed');
  assert.is(status, 0);
});

test('repeats each skip with its reason and counts it', () => {
  const skip = `import { skip } from '${path.join(import.meta.dirname, 'skip.ts')}';\n`;
  const text = `${skip}${head}${pass}skip(probe, 'reads with Go', 'no Go toolchain');\n${run}`;
  const { status, text: said, lastLine } = runEntry({ 'generator/a.test.ts': text });
  assert.ok(said.includes('\nskipped: generator/a.test.ts: reads with Go: no Go toolchain\n'), said);
  assert.is(lastLine, '1 passed, 0 failed, 1 skipped');
  assert.is(status, 0);
});

test('runs only the files whose path holds the pattern', () => {
  const files = { 'generator/a.test.ts': head + run, 'generator/b.test.ts': head + pass + run };
  assert.is(runEntry(files, 'generator/b').lastLine, '1 passed, 0 failed');
});

test('refuses a pattern that matches no file', () => {
  const { status, text } = runEntry({ 'generator/a.test.ts': head + pass + run }, 'a.test', 'nowhere');
  assert.is(text, "No test file's path contains `nowhere`.\n");
  assert.is(status, 2);
});

test('fails when there is nothing to run', () => {
  const { status, lastLine } = runEntry({});
  assert.is(lastLine, '0 passed, 0 failed');
  assert.is(status, 1);
});

test.run();
