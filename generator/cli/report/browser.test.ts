// The page in a browser: its script runs under its own policy and filters as the address says.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { skip } from '../../../scripts/skip.ts';
import { renderHtml } from './html.ts';
import { type Markup, readPage } from './testing/markup.ts';
import { fullReport, plainly } from './testing/report.ts';

const test = suite('browser');
const browser = findBrowser();

const cases: readonly [hash: string, says: string, shown: readonly string[]][] = [
  [
    '',
    '11 groups',
    [
      'data-loss',
      'stuck',
      'rejected',
      'exposure',
      'recoverability',
      'unknown',
      'downtime',
      'cost',
      'neutral',
    ],
  ],
  ['#lane=exposure', '1 of 11 groups', ['exposure']],
  ['#lane=exposure&lane=cost', '2 of 11 groups', ['exposure', 'cost']],
  ['#tenant=acme&kind=apps%2FDeployment&q=MORE+paid&approval=needed&lane=stuck', '1 of 11 groups', ['stuck']],
  ['#tenant=lakeshore', '0 of 11 groups', []],
  [
    '#cluster=prod-use1&q=premium',
    '11 groups',
    [
      'data-loss',
      'stuck',
      'rejected',
      'exposure',
      'recoverability',
      'unknown',
      'downtime',
      'cost',
      'neutral',
    ],
  ],
];

for (const [hash, says, shown] of cases) {
  const name = `the address ${hash === '' ? 'without a filter' : hash} shows ${says}`;
  if (browser === undefined) skip(test, name, 'there is no chromium');
  else {
    test(name, () => {
      const markup = open(browser, hash);
      assert.is(markup.elements.find(({ attributes }) => attributes.id === 'shown')?.text, says);
      assert.equal(lanesIn(markup), shown);
    });
  }
}

/** The page as it is after its script has run. */
function open(program: string, hash: string): Markup {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-browser-'));
  try {
    const file = join(folder, 'report.html');
    writeFileSync(file, renderHtml(fullReport(plainly)));
    const args = [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium's sandbox does not work for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      '--dump-dom',
      `${pathToFileURL(file).href}${hash}`,
    ];
    const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8', timeout: 60_000 });
    assert.is(status, 0, stderr);
    return readPage(stdout);
  } finally {
    rmSync(folder, { recursive: true, maxRetries: 5 });
  }
}

/** Of sections that are not hidden. */
function lanesIn({ elements }: Markup): string[] {
  const sections = elements.filter(({ tag, attributes }) => tag === 'section' && !('hidden' in attributes));
  return sections.map(({ attributes: { id = '' } }) => id.replace(/^lane-/, ''));
}

function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun);
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

test.run();
