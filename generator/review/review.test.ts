// Which edit made which change, found on the example fleet; and what a base may be.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { describeSubject } from '../changes/words.ts';
import { preview } from '../pipeline.ts';
import type { Request } from '../plan.ts';
import type { Entry, Report } from './report.ts';
import { Merged } from './testing/merged.ts';

const merged = await Merged.make();
const test = suite<{ fleet: Merged }>('review');

test.before.each((context) => {
  context.fleet = merged.copy();
});
test.after.each(({ fleet }) => fleet.remove());
test.after(() => merged.remove());

async function reportOf({ root }: Merged, more: Partial<Request> = {}): Promise<Report> {
  const { plan, review } = await preview({ root, ...more });
  assert.equal(plan.diagnostics, []);
  assert.ok(review);
  return review.report();
}

/** `platform/tiers.yaml:8:11 premium.quota.cpu.default` */
function causesOf({ causes }: Entry): string[] {
  return causes.map(({ place: { file, line, column }, setting }) =>
    `${file}:${line}:${column} ${setting}`.trimEnd(),
  );
}

function find(report: Report, words: string): Entry {
  const entry = report.entries.find((one) => describeSubject(one).includes(words));
  assert.ok(entry, `${words} in:\n${report.entries.map(describeSubject).join('\n')}`);
  return entry;
}

test('nothing changes, nothing is told', async ({ fleet }) => {
  const { entries, total } = await reportOf(fleet);
  assert.equal([entries.length, total.changes], [0, 0]);
});

test('each change leads to the setting that made it, among others edited at once', async ({ fleet }) => {
  fleet.edit('tenants/acme.yaml', 'costCentre: CC-1042', 'costCentre: CC-1043');
  fleet.edit('tenants/acme.yaml', 'max: 20', 'max: 21');
  fleet.edit('platform/platform.yaml', 'revisions: 3', 'revisions: 4');
  const report = await reportOf(fleet);
  assert.equal(causesOf(find(report, 'cost-centre')), ['tenants/acme.yaml:8:1 costCentre']);
  assert.equal(causesOf(find(report, 'spec.maxReplicas: 20 → 21')), [
    'tenants/acme.yaml:17:24 services.quote-engine.replicas.max',
  ]);
  const revisions = find(report, 'revisionHistoryLimit: 3 → 4');
  assert.equal(causesOf(revisions), ['platform/platform.yaml:148:3 workloads.revisions']);
  assert.equal(revisions.exceptions, []);
  assert.ok(revisions.members.length > 60);
});

test('a new image leads to the release', async ({ fleet }) => {
  fleet.edit('platform/releases/stable.yaml', 'tag: 4.13.1', 'tag: 4.13.2');
  const report = await reportOf(fleet);
  const [entry, ...others] = report.entries;
  assert.equal(others, []);
  assert.equal(entry && causesOf(entry), ['platform/releases/stable.yaml:6:3 claims-api.tag']);
});

test('what a new tenant gets comes from its file, what a removed one loses too', async ({ fleet }) => {
  const lines = [
    'id: summit',
    'displayName: Summit Peak',
    'tier: basic',
    'home: prod-use1',
    'owner: it@summit.example',
    'costCentre: CC-3055',
  ];
  fleet.write('tenants/summit.yaml', `${lines.join('\n')}\n`);
  const { entries, total } = await reportOf(fleet);
  assert.equal([total.tenants, total.clusters, total.changed, total.deleted], [1, 1, 0, 0]);
  assert.ok(total.created > 50);
  for (const entry of entries) assert.equal(causesOf(entry), ['tenants/summit.yaml:1:1']);
  fleet.git('add', '.');
  fleet.git('commit', '-q', '-m', 'inputs only');
  rmSync(join(fleet.root, 'tenants/summit.yaml'));
  const gone = await reportOf(fleet, { base: 'HEAD' });
  assert.is(gone.total.deleted, 0, 'its tree was never committed');
});

test('a service that is switched off leads to the switch', async ({ fleet }) => {
  fleet.edit('tenants/harborview.yaml', 'quota:\n', 'services:\n  documents: {enabled: false}\nquota:\n');
  const report = await reportOf(fleet);
  const gone = report.entries.filter(({ kind }) => kind === 'deleted');
  assert.ok(gone.length > 3);
  for (const entry of gone)
    assert.equal(causesOf(entry), ['tenants/harborview.yaml:17:15 services.documents.enabled']);
});

test('tenants that say otherwise are told, with the place', async ({ fleet }) => {
  fleet.edit('platform/tiers.yaml', 'cpu: {default: "96"', 'cpu: {default: "112"');
  const { exceptions } = find(await reportOf(fleet), 'requests.cpu');
  assert.equal(
    exceptions.map(({ tenant, cluster, setting, place }) => [
      tenant,
      cluster,
      setting,
      place.file,
      place.line,
    ]),
    [
      ['harborview', 'prod-use1', 'quota.cpu', 'tenants/harborview.yaml', 17],
      ['harborview', 'prod-usw2', 'quota.cpu', 'tenants/harborview.yaml', 17],
    ],
  );
});

test('tenants that made the same change each lead to their own file', async ({ fleet }) => {
  fleet.edit('tenants/acme.yaml', 'host: portal.', 'host: my.');
  fleet.edit('tenants/pinecrest.yaml', 'host: service.', 'host: my.');
  const restart = find(await reportOf(fleet), 'Deployment (9 names) spec.template.metadata.annotations');
  assert.equal(causesOf(restart), [
    'tenants/acme.yaml:11:3 routing.host',
    'tenants/pinecrest.yaml:12:3 routing.host',
  ]);
});

test('a setting that takes two edits leads to both', async ({ fleet }) => {
  const digest = 'sha256:917082b8297a669b84ea6f3f0e524fa2a5b78d62bd47f048e4d479853cbeb642';
  fleet.edit('platform/releases/stable.yaml', 'tag: 4.13.1', 'tag: 4.13.2');
  fleet.edit('platform/releases/stable.yaml', digest, digest.replace('917082', '000000'));
  const [entry] = (await reportOf(fleet)).entries;
  assert.equal(entry && causesOf(entry), [
    'platform/releases/stable.yaml:6:3 claims-api.tag',
    'platform/releases/stable.yaml:7:3 claims-api.digest',
  ]);
});

test('what no input made has no cause', async ({ fleet }) => {
  const file = 'rendered/prod-use1/tenants/acme/foundation/quota.yaml';
  fleet.edit(file, 'requests.cpu: "96"', 'requests.cpu: "95"');
  fleet.commit();
  const entry = find(await reportOf(fleet), '95 → 96');
  assert.equal(causesOf(entry), []);
});

test('a base is a revision, and not what lies on disk', async ({ fleet }) => {
  fleet.edit('tenants/acme.yaml', 'CC-1042', 'CC-1043');
  fleet.edit('rendered/prod-use1/tenants/acme/foundation/namespace.yaml', 'CC-1042', 'CC-1043');
  const { entries } = await reportOf(fleet);
  const namespaces = entries.filter(({ example }) => example.object.kind === 'Namespace');
  assert.equal(
    namespaces.flatMap(({ members }) => members.map(({ cluster }) => cluster)),
    ['prod-use1', 'prod-usw2'],
  );
});

test('where nothing was committed the disk is the base', async ({ fleet }) => {
  rmSync(join(fleet.root, '.git'), { recursive: true });
  fleet.edit(
    'rendered/prod-use1/tenants/acme/foundation/quota.yaml',
    'requests.cpu: "96"',
    'requests.cpu: "95"',
  );
  const { base, entries } = await reportOf(fleet);
  assert.is(base, 'the tree on disk');
  assert.is(entries.length, 1);
  rmSync(join(fleet.root, 'rendered'), { recursive: true });
  const { total, entries: all } = await reportOf(fleet);
  assert.is(total.deleted, 0);
  assert.ok(total.created > 500);
  // What a judge finds open in something new it tells of a field.
  for (const { kind, example } of all) assert.ok(kind === 'created' || example.lane === 'exposure');
});

test('a run of one tenant tells what a whole run tells of it', async ({ fleet }) => {
  fleet.edit('tenants/acme.yaml', 'max: 20', 'max: 21');
  fleet.edit('tenants/harborview.yaml', 'cpu: "128"', 'cpu: "120"');
  const idsOf = ({ entries }: Report) =>
    entries.map(({ id, example }) => `${example.object.tenant} ${id}`).sort();
  const whole = idsOf(await reportOf(fleet));
  const parts = [
    await reportOf(fleet, { tenants: ['acme'] }),
    await reportOf(fleet, { tenants: ['harborview'] }),
  ];
  assert.equal(parts.flatMap(idsOf).sort(), whole);
  assert.equal(idsOf(await reportOf(fleet, { tenants: ['lakeshore'] })), []);
});

test.run();
