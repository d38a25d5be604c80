// `list`, `explain` and `validate` of clean inputs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Repository } from '../testing/repository.ts';

const test = suite('list, explain and validate');
const repository = new Repository();
const source = join(import.meta.dirname, '../../..');
test.after(() => repository.remove());

repository.write(
  'tenants/lakeshore.yaml',
  `id: lakeshore
displayName: Lakeshore Title & Casualty
tier: basic
home: prod-use1
owner: it@lakeshore-title.example
costCentre: CC-3017
services:
  claims-api: {enabled: false}
  documents:
    replicas: {max: 4}
clusterOverrides:
  prod-use1:
    quota: {pods: 77}
`,
);

test('validate counts what it looked at', () => {
  const { status, stdout, stderr } = repository.run(['validate']);
  assert.is(stderr, '');
  assert.is(stdout, '8 tenants on 3 clusters: no mistakes.\n');
  assert.is(status, 0);
  assert.is(repository.run(['validate', '--format', 'json']).stdout, '[]\n');
});

test('list is sorted, aligned and fits 100 columns', () => {
  const { status, stdout } = repository.run(['list']);
  assert.is(status, 0);
  const lines = stdout.trimEnd().split('\n');
  assert.is(lines[0], 'tenant        cluster     home  tier      lifecycle   route');
  assert.is(lines[1], 'acme          prod-use1   yes   premium   active      portal.acme-mutual.example');
  assert.is(lines[2], 'acme          prod-usw2   no    premium   active      portal.acme-mutual.example');
  assert.equal(lines.slice(1), lines.slice(1).toSorted());
  for (const line of lines) assert.ok(line.length <= 100, line);
});

test('list as JSON', () => {
  const rows = JSON.parse(repository.run(['list', '--format', 'json']).stdout);
  assert.equal(rows.at(0), {
    tenant: 'acme',
    cluster: 'prod-use1',
    tier: 'premium',
    lifecycle: 'active',
    home: 'prod-use1',
    route: 'portal.acme-mutual.example',
  });
});

test('explain narrows to a path and points at the lines that decided', () => {
  assert.is(
    repository.run(['explain', 'lakeshore', 'services.claims-api']).stdout,
    'setting                      value  from\nservices.claims-api.enabled  false  tenants/lakeshore.yaml:8:25\n',
  );
  assert.match(
    repository.run(['explain', 'lakeshore', 'quota']).stdout,
    /^quota\.pods +77 +tenants\/lakeshore\.yaml:13:19$/m,
  );
});

test('explain tells what was derived, and from what', () => {
  const { stdout } = repository.run(['explain', 'lakeshore']);
  for (const row of [
    /^access\.engineers +\[tenant-lakeshore-engineers\] +tenants\/lakeshore\.yaml:1:5$/m,
    /^clusters +\[prod-use1\] +tenants\/lakeshore\.yaml:4:7$/m,
    /^routing\.prefix +\/lakeshore +tenants\/lakeshore\.yaml:1:5$/m,
    /^lifecycle +active +schemas\/tenant\.schema\.json:\d+:\d+$/m,
    /^services\.documents\.replicas\.max +4 +tenants\/lakeshore\.yaml:10:21$/m,
    /^services\.documents\.replicas\.min +1 +platform\/services\.yaml:\d+:\d+$/m,
  ]) {
    assert.match(stdout, row);
  }
});

test('explain points at the very text of every scalar that was not derived', () => {
  const derived =
    /^(?:routing\.prefix|identity\.clientId|retentionYears|(?:obligations|recovery\.schedules)\..+)$/;
  const rows = JSON.parse(
    repository.run(['explain', 'acme', '--cluster', 'prod-usw2', '--format', 'json']).stdout,
  );
  assert.ok(rows.length > 100);
  assert.is(new Set(rows.map(({ setting }: { setting: string }) => setting)).size, rows.length);
  for (const { setting, value, file, line, column } of rows) {
    if (typeof value === 'object' || derived.test(setting)) continue;
    const root = file.startsWith('schemas/') ? source : repository.root;
    const text =
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        [line - 1]?.slice(column - 1) ?? '';
    assert.ok(text.replace(/^["']/, '').startsWith(String(value)), `${setting} at ${file}:${line}:${column}`);
  }
});

test('explain tells what laws ask for, who does, and what was assumed', () => {
  const { stdout } = repository.run(['explain', 'acme', 'obligations']);
  assert.match(
    stdout,
    /^obligations\.policy-records +7 years, assumed: unknown of CT +platform\/compliance\/states\/ny\.yaml:\d+:\d+$/m,
  );
  assert.match(
    stdout,
    /^obligations\.incident-notice +72 hours +platform\/compliance\/frameworks\/ny-part-500\.yaml:\d+:\d+$/m,
  );
  assert.match(
    stdout,
    /^obligations\.isolation +required +platform\/compliance\/requirements\.yaml:\d+:\d+$/m,
  );
});

for (const [words, message] of [
  [['amce'], 'There is no tenant `amce`. Did you mean `acme`?'],
  [['acme', 'qouta'], '`acme` on `prod-use1` has no `qouta`. Did you mean `quota`?'],
  [
    ['acme', '--cluster', 'stage-use2'],
    '`acme` is not on `stage-use2`. It is on `prod-use1` and `prod-usw2`.',
  ],
] as const) {
  test(`explain ${words.join(' ')} is a wrong command line`, () => {
    const { status, stdout, stderr } = repository.run(['explain', ...words]);
    assert.equal([status, stdout, stderr], [2, '', `tenantry: ${message}\n`]);
  });
}

test('explain still answers when a rule finds mistakes, and says so', () => {
  repository.write(
    'tenants/lakeshore.yaml',
    repository.read('tenants/lakeshore.yaml').replace('{pods: 77}', '{pods: 1}'),
  );
  const { status, stdout, stderr } = repository.run(['explain', 'lakeshore', 'quota.pods']);
  assert.is(status, 1);
  assert.match(stdout, 'quota.pods  1 ');
  assert.match(stderr, /^The inputs have \d+ mistakes?: `tenantry validate` shows what to change\.\n$/);
});

test('explain tells the mistakes of a file that cannot be resolved', () => {
  repository.write('tenants/lakeshore.yaml', 'id: lakeshore\n');
  const { status, stdout, stderr } = repository.run(['explain', 'lakeshore']);
  assert.equal([status, stdout], [1, '']);
  assert.match(stderr, 'tenants/lakeshore.yaml:1:1 missing-property');
});

test.run();
