// What of a change is the same for every tenant.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Change } from './classify/classify.ts';
import { shapeOf, shapeOfPath, shapeOfValue, withoutTenant } from './shape.ts';

const test = suite('shape');

const object = {
  cluster: 'prod-use1',
  tenant: 'acme',
  application: 'prod-use1/tenants/acme/workloads',
  file: 'prod-use1/tenants/acme/workloads/billing.yaml',
  group: 'apps',
  kind: 'Deployment',
  namespace: 't-acme',
  name: 'billing',
};

const change: Change = {
  object,
  kind: 'changed',
  path: ['spec', 'replicas'],
  before: 2,
  after: 3,
  lane: 'cost',
  verdicts: [{ lane: 'cost', reason: 'more pods', source: 's' }],
  texts: { before: undefined, after: undefined },
};

test("a tenant's name is taken out, wherever it stands as a word", () => {
  assert.is(withoutTenant('t-acme/acme.example, acmes', 'acme'), 't-<tenant>/<tenant>.example, acmes');
  assert.is(withoutTenant('acme', ''), 'acme');
  assert.is(withoutTenant('a(b', 'a('), 'a(b');
  assert.is(withoutTenant('Acme', 'Acme'), 'Acme');
  assert.is(withoutTenant('a.cme', 'a.cme'), 'a.cme');
});

test('a value in one line', () => {
  assert.is(shapeOfValue(undefined, 'acme'), '');
  assert.is(shapeOfValue('t-acme', 'acme'), 't-<tenant>');
  assert.is(shapeOfValue({ b: 'acme', a: [2, 1] }, 'acme'), '{"a":[1,2],"b":"<tenant>"}');
  assert.is(shapeOfValue([2, 1], '', 'args'), '[2,1]');
  assert.is(shapeOfValue(3, 'acme'), '3');
});

test('an item called like its object or its tenant is any item', () => {
  assert.is(shapeOfPath(['a', { item: 'billing' }], object), 'a[*]');
  assert.is(shapeOfPath(['a', { item: 'acme' }], object), 'a[*]');
  assert.is(shapeOfPath(['a', { item: 'other' }, 'billing'], object), 'a[other].billing');
});

test('what makes another shape, and what does not', () => {
  const shape = shapeOf(change);
  const alike: Partial<Change>[] = [
    {},
    { object: { ...object, name: 'claims-api', tenant: 'bolt', cluster: 'prod-usw2' } },
    { verdicts: [{ lane: 'cost', reason: 'more pods', source: 'another page' }] },
  ];
  for (const more of alike) assert.is(shapeOf({ ...change, ...more }), shape);
  const others: Partial<Change>[] = [
    { object: { ...object, kind: 'StatefulSet' } },
    { object: { ...object, group: 'other' } },
    { before: 1 },
    { after: 4 },
    { path: ['spec', 'other'] },
    { kind: 'created' },
    { verdicts: [{ lane: 'downtime', reason: 'more pods', source: 's' }] },
    { verdicts: [{ lane: 'cost', reason: 'other', source: 's' }] },
    { note: 'renamed to X' },
  ];
  assert.is(
    new Set([shape, ...others.map((more) => shapeOf({ ...change, ...more }))]).size,
    others.length + 1,
  );
});

test('of what comes or goes, and of a hash, the values are no part', () => {
  const same = (one: Partial<Change>, other: Partial<Change>) =>
    assert.is(shapeOf({ ...change, ...one }), shapeOf({ ...change, ...other }));
  same({ kind: 'created', after: 1 }, { kind: 'created', after: 2 });
  same({ kind: 'deleted', before: 1 }, { kind: 'deleted', before: 2 });
  same({ note: 'renamed to A' }, { note: 'renamed to B' });
  const path = ['metadata', 'annotations', 'tenantry.dev/config-hash'];
  same({ path, after: 'x' }, { path, after: 'y' });
  assert.is.not(shapeOf({ ...change, note: 'renamed to A' }), shapeOf({ ...change, note: 'moved to A' }));
  const other = ['metadata', 'annotations', 'tenantry.dev/config-hashed'];
  assert.is.not(
    shapeOf({ ...change, path: other, after: 'x' }),
    shapeOf({ ...change, path: other, after: 'y' }),
  );
});

test.run();
