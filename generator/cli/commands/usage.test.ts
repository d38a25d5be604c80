// The command line itself: help, words it does not know, where it finds the repository, and how it fails.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Repository, runIn } from '../testing/repository.ts';

const test = suite('usage');
const repository = new Repository();
const source = join(import.meta.dirname, '../../..');
test.after(() => repository.remove());

const commands = [
  ...['render', 'check', 'validate', 'new', 'explain', 'list'],
  ...['suspend', 'resume', 'offboard', 'retier', 'failover'],
];

test('help names the commands, the exit codes and the manual', () => {
  const { status, stdout } = repository.run(['--help']);
  assert.is(status, 0);
  for (const word of [...commands, 'Exit codes:', 'Manual:']) {
    assert.match(stdout, word);
  }
});

for (const command of commands) {
  test(`help of \`${command}\` shows examples and the global options`, () => {
    const { status, stdout } = repository.run([command, '--help']);
    assert.is(status, 0);
    assert.match(stdout, `\nExamples:\n  tenantry ${command}`);
    assert.match(stdout, '--format <name>');
  });
}

for (const [words, message] of [
  [['rendr'], "tenantry: unknown command 'rendr'\n(Did you mean render?)\n"],
  [['render', '--tenat', 'acme'], "tenantry: unknown option '--tenat'\n(Did you mean --tenant?)\n"],
  [['render', 'acme'], 'tenantry: too many arguments'],
  [['explain'], "tenantry: missing required argument 'tenant'\n"],
  [['list', '--format', 'xml'], "tenantry: option '--format <name>' argument 'xml' is invalid."],
  [['render', '--tenant', 'amce'], 'tenantry: There is no tenant `amce`. Did you mean `acme`?\n'],
  [['check', '--cluster', 'x'], 'tenantry: There is no cluster `x`. `tenantry list` shows what there is.\n'],
  [
    ['render', '--tenant', 'acme', '--cluster', 'stage-use2'],
    'tenantry: Nothing is placed there: `acme` on `stage-use2`.\n',
  ],
  [['render', '--tenant', '\u001b[31m'], 'tenantry: There is no tenant `\\u{1b}[31m`.'],
] as const) {
  test(`exit code 2 for \`${words.join(' ').replace('\u001b', 'ESC')}\``, () => {
    const { status, stdout, stderr } = repository.run(words);
    assert.is(stdout, '');
    assert.is(stderr.slice(0, message.length), message);
    assert.is(status, 2);
  });
}

test('finds the repository around the current directory', () => {
  const { status, stdout } = runIn(join(source, 'generator/cli'), ['list', '--format', 'json']);
  assert.is(status, 0);
  assert.ok(JSON.parse(stdout).length > 0);
});

test('says so where there is none', () => {
  const folder = tmpdir();
  const { status, stderr } = runIn(folder, ['list']);
  assert.is(status, 2);
  assert.match(
    stderr,
    'is not inside a Tenantry repository. Change to a folder of one, or name it with `--root`.\n',
  );
  assert.is(
    runIn(folder, ['--root', 'nowhere', 'list']).stderr,
    'tenantry: `--root nowhere` is not a folder.\n',
  );
});

test('a mistake of ours says so, with a stack, and ends with 70', () => {
  const template = 'platform/templates/tenant.yaml.hbs';
  const text = repository.read(template);
  repository.write(template, 'id: somebody-else\n');
  const flags = ['--display-name', 'Q', '--tier', 'basic', '--home', 'prod-use1'];
  const words = ['new', 'quill', ...flags, '--owner', 'a@quill.example', '--cost-centre', 'CC-1000'];
  const { status, stderr } = repository.run(words);
  repository.write(template, text);
  assert.is(status, 70);
  assert.match(stderr, /^tenantry: this is a mistake of ours, not of your input\./);
  assert.match(stderr, /\n {4}at /);
});

test('a disk that refuses is told without a stack, and ends with 70', () => {
  mkdirSync(join(repository.root, 'out'));
  writeFileSync(join(repository.root, 'out/file'), '');
  const { status, stderr } = repository.run(['render', '--out', join(repository.root, 'out/file/tree')]);
  rmSync(join(repository.root, 'out'), { recursive: true });
  assert.match(stderr, /^tenantry: the disk would not do it: .*ENOTDIR/);
  assert.not.match(stderr, /\n {4}at /);
  assert.is(status, 70);
});

test('a reader that stops reading is no failure', () => {
  const main = join(source, 'generator/cli/main.ts');
  const command = `"${process.execPath}" "${main}" --root "${repository.root}" explain acme; echo "code $?" >&2`;
  const { stderr } = spawnSync('sh', ['-c', `(${command}) | true`], { encoding: 'utf8' });
  assert.is(stderr, 'code 0\n');
});

test.run();
