// What is told together, and what an id stands for.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Change } from './classify/classify.ts';
import { type Group, Grouping } from './group.ts';
import { describeGroup, describeSubject, describeVerdict } from './words.ts';

const test = suite('groups');

function changeOf(tenant: string, more: Partial<Change> = {}, cluster = 'prod-use1', name = 'quota'): Change {
  const namespace = tenant === '' ? '' : `t-${tenant}`;
  const application = tenant === '' ? `${cluster}/argocd` : `${cluster}/tenants/${tenant}/foundation`;
  const object = {
    cluster,
    tenant,
    application,
    group: '',
    kind: 'ResourceQuota',
    namespace,
    name,
    file: `${application}/quota.yaml`,
  };
  return {
    object,
    kind: 'changed',
    path: ['spec', 'hard', 'cpu'],
    before: '4',
    after: '6',
    lane: 'cost',
    verdicts: [{ lane: 'cost', reason: 'more', source: '' }],
    texts: { before: undefined, after: undefined },
    ...more,
  };
}

function groupsOf(...changes: readonly Change[]): Group[] {
  const grouping = new Grouping();
  grouping.add(changes);
  return grouping.finish();
}

test('the same change of many tenants is one group', () => {
  const changes = ['acme', 'bolt', 'cove'].flatMap((tenant) => [
    changeOf(tenant),
    changeOf(tenant, {}, 'prod-usw2'),
  ]);
  const [group, ...others] = groupsOf(...changes);
  assert.equal(others, []);
  assert.is(
    group && describeGroup(group),
    'ResourceQuota quota spec.hard.cpu: 4 → 6 in 3 tenants × 2 clusters',
  );
});

test('another value, field, direction or reason is another group', () => {
  const variants: Partial<Change>[] = [
    {},
    { after: '7' },
    { path: ['spec', 'hard', 'memory'] },
    { kind: 'deleted', path: [] },
    { verdicts: [{ lane: 'cost', reason: 'other', source: '' }] },
  ];
  assert.is(groupsOf(...variants.map((more) => changeOf('acme', more))).length, variants.length);
});

test("a tenant's own name does not keep it apart, and is shown again when it is alone", () => {
  const host = (tenant: string) =>
    changeOf(tenant, { before: `a.${tenant}.example`, after: `b.${tenant}.example` });
  const [alone] = groupsOf(host('acme'));
  assert.is(
    alone && describeGroup(alone),
    'ResourceQuota quota spec.hard.cpu: a.acme.example → b.acme.example in acme on prod-use1',
  );
  const [both, ...others] = groupsOf(host('acme'), host('bolt'));
  assert.equal(others, []);
  assert.is(
    both && describeSubject(both),
    'ResourceQuota quota spec.hard.cpu: a.<tenant>.example → b.<tenant>.example',
  );
  assert.is(groupsOf(changeOf('a', { before: 'acme' }), changeOf('b', { before: 'acme' })).length, 1);
});

test('items called like their object are one', () => {
  const image = (name: string) =>
    changeOf('acme', { path: ['spec', 'containers', { item: name }, 'image'] }, 'prod-use1', name);
  const [group, ...others] = groupsOf(image('billing'), image('claims-api'));
  assert.equal(others, []);
  assert.is(group?.field, 'spec.containers[*].image');
  assert.is(group && describeSubject(group), 'ResourceQuota (2 names) spec.containers[*].image: 4 → 6');
});

test('a hash only says that something else changed', () => {
  const path = ['metadata', 'annotations', 'tenantry.dev/config-hash'];
  assert.is(
    groupsOf(changeOf('acme', { path, after: 'x' }), changeOf('bolt', { path, after: 'y' })).length,
    1,
  );
});

test('what comes or goes is told by kind', () => {
  const created = (tenant: string) =>
    changeOf(tenant, { kind: 'created', path: [], before: undefined, after: { tenant } });
  const [group, ...others] = groupsOf(created('acme'), created('bolt'));
  assert.equal(others, []);
  assert.is(group && describeGroup(group), 'ResourceQuota quota created in 2 tenants on prod-use1');
  const [renamed] = groupsOf(changeOf('acme', { kind: 'deleted', path: [], note: 'renamed to X t-acme/y' }));
  assert.is(renamed && describeSubject(renamed), 'ResourceQuota quota deleted (renamed to X t-acme/y)');
});

test('the worst lane comes first, then the largest group', () => {
  const groups = groupsOf(
    changeOf('acme', { path: ['a'] }),
    changeOf('acme', { path: ['b'] }),
    changeOf('bolt', { path: ['b'] }),
    changeOf('acme', {
      path: ['c'],
      lane: 'data-loss',
      verdicts: [{ lane: 'data-loss', reason: 'x', source: '' }],
    }),
  );
  assert.equal(
    groups.map(({ field }) => field),
    ['c', 'b', 'a'],
  );
});

test('an id stands for exactly these objects, fields and values', () => {
  const idOf = (...changes: readonly Change[]) => groupsOf(...changes)[0]?.id;
  const id = idOf(changeOf('acme'), changeOf('bolt'));
  assert.match(id ?? '', /^[0-9a-f]{16}$/);
  assert.is(idOf(changeOf('bolt'), changeOf('acme')), id);
  const reworded: Partial<Change> = {
    lane: 'exposure',
    verdicts: [{ lane: 'exposure', reason: 'better words', source: '' }],
  };
  assert.is(idOf(changeOf('acme', reworded), changeOf('bolt', reworded)), id);
  const others = [
    idOf(changeOf('acme')),
    idOf(changeOf('acme'), changeOf('cove')),
    idOf(changeOf('acme'), changeOf('bolt'), changeOf('cove')),
    idOf(changeOf('acme'), changeOf('bolt', {}, 'prod-usw2')),
    idOf(changeOf('acme', { after: '7' }), changeOf('bolt', { after: '7' })),
    idOf(changeOf('acme', { before: '5' }), changeOf('bolt', { before: '5' })),
    idOf(changeOf('acme', { path: ['x'] }), changeOf('bolt', { path: ['x'] })),
    idOf(changeOf('acme', { kind: 'deleted' }), changeOf('bolt', { kind: 'deleted' })),
    idOf(changeOf('acme', {}, 'prod-use1', 'other'), changeOf('bolt', {}, 'prod-use1', 'other')),
  ];
  assert.is(new Set([id, ...others]).size, others.length + 1);
});

test('what a judge found is bound to the objects, not to its words', () => {
  const idOf = (binds: string) => groupsOf(changeOf('acme', { before: 'a', after: 'b', binds }))[0]?.id;
  assert.is(idOf('policy {}'), idOf('policy {}'));
  assert.is.not(idOf('policy {}'), idOf('policy {app: x}'));
});

test('another order is another change, told in its order', () => {
  const order = (...after: readonly string[]) =>
    changeOf('acme', { path: ['spec', 'http'], before: ['a', 'b', 'c'], after });
  const [one] = groupsOf(order('b', 'a', 'c'));
  const [other] = groupsOf(order('c', 'b', 'a'));
  assert.is.not(one?.id, other?.id);
  assert.match(one ? describeSubject(one) : '', '["a","b","c"] → ["b","a","c"]');
});

test('an id of what goes does not depend on what it was', () => {
  const gone = (before: unknown) =>
    groupsOf(changeOf('acme', { kind: 'deleted', path: [], before, after: undefined }))[0]?.id;
  assert.is(gone({ a: 1 }), gone({ a: 2 }));
});

test('members are sorted whatever the order they came in', () => {
  const [group] = groupsOf(changeOf('bolt'), changeOf('acme', {}, 'prod-usw2'), changeOf('acme'));
  assert.equal(
    group?.members.map(({ cluster, tenant }) => `${cluster}/${tenant}`),
    ['prod-use1/acme', 'prod-use1/bolt', 'prod-usw2/acme'],
  );
  assert.match(group ? describeGroup(group) : '', 'in 2 tenants on 2 clusters (3 places)');
});

test('places and reasons in words', () => {
  const say = (...changes: readonly Change[]) => groupsOf(...changes).map(describeGroup)[0];
  assert.is(say(changeOf('')), 'ResourceQuota quota spec.hard.cpu: 4 → 6 on prod-use1');
  assert.is(
    say(changeOf(''), changeOf('', {}, 'b')),
    'ResourceQuota quota spec.hard.cpu: 4 → 6 on 2 clusters',
  );
  assert.is(
    say(changeOf('acme'), changeOf('acme', {}, 'b')),
    'ResourceQuota quota spec.hard.cpu: 4 → 6 in acme on b and prod-use1',
  );
  assert.is(
    say(changeOf('acme', { before: undefined })),
    'ResourceQuota quota spec.hard.cpu: nothing → 6 in acme on prod-use1',
  );
  assert.is(
    say(changeOf('acme', { after: '' })),
    'ResourceQuota quota spec.hard.cpu: 4 → "" in acme on prod-use1',
  );
  assert.match(say(changeOf('acme', { after: 'x'.repeat(500) })) ?? '', /→ x{159}… in/);
  const [group] = groupsOf(
    changeOf('acme', {
      verdicts: [
        { lane: 'data-loss', reason: 'it is gone', source: '' },
        { lane: 'cost', reason: 'less', source: '' },
        { lane: 'neutral', reason: 'no harm is known', source: '' },
      ],
    }),
  );
  assert.is(group && describeVerdict(group), 'data loss, it is gone; cost, less');
});

test.run();
