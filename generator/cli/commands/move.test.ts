// `suspend`, `resume`, `offboard`, `retier` and `failover`, as their users meet them, from the first day to the tombstone.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { render } from '../../pipeline.ts';
import { Merged } from '../../review/testing/merged.ts';
import { repository } from '../../testing/inputs.ts';
import { runIn } from '../testing/repository.ts';

const merged = await Merged.make();
const test = suite<{ fleet: Merged }>('moves');

test.before.each((context) => {
  context.fleet = merged.copy();
});
test.after.each(({ fleet }) => fleet.remove());
test.after(() => merged.remove());

function run({ root }: Merged, ...words: readonly string[]) {
  return runIn(repository, ['--root', root, ...words]);
}

function read({ root }: Merged, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Renders whatever the inputs say, and commits it: as if everything had been approved and merged. */
async function settle(fleet: Merged, today: string): Promise<void> {
  fleet.git('rm', '-r', '-q', '--cached', 'rendered');
  fleet.git('commit', '-q', '--message', 'no tree is committed');
  const { diagnostics } = await render({ root: fleet.root, today });
  assert.equal(diagnostics, []);
  fleet.commit();
}

const today = new Date().toISOString().slice(0, 10);

/** As people leave a file behind them. */
const crooked = `# yaml-language-server: $schema=../schemas/tenant.schema.json
# The first of all.
id:   lakeshore   # never changes
displayName: "Lakeshore Title & Casualty"


tier: basic       # since spring
# Where the writer is.
home: prod-use1
owner: it@lakeshore-title.example
costCentre: CC-3017
access: { support:   true }
`;

function crook(fleet: Merged): void {
  fleet.write('tenants/lakeshore.yaml', crooked);
}

test('suspend shows what it does, says how to write it, and writes nothing', ({ fleet }) => {
  crook(fleet);
  const { status, stdout, stderr } = run(fleet, 'suspend', 'lakeshore');
  assert.is(status, 2);
  assert.match(stdout, /^Against the inputs as they are this change touches /);
  assert.match(stdout, 'from tenants/lakeshore.yaml:8:1 lifecycle');
  assert.match(
    stdout,
    '\n`lakeshore` goes from `active` to `suspended`.\n\nTo be done, in this order:\n  1. `tenantry render --tenant lakeshore`',
  );
  assert.match(
    stdout,
    '\n  2. Commit `tenants/lakeshore.yaml` and what changed in `rendered/`, and merge it.\n',
  );
  assert.is(
    stderr,
    'tenantry: Nothing was written: there is no terminal to ask on. Add `--yes` to write tenants/lakeshore.yaml.\n',
  );
  assert.is(read(fleet, 'tenants/lakeshore.yaml'), crooked);
  const dry = run(fleet, 'suspend', 'lakeshore', '--dry-run');
  assert.equal([dry.status, dry.stderr, dry.stdout], [0, '', stdout]);
  assert.is(read(fleet, 'tenants/lakeshore.yaml'), crooked);
});

test('suspend and resume touch one line, and leave no trace together', ({ fleet }) => {
  crook(fleet);
  const there = run(fleet, 'suspend', 'lakeshore', '--yes');
  assert.equal([there.status, there.stderr], [0, '']);
  assert.match(there.stdout, /\nWrote tenants\/lakeshore\.yaml\.\n$/);
  const line = 'tier: basic       # since spring\n';
  assert.is(read(fleet, 'tenants/lakeshore.yaml'), crooked.replace(line, `${line}lifecycle: suspended\n`));
  const again = run(fleet, 'suspend', 'lakeshore', '--yes');
  assert.is(again.status, 2);
  assert.match(again.stderr, '`lakeshore` is `suspended`; only what is active is suspended.');
  const back = run(fleet, 'resume', 'lakeshore', '--yes');
  assert.is(back.status, 0, back.stderr);
  assert.is(read(fleet, 'tenants/lakeshore.yaml'), crooked);
  assert.is(run(fleet, 'resume', 'lakeshore', '--yes').status, 2);
});

test('a machine finds the report alone on stdout', ({ fleet }) => {
  const { status, stdout, stderr } = run(fleet, 'suspend', 'lakeshore', '--yes', '--format', 'json');
  assert.is(status, 0);
  assert.ok(JSON.parse(stdout).groups.length > 0);
  assert.match(stderr, /Wrote tenants\/lakeshore\.yaml\.\n$/);
});

test('one cluster alone goes its own way, and comes back', ({ fleet }) => {
  const before = read(fleet, 'tenants/acme.yaml');
  const first = run(fleet, 'offboard', 'acme', '--cluster', 'prod-usw2', '--yes');
  assert.is(first.status, 0, first.stderr);
  assert.match(first.stdout, '`acme` goes from `active` to `suspended` on `prod-usw2`.');
  assert.is(
    read(fleet, 'tenants/acme.yaml'),
    before.replace('  prod-usw2:\n', '  prod-usw2:\n    lifecycle: suspended\n'),
  );
  const back = run(fleet, 'resume', 'acme', '--cluster', 'prod-usw2', '--yes');
  assert.is(back.status, 0, back.stderr);
  assert.is(read(fleet, 'tenants/acme.yaml'), before);
  for (const [words, says] of [
    [
      ['offboard', 'acme', '--cluster', 'prod-use1'],
      'is at home: the home goes last. Leave out `--cluster`.',
    ],
    [
      ['suspend', 'acme', '--cluster', 'prod-usw'],
      'There is no cluster of `acme` called `prod-usw`. Did you mean',
    ],
    [['suspend', 'acmee'], 'There is no tenant `acmee`. Did you mean `acme`?'],
  ] as const) {
    const refused = run(fleet, ...words);
    assert.is(refused.status, 2, refused.stderr);
    assert.match(refused.stderr, says);
  }
});

test('offboard goes one step and no further, and waits for the retention', async ({ fleet }) => {
  assert.is(run(fleet, 'offboard', 'lakeshore', '--yes').status, 0);
  const early = run(fleet, 'offboard', 'lakeshore', '--yes');
  assert.is(early.status, 1);
  assert.match(early.stderr, 'no-skipped-lifecycle');
  assert.match(early.stderr, /\nNothing was written\.\n$/);
  await settle(fleet, today);
  const retained = run(fleet, 'offboard', 'lakeshore', '--yes');
  assert.is(retained.status, 0, retained.stderr);
  assert.match(
    retained.stdout,
    `\`lakeshore\` goes from \`suspended\` to \`retained\`. The retention of its records counts from today, ${today}.`,
  );
  assert.match(
    read(fleet, 'tenants/lakeshore.yaml'),
    `tier: basic\nlifecycle: retained\nretainedSince: "${today}"\n`,
  );
  await settle(fleet, today);
  const asked = run(fleet, 'offboard', 'lakeshore', '--yes');
  assert.is(asked.status, 2);
  assert.match(asked.stderr, 'To mean it, add `--confirm lakeshore --approved-by <mailbox>`.');
  const refused = run(fleet, 'offboard', 'lakeshore', '--yes', ...consent('lakeshore'));
  assert.is(refused.status, 1);
  assert.match(refused.stderr, /no-early-purge The records of `lakeshore` are kept until 20\d\d-/);
  assert.not.ok(existsSync(join(fleet.root, 'platform/purged')));
});

function consent(id: string): string[] {
  return ['--confirm', id, '--approved-by', 'records@keelstone.example'];
}

/** Lakeshore, kept since 2005. */
async function keepLong(fleet: Merged, more = ''): Promise<void> {
  fleet.edit('tenants/lakeshore.yaml', 'tier: basic\n', 'tier: basic\nlifecycle: suspended\n');
  await settle(fleet, '2005-03-01');
  fleet.edit('tenants/lakeshore.yaml', 'suspended\n', `retained\nretainedSince: 2005-03-01\n${more}`);
  await settle(fleet, '2005-03-02');
}

test('the last step needs its words, leaves a tombstone, and the id is never used again', async ({
  fleet,
}) => {
  await keepLong(fleet);
  assert.match(
    run(fleet, 'offboard', 'lakeshore', ...consent('lakeside')).stderr,
    '`--confirm lakeside` is not `lakeshore`.',
  );
  const { status, stdout, stderr } = run(fleet, 'offboard', 'lakeshore', '--yes', ...consent('lakeshore'));
  assert.is(status, 0, stderr);
  assert.match(stdout, /\nWrote tenants\/lakeshore\.yaml and platform\/purged\/lakeshore\.yaml\.\n$/);
  assert.match(
    read(fleet, 'tenants/lakeshore.yaml'),
    'tier: basic\nlifecycle: purged\nretainedSince: 2005-03-01\npurge: {confirm: lakeshore, approvedBy: records@keelstone.example}\n',
  );
  assert.is(
    read(fleet, 'platform/purged/lakeshore.yaml'),
    `# yaml-language-server: $schema=../../schemas/tombstone.schema.json\nid: lakeshore\npurgedOn: "${today}"\napprovedBy: records@keelstone.example\n`,
  );
  await settle(fleet, today);
  assert.not.ok(existsSync(join(fleet.root, 'rendered/prod-use1/tenants/lakeshore')));
  const done = run(fleet, 'offboard', 'lakeshore');
  assert.is(done.status, 2);
  assert.match(
    done.stderr,
    'When that is merged, delete `tenants/lakeshore.yaml`; `platform/purged/lakeshore.yaml` stays',
  );
  rmSync(join(fleet.root, 'tenants/lakeshore.yaml'));
  assert.equal(run(fleet, 'validate').status, 0);
  fleet.git('commit', '-q', '-a', '-m', 'gone');
  crook(fleet);
  assert.match(
    run(fleet, 'validate').stderr,
    /no-reused-id `lakeshore` is the id of a tenant that was purged on /,
  );
  rmSync(join(fleet.root, 'platform/purged/lakeshore.yaml'));
  const { stderr: both } = run(fleet, 'validate');
  assert.match(
    both,
    /platform\/purged\/lakeshore\.yaml:1:1 require-tombstone The tombstone of `lakeshore` is gone\./,
  );
  assert.match(both, 'no-reused-id');
});

test('a legal hold keeps it from the last step, and is not lifted with it', async ({ fleet }) => {
  await keepLong(fleet, 'legalHold: {since: 2006-05-01, reason: Letter of the receiver.}\n');
  const held = run(fleet, 'offboard', 'lakeshore', '--yes', ...consent('lakeshore'));
  assert.is(held.status, 1);
  assert.match(held.stderr, 'no-purge-on-hold A legal hold stands since 2006-05-01');
  fleet.edit(
    'tenants/lakeshore.yaml',
    'legalHold: {since: 2006-05-01, reason: Letter of the receiver.}\n',
    '',
  );
  const lifted = run(fleet, 'offboard', 'lakeshore', '--yes', ...consent('lakeshore'));
  assert.is(lifted.status, 1);
  assert.match(lifted.stderr, 'no-purge-on-hold One change lifts the legal hold of 2006-05-01');
});

test('a state that was written into the tree by hand counts for nothing', ({ fleet }) => {
  fleet.edit('rendered/prod-use1/tenants/lakeshore/target.yaml', 'lifecycle: active', 'lifecycle: retained');
  fleet.edit(
    'tenants/lakeshore.yaml',
    'tier: basic\n',
    'tier: basic\nlifecycle: purged\nretainedSince: 2005-03-01\npurge: {confirm: lakeshore, approvedBy: a@b.example}\n',
  );
  const { status, stderr } = run(fleet, 'render');
  assert.is(status, 1);
  assert.match(
    stderr,
    'no-skipped-lifecycle On `prod-use1` the tenant is `active`; it cannot become `purged`',
  );
});

test('retier writes the tier, and knows which there are', ({ fleet }) => {
  const before = read(fleet, 'tenants/lakeshore.yaml');
  const { status, stdout, stderr } = run(fleet, 'retier', 'lakeshore', '--to', 'standard', '--yes');
  assert.is(status, 0, stderr);
  assert.match(stdout, '`lakeshore` goes from the tier `basic` to `standard`.');
  assert.is(read(fleet, 'tenants/lakeshore.yaml'), before.replace('tier: basic', 'tier: standard'));
  for (const [to, says] of [
    ['standart', 'There is no tier `standart`. Did you mean `standard`?'],
    ['standard', '`lakeshore` has the tier `standard` already.'],
  ] as const) {
    const refused = run(fleet, 'retier', 'lakeshore', '--to', to);
    assert.is(refused.status, 2);
    assert.match(refused.stderr, says);
  }
});

test('failover tells what RDS needs, in its order, and moves the home', ({ fleet }) => {
  const before = read(fleet, 'tenants/acme.yaml');
  const { status, stdout, stderr } = run(fleet, 'failover', 'acme', '--to', 'prod-usw2', '--yes');
  assert.is(status, 0, stderr);
  const order = [
    'Fence the writer on `prod-use1`',
    'no lag left',
    'Promote the replica in us-west-2',
    'Merge `home: prod-usw2`',
  ];
  const places = order.map((words) => stdout.indexOf(words));
  assert.ok(
    places.every((place, index) => place > (places[index - 1] ?? 0)),
    `${places}`,
  );
  assert.match(stdout, 'If `prod-use1` is lost, so is what the replica had not received yet');
  assert.match(
    stdout,
    /By `platform\/recovery\.yaml` that is at most \d+ minutes?, and \d+ minutes? until there is a writer/,
  );
  const after = read(fleet, 'tenants/acme.yaml');
  assert.match(after, '\nhome: prod-usw2\n');
  assert.match(after, / {2}prod-use1:\s+(\{ ?)?lifecycle: suspended/);
  assert.not.match(before, /lifecycle: suspended/);
  for (const [words, says] of [
    [['acme', '--to', 'prod-usw2'], '`acme` has its home on `prod-usw2` already.'],
    [['acme', '--to', 'stage-use2'], '`acme` is not placed on `stage-use2`. It may go to `prod-use1`.'],
    [['lakeshore', '--to', 'prod-usw3'], 'There is no cluster `prod-usw3`.'],
  ] as const) {
    const refused = run(fleet, 'failover', ...words);
    assert.is(refused.status, 2);
    assert.match(refused.stderr, says);
  }
});

test.run();
