// `diff`, `what-if` and the gate of `render` and `check --base`, as their users meet them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Merged } from '../../review/testing/merged.ts';
import { repository } from '../../testing/inputs.ts';
import { runIn } from '../testing/repository.ts';

const merged = await Merged.make();
const test = suite<{ fleet: Merged }>('reports and gates');

test.before.each((context) => {
  context.fleet = merged.copy();
});
test.after.each(({ fleet }) => fleet.remove());
test.after(() => merged.remove());

function run({ root }: Merged, ...words: readonly string[]) {
  return runIn(repository, ['--root', root, ...words]);
}

/** Somebody more may change the namespace: access is widened. */
function addEngineers(fleet: Merged): void {
  fleet.edit(
    'tenants/harborview.yaml',
    'harborview-developers]',
    'harborview-developers, harborview-contractors]',
  );
}

test('nothing changed is said so', ({ fleet }) => {
  const { status, stdout, stderr } = run(fleet, 'diff');
  assert.is(stderr, '');
  assert.match(stdout, /^Nothing changes against HEAD \([0-9a-f]{7}\)\.\n$/);
  assert.is(status, 0);
});

test('diff tells what, where, why, whose line made it and who is passed by', ({ fleet }) => {
  fleet.edit('platform/tiers.yaml', 'cpu: {default: "96"', 'cpu: {default: "112"');
  const { status, stdout } = run(fleet, 'diff');
  const lines = stdout.split('\n');
  assert.match(
    lines[0] ?? '',
    /^Against HEAD \([0-9a-f]{7}\) this change touches 4 objects \(4 changed\) in 1 tenant on 2 clusters\. Cost: /,
  );
  assert.equal(lines.slice(2, 7), [
    'cost',
    '  ResourceQuota tenant spec.hard["requests.cpu"]: 96 → 112 in acme on prod-use1 and prod-usw2',
    '      cost: the namespace may use more',
    '      from platform/tiers.yaml:8:11 premium.quota.cpu.default',
    '      1 tenant differs because it overrides quota.cpu: harborview (tenants/harborview.yaml:17:8)',
  ]);
  assert.is(status, 0);
});

test('diff speaks to machines, pages and pull requests', ({ fleet }) => {
  fleet.edit('platform/tiers.yaml', 'cpu: {default: "96"', 'cpu: {default: "112"');
  const { groups } = JSON.parse(run(fleet, 'diff', '--format', 'json').stdout);
  // What shows auditors the quota follows it.
  assert.is(groups.length, 2);
  assert.equal(
    [groups[0].before, groups[0].after, groups[0].lane, groups[0].members.length],
    ['96', '112', 'cost', 2],
  );
  assert.match(run(fleet, 'diff', '--format', 'html').stdout, /^<!doctype html>/i);
  assert.match(run(fleet, 'diff', '--format', 'markdown').stdout, /^<!-- tenantry-report -->\n/);
  assert.match(
    run(fleet, 'diff', '--format', 'github').stdout,
    /^::warning file=platform\/tiers\.yaml,line=8,col=11,endColumn=17,title=cost::cost, the namespace may use more: ResourceQuota /,
  );
  const [page, comment] = [join(fleet.root, 'report.html'), join(fleet.root, 'comment.md')];
  assert.is(run(fleet, 'diff', '--html', page, '--markdown', comment, '--whole', 'the artifact').status, 0);
  assert.ok(existsSync(page) && readFileSync(comment, 'utf8').startsWith('<!-- tenantry-report -->'));
  const refused = run(fleet, 'diff', '--format', 'sarif');
  assert.is(refused.status, 2);
  assert.match(
    refused.stderr,
    '`diff` has no format `sarif`. It has `text`, `markdown`, `html`, `json` and `github`.',
  );
});

test('diff of one tenant tells of that tenant alone', ({ fleet }) => {
  addEngineers(fleet);
  fleet.edit('tenants/acme.yaml', 'CC-1042', 'CC-1043');
  assert.not.match(run(fleet, 'diff', '--tenant', 'acme').stdout, 'harborview');
  assert.match(run(fleet, 'diff', '--tenant', 'harborview').stdout, 'harborview-contractors');
});

test('render refuses what is dangerous, writes nothing, and lets it through once approved', ({ fleet }) => {
  addEngineers(fleet);
  const file = join(fleet.root, 'rendered/prod-usw2/tenants/harborview/foundation/access.yaml');
  const before = readFileSync(file, 'utf8');
  const refused = run(fleet, 'render');
  assert.is(refused.status, 3, refused.stderr);
  assert.match(refused.stderr, /^tenants\/harborview\.yaml:14:3 require-approval Exposure, /);
  assert.match(refused.stderr, 'Nothing was written.');
  assert.is(readFileSync(file, 'utf8'), before);
  for (const [id = ''] of refused.stderr.matchAll(/(?<=`change: )[0-9a-f]{16}/g)) fleet.approve(id);
  const approved = run(fleet, 'render');
  assert.is(approved.status, 0, approved.stderr);
  assert.match(readFileSync(file, 'utf8'), 'harborview-contractors');
  assert.is(run(fleet, 'render').status, 0, 'again, before it is committed');
  assert.is(run(fleet, 'check', '--base', 'HEAD').status, 0);
});

test('a merged approval is spent, and to be deleted', ({ fleet }) => {
  addEngineers(fleet);
  for (const [id = ''] of run(fleet, 'render').stderr.matchAll(/(?<=`change: )[0-9a-f]{16}/g))
    fleet.approve(id);
  assert.is(run(fleet, 'render').status, 0);
  fleet.commit();
  const silent = run(fleet, 'render');
  assert.equal([silent.status, silent.stderr], [0, '']);
  const told = run(fleet, 'check', '--base', 'HEAD');
  assert.is(told.status, 0);
  assert.match(told.stderr, 'no-spent-approval');
  const since = run(fleet, 'check', '--base', 'HEAD~1');
  assert.equal([since.status, since.stderr], [0, '']);
});

test('check --base refuses what was rendered in spite of it', ({ fleet }) => {
  addEngineers(fleet);
  fleet.git('rm', '-r', '-q', '--cached', 'rendered');
  fleet.git('-c', 'core.excludesFile=', 'commit', '-q', '-m', 'no tree is committed');
  assert.is(run(fleet, 'render').status, 0);
  fleet.commit();
  const { status, stderr, stdout } = run(fleet, 'check', '--base', 'HEAD~2', '--format', 'github');
  assert.is(status, 3, stderr);
  assert.match(
    stdout,
    /^::error file=tenants\/harborview\.yaml,line=14,col=3,endColumn=11,title=require-approval::Exposure/,
  );
});

test('a mistake and a dangerous change together are a mistake', ({ fleet }) => {
  addEngineers(fleet);
  fleet.write(
    'platform/approvals/0123456789abcdef.yaml',
    'change: 0123456789abcdef\nreason: None at all, really.\nrequestedBy: a@b.example\nexpires: "2099-01-01"\n',
  );
  const { status, stderr } = run(fleet, 'render');
  assert.is(status, 1);
  assert.match(stderr, 'no-idle-approval');
  assert.match(stderr, 'require-approval');
});

test('a change cannot allow itself to remove more', ({ fleet }) => {
  for (const tenant of ['acme', 'harborview', 'pinecrest', 'lakeshore', 'blue-ridge']) {
    const text = readFileSync(join(fleet.root, `tenants/${tenant}.yaml`), 'utf8');
    fleet.write(`tenants/${tenant}.yaml`, `${text}lifecycle: suspended\n`);
  }
  fleet.edit(
    'platform/platform.yaml',
    'deleteBudget: {objects: 200, tenants: 1}',
    'deleteBudget: {objects: 99999, tenants: 9}',
  );
  const { status, stderr } = run(fleet, 'render');
  assert.is(status, 3);
  assert.match(stderr, /no-large-deletion This change removes \d+ objects; 200 at a time are allowed\./);
});

test('an approval that is committed and edited is not idle before its change is merged', ({ fleet }) => {
  addEngineers(fleet);
  const [id = ''] = /(?<=`change: )[0-9a-f]{16}/.exec(run(fleet, 'render').stderr) ?? [];
  fleet.approve(id);
  assert.is(run(fleet, 'render').status, 0);
  fleet.commit();
  fleet.approve(id, '2028-01-31');
  const { status, stderr } = run(fleet, 'render');
  assert.equal([status, stderr], [0, '']);
  assert.is(run(fleet, 'check', '--base', 'HEAD~1').status, 0);
});

test('what-if tells of an edit that was not made and writes nothing', ({ fleet }) => {
  const before = readFileSync(join(fleet.root, 'tenants/acme.yaml'), 'utf8');
  const { status, stdout, stderr } = run(
    fleet,
    'what-if',
    'acme',
    'quota.cpu=128',
    'clusterOverrides.prod-usw2.services=',
  );
  assert.is(stderr, '');
  assert.is(status, 0);
  assert.match(stdout, /^Against the inputs as they are this change touches /);
  assert.match(stdout, 'spec.hard["requests.cpu"]: 96 → 128 in acme on prod-use1 and prod-usw2');
  assert.match(
    stdout,
    /HorizontalPodAutoscaler quote-engine spec\.maxReplicas: 12 → 20 in acme on prod-usw2/,
  );
  assert.match(stdout, 'from tenants/acme.yaml:');
  assert.is(readFileSync(join(fleet.root, 'tenants/acme.yaml'), 'utf8'), before);
});

test('what-if takes a patch', ({ fleet }) => {
  fleet.write('patch.yaml', 'quota:\n  cpu: "128"\nclusterOverrides:\n  prod-usw2: {services: null}\n');
  const { status, stdout } = run(fleet, 'what-if', 'acme', '--file', join(fleet.root, 'patch.yaml'));
  assert.is(status, 0);
  assert.match(stdout, '96 → 128');
  assert.match(stdout, '12 → 20');
});

test('what-if says what is wrong with the edit, where it would stand', ({ fleet }) => {
  const { status, stderr } = run(fleet, 'what-if', 'acme', 'tier=gold');
  assert.is(status, 1);
  assert.match(stderr, /^tenants\/acme\.yaml:4:7 unknown-value /);
  assert.match(stderr, '4 | tier: gold');
  for (const [words, says] of [
    [['acme'], 'Say what to change'],
    [['acme', 'tier'], '`tier` is no setting. Write `path=value`'],
    [['acmee', 'tier=basic'], 'There is no tenant `acmee`. Did you mean `acme`?'],
    [['acme', 'tier.x=1'], 'Nothing can be written at `tier.x`'],
  ] as const) {
    const refused = run(fleet, 'what-if', ...words);
    assert.is(refused.status, 2, refused.stderr);
    assert.match(refused.stderr, says);
  }
});

test('a base that is no revision is a mistake in the command line', ({ fleet }) => {
  const { status, stderr } = run(fleet, 'diff', '--base', 'nowhere');
  assert.is(status, 2);
  assert.match(stderr, 'nowhere is no revision of this repository.');
});

test('the page names what it says', () => {
  const page = readFileSync(join(repository, 'platform/approvals/README.md'), 'utf8');
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const approval = load(example) as Record<string, unknown>;
  assert.equal(Object.keys(approval), ['change', 'reason', 'requestedBy', 'expires']);
});

test.run();
