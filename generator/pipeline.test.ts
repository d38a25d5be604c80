// The verbs together, on copies of the example fleet: same inputs, same bytes; one edit, one tenant's paths; no way to lose one.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Concerns, loadConcerns } from './compose/concerns.ts';
import { UnknownRevision } from './load/revision.ts';
import { check, render, unitsOf } from './pipeline.ts';
import { type Plan, plan } from './plan.ts';
import { copyInputs } from './testing/inputs.ts';
import { clusterUnit, tenantUnit } from './units/units.ts';

const test = suite<{ root: string }>('pipeline');

test.before.each((context) => {
  context.root = mkdtempSync(join(tmpdir(), 'tenantry-pipeline-'));
  copyInputs(context.root);
});

test.after.each(({ root }) => rmSync(root, { recursive: true, force: true }));

/** Every file of a plan's tree, by path, in the order in which units came. */
async function textsOf(planned: Plan): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const unit of await unitsOf(planned)) for (const [path, text] of unit.files) texts.set(path, text);
  return texts;
}

function sorted(texts: ReadonlyMap<string, string>): [string, string][] {
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function edit(root: string, tenant: string, change: (text: string) => string): void {
  const file = join(root, `tenants/${tenant}.yaml`);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  assert.is.not(after, before);
  writeFileSync(file, after);
}

/** Makes a repository of `root`, whose first commit holds everything. */
function commit(root: string): void {
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@tenantry.example'];
  for (const words of [
    ['init', '--quiet'],
    ['add', '.'],
    ['commit', '--quiet', '--message', 'before'],
  ]) {
    execFileSync('git', ['-C', root, ...author, ...words]);
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

test('the example fleet is clean and renders the same tree twice', async ({ root }) => {
  const first = await render({ root });
  assert.equal(first.diagnostics, []);
  assert.ok(first.changes.length > 200);
  const second = await render({ root });
  assert.equal(second.changes, []);
  assert.is(second.unchanged, first.changes.length);
});

test('the order of concerns does not matter', async ({ root }) => {
  const { clusters, tenants } = await plan({ root });
  const concerns = await loadConcerns();
  const reversed: Concerns = {
    cluster: new Map([...concerns.cluster].reverse()),
    tenant: new Map([...concerns.tenant].reverse()),
    service: new Map([...concerns.service].reverse()),
  };
  for (const target of clusters) {
    assert.equal(sorted(clusterUnit(target, reversed).files), sorted(clusterUnit(target, concerns).files));
  }
  for (const target of tenants) {
    assert.equal(sorted(tenantUnit(target, reversed).files), sorted(tenantUnit(target, concerns).files));
  }
});

test('the order of inputs does not matter', async ({ root }) => {
  const planned = await plan({ root });
  const shuffled = { clusters: [...planned.clusters].reverse(), tenants: [...planned.tenants].reverse() };
  assert.equal(sorted(await textsOf({ ...planned, ...shuffled })), sorted(await textsOf(planned)));
});

const edits: readonly [name: string, tenant: string, change: (text: string) => string][] = [
  ['owner', 'acme', (text) => text.replace(/owner: .*/, 'owner: cloud@acme-mutual.example')],
  ['tier', 'blue-ridge', (text) => text.replace('tier: standard', 'tier: basic')],
  ['quota', 'harborview', (text) => text.replace('cpu: "128"', 'cpu: "130"')],
  ['a service switched off', 'cedar-valley', (text) => `${text}services:\n  documents: {enabled: false}\n`],
  ['an override on one cluster', 'acme', (text) => text.replace('min: 3, max: 12', 'min: 3, max: 11')],
  ['route', 'blue-ridge', (text) => text.replace('prefix: blueridge', 'prefix: ridge')],
  ['lifecycle', 'lakeshore', (text) => text.replace('home:', 'lifecycle: suspended\nhome:')],
  ['time zone', 'pinecrest', (text) => text.replace('America/Denver', 'America/Phoenix')],
];

for (const [name, tenant, change] of edits) {
  test(`one tenant's edit stays inside the tenant: ${name}`, async ({ root }) => {
    await render({ root });
    edit(root, tenant, change);
    const { changes, diagnostics } = await render({ root });
    assert.equal(diagnostics, []);
    assert.ok(changes.length > 0);
    const outside = changes.filter(({ path }) => !path.replace('.yaml', '').split('/').includes(tenant));
    assert.equal(outside, []);
  });
}

test('a narrowed run writes what it was asked for and nothing else', async ({ root }) => {
  await render({ root });
  edit(root, 'acme', (text) => text.replace('CC-1042', 'CC-1043'));
  edit(root, 'lakeshore', (text) => text.replace('CC-3017', 'CC-3018'));
  const { changes } = await render({ root, tenants: ['acme'], clusters: ['prod-usw2'] });
  assert.ok(changes.some(({ path }) => path === 'prod-usw2/tenants/acme/foundation/namespace.yaml'));
  for (const { path } of changes) assert.match(path, /^prod-usw2\/tenants\/acme\//);
});

test('a suspended tenant keeps its objects and loses replicas, autoscalers and traffic', async ({ root }) => {
  const texts = await textsOf(await plan({ root }));
  const folder = 'prod-use1/tenants/tidewater';
  const workloads = [...texts]
    .filter(([path]) => path.startsWith(`${folder}/workloads/`))
    .map(([, text]) => text);
  const all = workloads.join('');
  assert.match(all, /kind: Deployment/);
  assert.is(all.match(/kind: Deployment/g)?.length, all.match(/^ {2}replicas: 0$/gm)?.length);
  assert.not.match(all, /kind: (HorizontalPodAutoscaler|ScaledObject|VerticalPodAutoscaler|Job)\n/);
  assert.match(all, /^ {2}suspend: true$/m);
  assert.not.match(texts.get(`${folder}/foundation/network.yaml`) ?? '', /nginx-ingress/);
  assert.match(texts.get('prod-use1/tenants/acme/foundation/network.yaml') ?? '', /nginx-ingress/);
});

/** Tidewater goes from `suspended` to `retained`, a long time ago. */
function retain(root: string): void {
  edit(root, 'tidewater', (text) => text.replace('suspended', 'retained\nretainedSince: 2005-03-01'));
}

function purge(root: string): void {
  const consent = 'purge: {confirm: tidewater, approvedBy: a@b.example}';
  edit(root, 'tidewater', (text) => text.replace('retained\n', `purged\n${consent}\n`));
  mkdirSync(join(root, 'platform/purged'));
  const tombstone = 'id: tidewater\npurgedOn: 2026-11-24\napprovedBy: a@b.example\n';
  writeFileSync(join(root, 'platform/purged/tidewater.yaml'), tombstone);
}

const long = { today: '2005-03-02' };

test('a retained tenant keeps its foundation; a purged one leaves nothing', async ({ root }) => {
  const tree = join(root, 'rendered/prod-use1');
  await render({ root });
  retain(root);
  assert.equal((await render({ root, ...long })).diagnostics, []);
  const left = readdirSync(join(tree, 'tenants/tidewater'));
  assert.ok(left.includes('foundation') && !left.includes('workloads'), `${left}`);
  purge(root);
  assert.equal((await render({ root })).diagnostics, []);
  assert.not.ok(readdirSync(join(tree, 'tenants')).includes('tidewater'));
  assert.not.ok(filesBelow(tree).some((file) => file.includes('tidewater')));
  rmSync(join(root, 'tenants/tidewater.yaml'));
  assert.equal((await render({ root })).diagnostics, []);
});

test('a mistake changes no byte of the tree', async ({ root }) => {
  await render({ root });
  const read = () => filesBelow(join(root, 'rendered')).map((file) => [file, readFileSync(file, 'utf8')]);
  const before = read();
  edit(root, 'acme', (text) => text.replace('CC-1042', 'CC-1043'));
  edit(root, 'lakeshore', (text) => text.replace('tier: basic', 'tier: basics'));
  const { diagnostics, changes } = await render({ root });
  assert.is(diagnostics.length, 1);
  assert.equal(changes, []);
  assert.equal(read(), before);
});

test('a vanished tenant is refused', async ({ root }) => {
  await render({ root });
  rmSync(join(root, 'tenants/acme.yaml'));
  const { diagnostics, changes } = await render({ root });
  assert.ok(diagnostics.some(({ code }) => code === 'no-vanished-tenant'));
  assert.equal(changes, []);
});

test('a tenant that the base had is refused when its file and its folders are gone together', async ({
  root,
}) => {
  await render({ root });
  commit(root);
  rmSync(join(root, 'tenants/lakeshore.yaml'));
  rmSync(join(root, 'rendered/prod-use1/tenants/lakeshore'), { recursive: true });
  rmSync(join(root, 'rendered/prod-use1/argocd/projects/lakeshore.yaml'));
  assert.equal((await check({ root })).diagnostics, []);
  const { diagnostics } = await check({ root, base: 'HEAD' });
  assert.equal(
    diagnostics.map(({ code, file }) => [code, file]),
    [['no-vanished-tenant', 'tenants/lakeshore.yaml']],
  );
});

test('two steps of a lifecycle in one change are refused, however they were rendered', async ({ root }) => {
  const codesOf = ({ diagnostics }: { diagnostics: readonly { code: string }[] }) =>
    diagnostics.map(({ code }) => code);
  await render({ root });
  commit(root);
  retain(root);
  assert.not.ok(codesOf(await check({ root, base: 'HEAD', ...long })).includes('no-skipped-lifecycle'));
  const state = join(root, 'rendered/prod-use1/tenants/tidewater/target.yaml');
  writeFileSync(state, readFileSync(state, 'utf8').replace('suspended', 'retained'));
  purge(root);
  assert.equal(codesOf(await render({ root })), ['no-skipped-lifecycle'], 'against the last commit');
  rmSync(join(root, 'rendered/prod-use1/tenants/tidewater'), { recursive: true });
  assert.equal(codesOf(await check({ root, base: 'HEAD' })), ['no-skipped-lifecycle'], 'against the base');
});

test('a base that is no revision is said to be none', async ({ root }) => {
  try {
    await check({ root, base: '--all' });
    assert.unreachable();
  } catch (error) {
    assert.instance(error, UnknownRevision);
  }
});

test.run();
