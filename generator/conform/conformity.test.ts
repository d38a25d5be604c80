// A tree judged unit by unit, in any order of the tenants, is judged as the whole is, and no tenant sees another's.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { conform } from './conform.ts';
import { Conformity } from './conformity.ts';
import { faults, seed } from './faults.fixture.ts';
import { makeSoundTree } from './sound-tree.fixture.ts';

const test = suite('conformity');

type File = [path: string, text: string];

const { priority, composition } = makeSoundTree();
const compositions: File = ['prod/platform/composition.yaml', JSON.stringify(composition)];
const platform: File[] = [['prod/platform/priority.yaml', JSON.stringify(priority)], compositions];

/** A tenant that leaves its priority and its composition to the cluster, with every `acme` in it renamed. */
function makeTenant(name: string, fault?: (typeof faults)[number]): File[] {
  const tree = makeSoundTree();
  if (fault !== undefined) seed(tree, fault);
  const { priority: _, composition: __, ...own } = tree;
  return Object.entries(own).map(([short, value]) => [
    `prod/tenants/${name}/workloads/${short}.yaml`,
    JSON.stringify(value, null, 2).replaceAll('acme', name),
  ]);
}

async function judge(units: readonly File[][]) {
  const conformity = await Conformity.load();
  for (const unit of units) conformity.add(unit);
  return conformity.finish();
}

const names = Array.from({ length: 8 }, (_, index) => `insurer-${index}`);
const seeded = faults
  .filter(({ object }) => object !== 'priority' && object !== 'composition')
  .slice(0, 40)
  .filter((_, index) => index % 5 === 0);

test('units in any order are judged like the whole tree', async () => {
  const tenants = names.map((name, index) => makeTenant(name, seeded[index]));
  const whole = await conform([...tenants.toReversed().flat(), ...platform]);
  assert.ok(whole.length >= seeded.length, 'each tenant has its fault');
  assert.equal(await judge([platform, ...tenants]), whole);
  assert.equal(await judge([platform, ...tenants.toReversed()]), whole);
});

test("one tenant's wrong shape hides nothing of its neighbours", async () => {
  const shape = faults.find(({ code }) => code === 'no-unknown-field');
  const check = faults.find(({ code }) => code === 'valid-schedule');
  const found = await judge([platform, makeTenant('ash', shape), makeTenant('birch', check)]);
  assert.equal(
    found.map(({ code, file }) => `${code} ${file.split('/')[3]}`),
    ['no-unknown-field ash', 'valid-schedule birch'],
  );
});

test('a cluster whose own objects have the wrong shape is not asked for what tenants point at', async () => {
  const broken: File[] = [
    ['prod/platform/priority.yaml', JSON.stringify({ ...(priority as object), valeu: 1 })],
    compositions,
  ];
  const found = await judge([broken, makeTenant('ash')]);
  assert.equal(
    found.map(({ code }) => code),
    ['no-unknown-field'],
  );
});

test("a tenant's objects neither live in another tenant's namespace nor point there", async () => {
  const stray = { ...(makeSoundTree().config as object), metadata: { name: 'a', namespace: 'tenant-ash' } };
  const file: File = ['prod/tenants/birch/workloads/stray.yaml', JSON.stringify(stray)];
  const found = await judge([platform, makeTenant('ash'), [...makeTenant('birch'), file]]);
  assert.equal(
    found.map(({ code, file }) => [code, file]),
    [['require-namespace', `rendered/${file[0]}`]],
  );
});

const shared = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name: 'support' },
  rules: [],
};
const rivals: readonly (readonly [words: string, first: string, second: string])[] = [
  ['of two tenants', 'prod/tenants/ash/a.yaml', 'prod/tenants/birch/b.yaml'],
  ['of a tenant and its cluster', 'prod/platform/a.yaml', 'prod/tenants/birch/b.yaml'],
];
for (const [words, first, second] of rivals) {
  test(`the same object in units ${words} is found, and both are named`, async () => {
    const text = JSON.stringify(shared);
    const [finding, ...rest] = await judge([[[first, text]], [[second, text]]]);
    assert.equal(rest, []);
    assert.is(finding?.code, 'unique-object');
    assert.is(finding?.file, `rendered/${second}`);
    assert.is(finding?.related?.[0]?.file, `rendered/${first}`);
    const other = second.replace('prod/', 'stage/');
    assert.equal(await judge([[[first, text]], [[other, text]]]), [], 'another cluster is another matter');
  });
}

test('it keeps the text of what a finding stands in, and lets the rest go', async () => {
  const conformity = await Conformity.load();
  conformity.add(platform);
  conformity.add(makeTenant('ash'));
  conformity.add(makeTenant('birch', seeded[0]));
  const kept = new Set([...conformity.texts.keys()].map((file) => file.split('/').slice(0, 4).join('/')));
  assert.equal([...kept], [...platform.map(([path]) => `rendered/${path}`), 'rendered/prod/tenants/birch']);
});

test.run();
