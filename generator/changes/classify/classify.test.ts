// From files to judged changes, with small tables made for the purpose.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { added, changed, known, to } from '../directions.ts';
import type { Judge, Knowledge, Nature, Verdict } from '../knowledge.ts';
import type { FilePair } from '../pairs.ts';
import { showPath } from '../path.ts';
import { Classifier } from './classify.ts';

const test = suite('classify');
const source = 'https://kubernetes.io/';

function tableOf(kind: string, nature: Nature, more: Partial<Knowledge> = {}): Knowledge {
  return {
    group: '',
    kind,
    nature,
    created: { lane: 'cost', reason: 'it is new', source },
    deleted: { lane: 'data-loss', reason: 'it is gone', source },
    rows: [
      { field: 'spec.size', when: changed, lane: 'cost', reason: 'another size', source },
      { field: 'spec.size', when: to(0), lane: 'downtime', reason: 'nothing is left', source },
      { field: 'spec.open', when: to(true), lane: 'exposure', reason: 'open to all', source },
      { field: 'spec.note', when: known, lane: 'neutral', reason: '', source: '' },
      { field: 'spec.limit', when: added, lane: 'downtime', reason: 'limited', source },
    ],
    ...more,
  };
}

function objectOf(kind: string, spec: object, name = 'a'): string {
  return `${JSON.stringify({ apiVersion: 'v1', kind, metadata: { name, namespace: 't-acme' }, spec })}\n`;
}

const usual = 'prod-use1/tenants/acme/foundation/a.yaml';

function pair(before: string | undefined, after: string | undefined, path = usual): FilePair {
  return { path, before, after };
}

/** `kind path: lane (reason), …` for each change. */
function tell(tables: readonly Knowledge[], ...files: readonly FilePair[]): string[] {
  return new Classifier(tables).classify(files).map(({ kind, path, lane, verdicts, note }) => {
    assert.is(lane, verdicts[0]?.lane);
    const told = verdicts.map((verdict) => `${verdict.lane} (${verdict.reason})`).join(', ');
    return `${kind} ${showPath(path)}: ${told}${note === undefined ? '' : ` ${note}`}`;
  });
}

test('a field that rows name is judged by those that hold, worst first', () => {
  const tables = [tableOf('Box', 'stateful')];
  assert.equal(tell(tables, pair(objectOf('Box', { size: 2 }), objectOf('Box', { size: 1 }))), [
    'changed spec.size: cost (another size)',
  ]);
  assert.equal(tell(tables, pair(objectOf('Box', { size: 2 }), objectOf('Box', { size: 0 }))), [
    'changed spec.size: downtime (nothing is left), cost (another size)',
  ]);
  assert.equal(tell(tables, pair(objectOf('Box', { note: 2 }), objectOf('Box', { note: 1 }))), [
    'changed spec.note: neutral (no harm is known)',
  ]);
  assert.equal(tell(tables, pair(objectOf('Box', { open: true }), objectOf('Box', { open: false }))), [
    'changed spec.open: neutral (no harm is known)',
  ]);
});

test('a field that no row names is unknown where data or access is at stake', () => {
  const files = pair(objectOf('Box', { other: 2 }), objectOf('Box', { other: 1 }));
  assert.equal(tell([tableOf('Box', 'stateful')], files), [
    'changed spec.other: unknown (no table knows this field, and the kind keeps data)',
  ]);
  assert.equal(tell([tableOf('Box', 'access')], files), [
    'changed spec.other: unknown (no table knows this field, and the kind grants access)',
  ]);
  assert.equal(tell([tableOf('Box', 'workload')], files), ['changed spec.other: neutral (no harm is known)']);
});

test('a kind that no table knows is unknown, whatever happens to it', () => {
  const told = 'unknown (no table knows the kind /Box)';
  assert.equal(tell([], pair(objectOf('Box', { a: 1 }), objectOf('Box', { a: 2 }))), [
    `changed spec.a: ${told}`,
  ]);
  assert.equal(tell([], pair(undefined, objectOf('Box', {}))), [`created : ${told}`]);
  assert.equal(tell([], pair(objectOf('Box', {}), undefined)), [`deleted : ${told}`]);
});

test('what comes is judged as a whole and by what it says outright, what goes as a whole', () => {
  const tables = [tableOf('Box', 'stateful')];
  assert.equal(tell(tables, pair(undefined, objectOf('Box', { size: 1, limit: 1 }))), [
    'created : cost (it is new)',
  ]);
  assert.equal(tell(tables, pair(undefined, objectOf('Box', { size: 0, open: true }))), [
    'created : exposure (open to all), downtime (nothing is left), cost (it is new)',
  ]);
  assert.equal(tell(tables, pair(objectOf('Box', { size: 0 }), undefined)), [
    'deleted : data-loss (it is gone)',
  ]);
});

test('of a new tenant or cluster nothing is widened, but what is open is told', () => {
  const created: Verdict = { lane: 'exposure', reason: 'one more', source };
  const tables = [tableOf('Box', 'access', { created }), tableOf('Mark', 'workload')];
  const target = { path: 'prod-use1/tenants/acme/target.yaml', before: undefined, after: 'ring: "1"\n' };
  const root = { path: 'prod-use1/bootstrap/root.yaml', before: undefined, after: objectOf('Mark', {}) };
  const box = (spec: object) => pair(undefined, objectOf('Box', spec));
  assert.ok(tell(tables, box({})).includes('created : exposure (one more)'));
  assert.ok(tell(tables, box({}), target).includes('created : neutral (no harm is known)'));
  assert.ok(tell(tables, box({}), root).includes('created : neutral (no harm is known)'));
  assert.ok(
    tell(tables, box({ open: true }), target).includes(
      'created : exposure (open to all), neutral (no harm is known)',
    ),
  );
  const old = { ...target, before: 'ring: "2"\n' };
  assert.ok(tell(tables, box({}), old).includes('created : exposure (one more)'));
});

function templateOf(app: string): object {
  return { metadata: { labels: { app } } };
}

test('a judge sees all objects of its kind, also those that did not change, and what is new', () => {
  const seen: unknown[] = [];
  const judge: Judge = (pairs, scope) => {
    seen.push(
      pairs.map(({ object, before, after }) => [object.name, before === undefined, after === undefined]),
    );
    seen.push(scope);
    const [first] = pairs;
    if (first === undefined) return [];
    return [
      {
        object: first.object,
        field: 'spec.to[].port',
        before: undefined,
        after: 'all',
        lane: 'exposure',
        reason: 'wide',
        source,
      },
    ];
  };
  const tables = [tableOf('Box', 'access', { judge }), tableOf('Pod', 'workload')];
  const kept = objectOf('Box', {}, 'kept');
  const pod = objectOf('Pod', { template: templateOf('p') }, 'p');
  const job = objectOf('Pod', { jobTemplate: { spec: { template: templateOf('q') } } }, 'q');
  const told = tell(
    tables,
    pair(`${kept}---\n${objectOf('Box', { note: 1 })}`, `${kept}---\n${objectOf('Box', { note: 2 })}`),
    pair(undefined, `${pod}---\n${job}`, 'prod-use1/tenants/acme/workloads/p.yaml'),
  );
  assert.ok(told.includes('changed spec.to[].port: exposure (wide)'));
  assert.equal(seen, [
    [
      ['a', false, false],
      ['kept', false, false],
    ],
    { isNew: false, newPods: [{ app: 'p' }, { app: 'q' }] },
  ]);
});

test('a note of what became of an object stays with it', () => {
  const tables = [tableOf('Box', 'workload')];
  assert.equal(tell(tables, pair(objectOf('Box', { size: 1 }, 'a'), objectOf('Box', { size: 1 }, 'b'))), [
    'deleted : data-loss (it is gone) renamed to Box t-acme/b',
    'created : cost (it is new) renamed from Box t-acme/a',
  ]);
});

test('each change brings both texts of its object', () => {
  const [change] = new Classifier([tableOf('Box', 'workload')]).classify([
    pair(objectOf('Box', { size: 1 }), objectOf('Box', { size: 2 })),
  ]);
  assert.equal(change?.texts, { before: objectOf('Box', { size: 1 }), after: objectOf('Box', { size: 2 }) });
  assert.equal([change?.before, change?.after], [1, 2]);
  assert.is(change?.object.file, usual);
});

test('two tables for one kind are refused', () => {
  assert.throws(() => new Classifier([tableOf('Box', 'workload'), tableOf('Box', 'access')]), /two tables/);
});

test.run();
