// Which part of the generator may know which other. Every import counts, of types too, and so does a file or folder that
// is named to be loaded later: `cli → pipeline → stages → model`, and no way leads back.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const root = join(import.meta.dirname, '..');
const test = suite('arrows');

/** What each part may import besides itself: whole parts, or single files of one. Who is missing may import everything. */
const reach: Readonly<Record<string, readonly string[]>> = {
  model: [],
  yaml: ['model'],
  load: ['model', 'yaml'],
  validate: ['model', 'rules', 'yaml'],
  rules: ['model', 'yaml', 'compliance', 'recovery'],
  resolve: ['model', 'compliance', 'recovery'],
  // What a tenant's states and frameworks ask for, and what a promise of recovery asks of schedules.
  compliance: ['model'],
  recovery: ['model'],
  compose: ['model', 'concerns'],
  concerns: ['model', 'compose'],
  emit: ['model'],
  // Objects become text target by target, so that one target is in memory at a time.
  units: ['model', 'compose', 'emit'],
  // What a claim becomes once it is on a cluster.
  crossplane: ['model'],
  conform: ['model'],
  // Judges the rendered tree by what upstream does, so it may know nothing of what made it. Tests alone use it.
  isolation: [],
  // What stands between a mishap and data. Tests alone use it.
  guards: ['model'],
  reconcile: ['model'],
  // Two trees by meaning; a quantity is what conform reads it as.
  changes: ['model', 'conform/quantity.ts'],
  // Which edit made a change is found by composing without it.
  review: ['model', 'yaml', 'load', 'resolve', 'compose', 'units', 'changes', 'plan.ts'],
};

/** The parts between the two ends, but for the files that list code or spread work over processors. */
const pure = [
  'model',
  'yaml',
  'validate',
  'rules',
  'resolve',
  'compliance',
  'recovery',
  'compose',
  'concerns',
  'emit',
  'crossplane',
  'changes',
];
const drivers = /^(?:validate\/rules|compose\/concerns)\.ts$/;
const outside =
  /'node:(?:fs|os|child_process|worker_threads|http|https|net|dns)\b|\bprocess\.|\bnew Date\b|\bDate\.(?!parse\b)|\bMath\.random\b|\bperformance\./;

/** Text of every module by its path from `generator/`; tests and what only they import are not looked at. */
function readModules(): Map<string, string> {
  const files = globSync('{generator,scripts}/**/*.{ts,cts,cjs}', { cwd: root });
  return new Map(
    files
      .filter((file) => !/\.test\.ts$|\.fixture\.ts$|\/testing\//.test(file))
      .map((file) => [file.replace(/^generator\//, ''), readFileSync(join(root, file), 'utf8')]),
  );
}

/** Paths of the modules that `text` names by a relative path: one, or all of a folder. */
function arrowsOf(file: string, text: string, modules: Iterable<string>): string[] {
  const known = [...modules];
  // A thread has modules of its own: to start one is not to import it.
  const imports = text.replaceAll(/new Worker\(new URL\([^)]*\)/g, '');
  return [...imports.matchAll(/['"](\.{1,2}\/[^'"]+)['"]/g)].flatMap(([, written = '']) => {
    const path = normalize(join(dirname(file), written)).replace(/^generator\/|\/$/g, '');
    if (known.includes(path)) return [path];
    return known.filter((other) => other.startsWith(`${path}/`) && other !== file);
  });
}

function graphOf(modules: ReadonlyMap<string, string>): Map<string, string[]> {
  return new Map(Array.from(modules, ([file, text]) => [file, arrowsOf(file, text, modules.keys())]));
}

/** The first way found that leads back to where it began, or `undefined`. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...way, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

function partOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : '';
}

function findForbidden(graph: ReadonlyMap<string, readonly string[]>): string[] {
  return [...graph].flatMap(([file, targets]) => {
    const allowed = reach[partOf(file)];
    if (allowed === undefined) return [];
    return targets
      .filter((to) => partOf(to) !== partOf(file) && !allowed.includes(partOf(to)) && !allowed.includes(to))
      .map((to) => `${file} → ${to}`);
  });
}

function findOutside(modules: ReadonlyMap<string, string>): string[] {
  return [...modules]
    .filter(([file, text]) => pure.includes(partOf(file)) && !drivers.test(file) && outside.test(text))
    .map(([file]) => file);
}

const modules = readModules();
const graph = graphOf(modules);

test('the picture is whole', () => {
  const arrows = [...graph.values()].flat();
  assert.ok(graph.size > 200 && arrows.length > 500, `${graph.size} modules, ${arrows.length} arrows`);
  const reached = (from: string, to: string) =>
    assert.ok(
      [...graph].some(([file, targets]) => file.startsWith(from) && targets.includes(to)),
      `${from} → ${to}`,
    );
  // Found by listing a folder, imported when needed, and as a type.
  reached('validate/', 'rules/valid-cron.ts');
  reached('compose/', 'concerns/service/queue.ts');
  reached('conform/', 'conform/checks/valid-port.ts');
  reached('pipeline.ts', 'reconcile/reconcile.ts');
  reached('model/', 'model/target.ts');
});

test('every part is in the table, and every entry of it is used', () => {
  for (const [part, allowed] of Object.entries(reach)) {
    assert.ok(statSync(join(root, 'generator', part)).isDirectory(), part);
    const reached = [...graph].filter(([file]) => partOf(file) === part).flatMap(([, targets]) => targets);
    for (const entry of allowed) {
      assert.ok(existsSync(join(root, 'generator', entry)), entry);
      assert.ok(
        reached.some((to) => to === entry || partOf(to) === entry),
        `${part} never reaches ${entry}`,
      );
    }
  }
  const parts = new Set([...graph.keys()].map(partOf));
  assert.equal([...parts].filter((part) => reach[part] === undefined).sort(), ['', 'cli', 'scripts']);
});

test('no way leads back to where it began', () => assert.is(findCycle(graph)?.join(' → '), undefined));

test('no part imports one that it may not know', () => assert.equal(findForbidden(graph), []));

test('nothing between the two ends knows the disk, the clock, the environment or chance', () => {
  assert.equal(findOutside(modules), []);
});

test('only tests ask the judge of the rendered tree', () => {
  const isJudge = (file: string) => partOf(file) === 'isolation';
  assert.ok([...graph.keys()].some(isJudge));
  assert.equal(
    [...graph].filter(([file, targets]) => !isJudge(file) && targets.some(isJudge)).map(([file]) => file),
    [],
  );
});

test('the checks find what they look for', () => {
  const made = new Map([
    ['resolve/a.ts', "import type { B } from '../model/b.ts';"],
    ['model/b.ts', "const { a } = await import('../resolve/a.ts');"],
    ['emit/c.ts', "import { now } from 'node:os';"],
    ['emit/d.ts', 'const seed = Math.random();'],
  ]);
  const graph = graphOf(made);
  assert.equal(findCycle(graph), ['resolve/a.ts', 'model/b.ts', 'resolve/a.ts']);
  assert.equal(findForbidden(graph), ['model/b.ts → resolve/a.ts']);
  assert.equal(findOutside(made), ['emit/c.ts', 'emit/d.ts']);
});

test.run();
