// What rendering costs, as ratios to `cp -r` of the result and to `node -e 0`, measured in one run on one machine.
// `npm run bench` takes fleets of 100, 300 and 1,000 tenants on two clusters; `npm run bench -- 50 200` others.
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { idOf, writeFleet } from './bench/fleet.ts';
import { type Command, type Figure, measure, median } from './bench/measure.ts';

const here = import.meta.dirname;
const preload = { NODE_OPTIONS: `--import=${pathToFileURL(join(here, 'bench/usage.ts')).href}` };
const rounds = 3;
const synthTenants = 20;

interface Row {
  readonly tenants: number;
  readonly files: number;
  readonly figures: Readonly<Record<'full' | 'same' | 'one' | 'report' | 'copy' | 'node', Figure>>;
  /** Characters of the comment on a change of every tenant. */
  readonly comment: number;
}

const sizes = process.argv.slice(2).map(Number);
const rows = (sizes.length > 0 ? sizes : [100, 300, 1000]).map(measureFleet);
showRows(rows);
showSlope(rows);
showSynth();

/** Runs are interleaved, so that a slow minute of the machine meets every command alike. */
function measureFleet(tenants: number): Row {
  return inScratch((scratch) => {
    const root = join(scratch, 'fleet');
    writeFleet(root, tenants);
    const tree = join(root, 'rendered');
    const runs: Record<keyof Row['figures'], Figure[]> = {
      full: [],
      same: [],
      one: [],
      report: [],
      copy: [],
      node: [],
    };
    const comment = join(scratch, 'comment.md');
    commit(root);
    for (let round = 0; round < rounds; round += 1) {
      rmSync(tree, { recursive: true, force: true });
      runs.full.push(render(root));
      runs.copy.push(measure(['cp', '-r', tree, join(scratch, `copy-${round}`)]));
      runs.same.push(render(root));
      appendFileSync(join(root, `tenants/${idOf(0)}.yaml`), `# ${round}\n`);
      const edited = join(root, `tenants/${idOf(1)}.yaml`);
      writeFileSync(edited, readFileSync(edited, 'utf8').replace(/CC-\d+/, `CC-9${round}00`));
      runs.one.push(renderOne(root));
      runs.node.push(measure(['node', '-e', '0']));
      render(root);
      runs.report.push(reportOf(root, round, comment));
      rmSync(join(scratch, `copy-${round}`), { recursive: true });
    }
    const figures = Object.fromEntries(Object.entries(runs).map(([name, list]) => [name, median(list)]));
    const characters = readFileSync(comment, 'utf8').length;
    return { tenants, files: countFiles(tree), figures: figures as Row['figures'], comment: characters };
  });
}

function commandOf(root: string, ...args: string[]): Command {
  return [join(here, 'tenantry'), 'render', '--root', root, ...args];
}

function render(root: string): Figure {
  return measure(commandOf(root), preload);
}

/** Timed without the preload, which would be a tenth of so short a run; CPU and memory are of a run of their own. */
function renderOne(root: string): Figure {
  const command = commandOf(root, '--tenant', idOf(1));
  const { seconds } = measure(command);
  return { ...measure(command, preload), seconds };
}

/** So that every run is held against what was committed, as it is in the repository. */
function commit(root: string): void {
  render(root);
  const author = ['-c', 'user.name=bench', '-c', 'user.email=bench@keelstone.example', '-c', 'gc.auto=0'];
  for (const words of [
    ['init', '--quiet'],
    ['add', '.'],
    ['commit', '--quiet', '--message', 'fleet'],
  ]) {
    measure(['git', '-C', root, ...author, ...words]);
  }
}

/** The report of a tier default that changes every tenant on both clusters; the edit is taken back. */
function reportOf(root: string, round: number, comment: string): Figure {
  const file = join(root, 'platform/tiers.yaml');
  const text = readFileSync(file, 'utf8');
  const raised = (digits: string) => String(Number(digits) + round + 1);
  const edited = text.replaceAll(/(cpu: \{default: ")(\d+)/g, (_, head, digits) => head + raised(digits));
  if (edited === text) throw new Error('The benchmark edits no default');
  writeFileSync(file, edited);
  const command = [join(here, 'tenantry'), 'diff', '--root', root, '--markdown', comment] as const;
  const figure = measure(command, preload);
  writeFileSync(file, text);
  return figure;
}

function showRows(rows: readonly Row[]): void {
  console.log(`${cpus().length} cores; medians of ${rounds}; every tenant on two clusters\n`);
  console.log('tenants   files   run            seconds      CPU      MiB   against');
  for (const { tenants, files, figures, comment } of rows) {
    const { full, same, one, report, copy, node } = figures;
    const head = `${tenants}`.padStart(7) + `${files}`.padStart(8);
    showFigure(head, 'full', full, `${ratio(full, copy)} × cp -r`);
    showFigure('', 'unchanged', same, `${ratio(same, copy)} × cp -r`);
    showFigure('', 'one tenant', one, `${ratio(one, node)} × node -e 0`);
    showFigure('', 'report', report, `${ratio(report, full)} × full; a comment of ${comment} characters`);
    showFigure('', 'cp -r', copy, '');
    showFigure('', 'node -e 0', node, '');
  }
}

function showFigure(head: string, name: string, { seconds, cpu, mebibytes }: Figure, against: string): void {
  const numbers = [seconds.toFixed(2), show(cpu, 2), show(mebibytes, 0)].map((text) => text.padStart(9));
  console.log(`${head.padStart(15)}   ${name.padEnd(12)}${numbers.join('')}   ${against}`.trimEnd());
}

/** Linear when a tenant costs the same in every fleet. */
function showSlope(rows: readonly Row[]): void {
  const costs = rows.map(({ tenants, figures }) => `${((figures.full.seconds / tenants) * 1000).toFixed(2)}`);
  console.log(`\nslope of the full run, milliseconds per tenant: ${costs.join(' → ')}`);
}

/** cdk8s validates the whole app once for every chart, so its cost grows with the square of the fleet. */
function showSynth(): void {
  inScratch((scratch) => {
    const root = join(scratch, 'fleet');
    writeFleet(root, synthTenants);
    const synth = measure(
      ['node', join(here, 'bench/synth.ts'), root, join(scratch, 'dist'), `${synthTenants}`],
      {
        NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      },
    );
    const ours = render(root);
    console.log(
      `\n${synthTenants} tenants: cdk8s synth ${synth.seconds.toFixed(2)} s, full run ${ours.seconds.toFixed(2)} s (${ratio(synth, ours)} ×)`,
    );
  });
}

function inScratch<Result>(work: (scratch: string) => Result): Result {
  const scratch = mkdtempSync(join(tmpdir(), 'tenantry-bench-'));
  try {
    return work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function countFiles(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .length;
}

function ratio(a: Figure, b: Figure): string {
  return (a.seconds / b.seconds).toFixed(2);
}

function show(value: number, digits: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits);
}
