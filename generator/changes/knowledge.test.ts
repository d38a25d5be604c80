// What the tables as a whole must be: no kind of the tree is forgotten, no row is idle, and the cases hold them to figures.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { repository } from '../testing/inputs.ts';
import { Classifier } from './classify/classify.ts';
import { compileRow, holds } from './classify/match.ts';
import { compare } from './compare/compare.ts';
import { parseFile } from './documents.ts';
import type { Knowledge } from './knowledge.ts';
import { type Lane, lanes } from './lane.ts';
import { kindId } from './object.ts';
import { pairObjects } from './pairs.ts';
import { loadKnowledge } from './tables.ts';
import { type Case, lanesOf, readCases } from './testing/cases.ts';

const test = suite('knowledge');
const cases = readCases();
const knowledge = await loadKnowledge();

/** Kinds of a tree that no table knows, as `group/Kind`. */
function findForgotten(tables: readonly Knowledge[]): string[] {
  const known = new Set(tables.map(kindId));
  const tree = join(repository, 'rendered');
  const files = globSync('**/*.yaml', { cwd: tree });
  const kinds = files.flatMap((file) =>
    parseFile(file, readFileSync(join(tree, file), 'utf8')).map(({ object }) => kindId(object)),
  );
  assert.ok(kinds.length > 500, `${kinds.length} objects`);
  return [...new Set(kinds)].filter((kind) => !known.has(kind)).sort();
}

test('no kind of the rendered tree is without a table', () => assert.equal(findForgotten(knowledge), []));

test('a kind whose table is taken away is found', () => {
  const others = knowledge.filter((table) => kindId(table) !== 'apps/Deployment');
  assert.equal(findForgotten(others), ['apps/Deployment']);
});

test('what is loaded for a kind knows the kind', async () => {
  assert.ok(knowledge.length > 100);
  for (const kind of knowledge.map(kindId)) {
    const loaded = await loadKnowledge([kind]);
    assert.ok(
      loaded.some((table) => kindId(table) === kind),
      kind,
    );
    assert.ok(loaded.length < knowledge.length / 2, kind);
  }
  assert.equal(await loadKnowledge(['nobody.example/Nothing']), []);
});

test('every row has its field, its reason and its source', () => {
  for (const table of knowledge) {
    for (const { field, lane, reason, source } of table.rows) {
      const where = `${kindId(table)} ${field}`;
      if (lane === 'neutral') continue;
      assert.ok(reason.length > 5 && !/[.!]$/.test(reason), `${where}: ${reason}`);
      assert.ok(source.length > 5, where);
    }
  }
});

/** `group/Kind field direction lane` of every row, and of every verdict on a whole object, that no case is an example of. */
function findIdle(tables: readonly Knowledge[], examples: readonly Case[]): string[] {
  const pairs = examples.flatMap(({ files }) => pairObjects(files).changed);
  return tables.flatMap((table) => {
    const own = pairs.filter(({ object }) => kindId(object) === kindId(table));
    const changes = own.flatMap(({ before, after }) => (before && after ? compare(before, after) : []));
    const come = own.filter(({ before }) => before === undefined);
    const fields = table.rows.filter(({ lane }) => lane !== 'neutral').map(compileRow);
    const isUsed = (row: (typeof fields)[number]) =>
      changes.some((change) => holds(row, change)) ||
      (row.when.tellsOfNew && come.some(({ before, after }) => holds(row, { path: [], before, after })));
    return [
      ...fields
        .filter((row) => !isUsed(row))
        .map((row) => `${kindId(table)} ${row.field} ${row.when.name} ${row.lane}`),
      ...(table.created.lane !== 'neutral' && come.length === 0 ? [`${kindId(table)} created`] : []),
      ...(table.deleted.lane !== 'neutral' && !own.some(({ after }) => after === undefined)
        ? [`${kindId(table)} deleted`]
        : []),
    ];
  });
}

test('no row is without an example', () => {
  const idle = findIdle(knowledge, cases);
  assert.is(idle.length, 0, idle.join('\n'));
});

test('an example that is taken away leaves its row idle', () => {
  const others = cases.filter(({ name }) => !name.startsWith('capacity/quota-'));
  assert.ok(findIdle(knowledge, others).some((row) => row.startsWith('/ResourceQuota ')));
});

interface Figures {
  /** Share of the changes of a lane that were found, by lane; 1 is all. */
  readonly recall: ReadonlyMap<Lane, number>;
  /** Share of the lanes told that are true. */
  readonly precision: number;
}

function measure(tables: readonly Knowledge[]): Figures {
  const classifier = new Classifier(tables);
  const judged = cases.map(({ files, expected }) => ({
    told: lanesOf(classifier.classify(files)),
    wanted: expected.lanes,
  }));
  const recall = lanes.map((lane) => {
    const wanted = judged.filter((one) => one.wanted.includes(lane));
    return [
      lane,
      wanted.filter((one) => one.told.includes(lane)).length / Math.max(wanted.length, 1),
    ] as const;
  });
  const told = judged.flatMap((one) => one.told.map((lane) => one.wanted.includes(lane)));
  return { recall: new Map(recall), precision: told.filter(Boolean).length / told.length };
}

test('300 cases and more, in every lane, over all families', () => {
  assert.ok(cases.length >= 300, `${cases.length} cases`);
  for (const lane of lanes.filter((one) => one !== 'neutral')) {
    const count = cases.filter(({ expected }) => expected.lanes.includes(lane)).length;
    assert.ok(count >= 8, `${lane}: ${count}`);
  }
  const harmless = cases.filter(({ expected }) => expected.lanes.length === 0).length;
  assert.ok(harmless >= cases.length / 8, `${harmless} harmless ones`);
});

test('nothing that loses, sticks or exposes is missed, and what is told is true', () => {
  const { recall, precision } = measure(knowledge);
  for (const lane of ['data-loss', 'stuck', 'exposure'] as const) assert.is(recall.get(lane), 1, lane);
  assert.ok(precision >= 0.95, `precision ${precision}`);
});

test('without its rows a kind is missed', () => {
  const poorer = knowledge.map((table) => (table.kind === 'Instance' ? { ...table, rows: [] } : table));
  assert.ok((measure(poorer).recall.get('data-loss') ?? 1) < 1);
});

test.run();
