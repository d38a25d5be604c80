// `new` and a move on a terminal: what they ask, what they refuse, what they write. The terminal is util-linux's `script`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { skip } from '../../scripts/skip.ts';
import { Repository } from './testing/repository.ts';

const test = suite('questions');
const repository = new Repository();
test.after(() => repository.remove());

const main = join(import.meta.dirname, 'main.ts');
const down = '\u001b[B';
const interrupt = '\u0003';

type Step = readonly [shown: RegExp, typed: string];

/** Types each answer once its question is on the screen; what was on the screen before does not count. */
function converse(
  steps: readonly Step[],
  words: readonly string[] = ['new'],
): Promise<{ code: number | null; screen: string }> {
  const command = [process.execPath, main, '--root', repository.root, ...words]
    .map((word) => `'${word}'`)
    .join(' ');
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const env = { ...inherited, TERM: 'xterm', NO_COLOR: '1' };
  const child = spawn('script', ['-qfec', command, '/dev/null'], { env, timeout: 60_000 });
  const waiting = steps.values();
  let step = waiting.next();
  let screen = '';
  let seen = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen = stripVTControlCharacters(screen + text);
    if (step.done || !step.value[0].test(screen.slice(seen))) return;
    seen = screen.length;
    child.stdin.write(step.value[1]);
    step = waiting.next();
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, screen })));
}

const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

if (hasTerminal) {
  test('asks for everything, refuses wrong answers at once, shows the file and writes it', async () => {
    const { code, screen } = await converse([
      [/\? id/, 'acme\r'],
      [/This tenant exists\./, '\u0015a--b\r'],
      [/`id` cannot be `a--b`/, '\u0015willow\r'],
      [/\? displayName/, 'Willow Mutual\r'],
      [/\? tier/, `${down}\r`],
      [/\? home/, '\r'],
      [/\? more clusters besides/, ' '],
      [/◉/, '\r'],
      [/\? owner/, 'office@willow.example\r'],
      [/\? costCentre/, 'CC-5000\r'],
      [/\? routing/, '\r'],
      [/\? Write tenants\/willow\.yaml\?/, 'y\r'],
    ]);
    assert.match(screen, 'Wrote tenants/willow.yaml. Next: tenantry render --tenant willow');
    assert.is(code, 0);
    assert.match(
      repository.read('tenants/willow.yaml'),
      /^# .*\nid: willow\ndisplayName: Willow Mutual\ntier: standard\nhome: prod-use1\nclusters:\n/,
    );
  });

  test('a move is shown, asked for and written', async () => {
    const file = 'tenants/lakeshore.yaml';
    const before = repository.read(file);
    const words = ['suspend', 'lakeshore'];
    const asked = /\? Write tenants\/lakeshore\.yaml\?/;
    const refused = await converse([[asked, 'n\r']], words);
    assert.is(refused.code, 0, refused.screen);
    assert.is(repository.read(file), before);
    const { code, screen } = await converse([[asked, 'y\r']], words);
    assert.is(code, 0, screen);
    assert.match(screen, 'Wrote tenants/lakeshore.yaml.');
    assert.match(repository.read(file), '\nlifecycle: suspended\n');
  });

  test('stops without a trace', async () => {
    const { code, screen } = await converse([
      [/\? id/, 'robin\r'],
      [/\? displayName/, interrupt],
    ]);
    assert.match(screen, 'Stopped; nothing was written.');
    assert.is(code, 130);
    assert.not.ok(existsSync(join(repository.root, 'tenants/robin.yaml')));
  });
} else {
  skip(test, 'asks on a terminal', 'util-linux `script` is not here');
}

test.run();
