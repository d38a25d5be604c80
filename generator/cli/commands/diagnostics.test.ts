// A tenant's file with five mistakes, told by the command line in each of its voices.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { fiveMistakes, Repository } from '../testing/repository.ts';

const test = suite('diagnostics');
const repository = new Repository();
repository.write('tenants/acme.yaml', fiveMistakes);
test.after(() => repository.remove());

const spots = [
  '4:7 unknown-value',
  '6:8 wrong-format',
  '8:1 unknown-property',
  '10:9 unknown-value',
  '12:12 wrong-type',
];

test('text goes to stderr: five mistakes with their lines, and their number', () => {
  const { status, stdout, stderr } = repository.run(['validate']);
  assert.is(status, 1);
  assert.is(stdout, '');
  const heads = [...stderr.matchAll(/^tenants\/acme\.yaml:(\S+ \S+) .*$/gm)].map((match) => match[1]);
  assert.equal(heads, spots);
  assert.match(stderr, '\n    4 | tier: premum\n      |       ^^^^^^\n');
  assert.ok(stderr.endsWith('\n\n5 mistakes in 1 file\n'));
  assert.not.match(stderr, /[^\n -~]/);
});

test('json goes to stdout, alone', () => {
  const { status, stdout, stderr } = repository.run(['validate', '--format', 'json']);
  assert.is(status, 1);
  assert.is(stderr, '');
  const diagnostics: Diagnostic[] = JSON.parse(stdout);
  assert.equal(
    diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`),
    spots,
  );
});

test('github and sarif have the same five', () => {
  const github = repository.run(['--format', 'github', 'validate']).stdout;
  assert.is(github.match(/^::error file=tenants\/acme\.yaml,line=/gm)?.length, 5);
  const sarif = JSON.parse(repository.run(['validate', '--format', 'sarif']).stdout);
  assert.is(sarif.runs[0].results.length, 5);
});

test('render writes nothing and says so', () => {
  const { status, stdout, stderr } = repository.run(['render']);
  assert.is(status, 1);
  assert.is(stdout, '');
  assert.ok(stderr.endsWith('\n5 mistakes in 1 file\nNothing was written.\n'));
  assert.not.ok(existsSync(join(repository.root, 'rendered')));
});

test('colours: where they are forced, unless NO_COLOR is alone', () => {
  assert.match(repository.run(['validate'], { FORCE_COLOR: '1' }).stderr, '\u001b[31mpremum\u001b[39m');
  assert.not.match(repository.run(['validate'], { NO_COLOR: '1' }).stderr, '\u001b');
});

test('a secret is pointed at and never repeated', () => {
  const token = `ghp_${'a1'.repeat(18)}`;
  repository.write('tenants/lakeshore.yaml', `id: lakeshore # ${token}\nteir: basic\n`);
  for (const format of ['text', 'github', 'json', 'sarif']) {
    const { status, stdout, stderr } = repository.run(['validate', '--format', format]);
    assert.is(status, 1);
    assert.match(stdout + stderr, 'no-secret');
    assert.not.match(stdout + stderr, token.slice(4, 20));
  }
});

test.run();
