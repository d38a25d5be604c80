// What is refused until somebody answers for it, in the words a person reads, and which approvals are none.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Change } from '../changes/classify/classify.ts';
import { type Group, Grouping } from '../changes/group.ts';
import { type Lane, lanes } from '../changes/lane.ts';
import { renderText } from '../cli/voices/text.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Approval } from '../model/generated/inputs.ts';
import type { Source } from '../model/source.ts';
import { type Gate, refuse } from './gate.ts';

const test = suite('gate');

function groupsOf(
  ...changes: readonly Partial<Change & { lane: Lane; tenant: string; of: string }>[]
): Group[] {
  const grouping = new Grouping();
  for (const { lane = 'data-loss', tenant = 'acme', of = 'Box', ...more } of changes) {
    const application = `prod-use1/tenants/${tenant}/data`;
    const place = { cluster: 'prod-use1', tenant, application, file: `${application}/box.yaml` };
    const object = { ...place, group: '', kind: of, namespace: `t-${tenant}`, name: 'main' };
    const verdicts = [{ lane, reason: 'it shrinks', source: '' }];
    const texts = { before: undefined, after: undefined };
    grouping.add([
      { object, kind: 'changed', path: ['size'], before: 2, after: 1, lane, verdicts, texts, ...more },
    ]);
  }
  return grouping.finish();
}

function approvalOf(change: string, expires = '2026-12-31'): Source<Approval> {
  const value = { change, reason: 'It is meant.', requestedBy: 'a@b.example', expires };
  const text = Object.entries(value)
    .map(([key, item]) => `${key}: "${item}"\n`)
    .join('');
  return { file: `platform/approvals/${change}.yaml`, text, value };
}

const platform = {
  file: 'platform/platform.yaml',
  text: 'deleteBudget:\n  objects: 2\n  tenants: 1\n',
  value: { deleteBudget: { objects: 2, tenants: 1 } },
};

/** What a person reads. */
function tell(
  groups: readonly Group[],
  approvals: readonly Source<Approval>[] = [],
  more: Partial<Gate> = {},
): string {
  const known = new Map(approvals.map((approval) => [approval.value.change, approval]));
  const diagnostics = refuse({
    fleet: { approvals: known, platform } as unknown as Pick<Fleet, 'approvals' | 'platform'>,
    groups,
    placeOf: () => ({ file: 'tenants/acme.yaml', line: 4, column: 7 }),
    spent: new Set(),
    isMerge: false,
    isKnown: () => false,
    budget: () => ({ objects: 2, tenants: 1 }),
    isWhole: true,
    today: '2026-11-24',
    ...more,
  });
  return renderText(diagnostics, { paint: (_, text) => text, textOf: () => undefined });
}

test('a dangerous change is refused where it was made, with its id', () => {
  const [group] = groupsOf({});
  assert.is(
    tell(groupsOf({})),
    `tenants/acme.yaml:4:7 require-approval Data loss, it shrinks: Box main size: 2 → 1 in acme on prod-use1. Take the edit back, or, if it is meant, write \`platform/approvals/${group?.id}.yaml\` with \`change: ${group?.id}\`, \`reason\`, \`requestedBy\` and \`expires\`.\n\n1 mistake in 1 file\n`,
  );
});

test('which lanes are refused', () => {
  const refused = lanes.filter((lane) => tell(groupsOf({ lane })) !== '');
  assert.equal(refused, ['data-loss', 'stuck', 'rejected', 'exposure', 'recoverability', 'unknown']);
});

test('an approval of exactly this change lets it through, and no other', () => {
  const id = groupsOf({})[0]?.id ?? '';
  assert.is(tell(groupsOf({}), [approvalOf(id)]), '');
  const told = tell(groupsOf({ after: 0 }), [approvalOf(id)]);
  assert.match(told, 'require-approval');
  assert.match(
    told,
    `platform/approvals/${id}.yaml:1:9 no-idle-approval No change that needs an approval is \`${id}\`. Delete the file; if the change became another one, approve that one: the refusal prints its id.`,
  );
});

test('an approval for what needs none is idle', () => {
  const [group] = groupsOf({ lane: 'cost' });
  assert.match(tell([group as Group], [approvalOf(group?.id ?? '')]), 'no-idle-approval');
});

test('a run of part of the fleet cannot say that an approval is idle', () => {
  assert.is(tell([], [approvalOf('0123456789abcdef')], { isWhole: false }), '');
});

test('an approval counts through its last day', () => {
  const id = groupsOf({})[0]?.id ?? '';
  assert.is(tell(groupsOf({}), [approvalOf(id, '2026-11-24')]), '');
  const told = tell(groupsOf({}), [approvalOf(id, '2026-11-23')]);
  assert.match(told, 'require-approval');
  assert.match(
    told,
    `platform/approvals/${id}.yaml:4:10 no-expired-approval The approval expired on 2026-11-23; today is 2026-11-24. Ask again and write a later day, or delete the file.`,
  );
});

test('an approval that was merged lets nothing through any more', () => {
  const id = groupsOf({})[0]?.id ?? '';
  const spent = new Set([`platform/approvals/${id}.yaml`]);
  assert.match(tell(groupsOf({}), [approvalOf(id)], { spent }), 'require-approval');
  assert.is(tell([], [approvalOf(id)], { spent }), '');
  assert.is(tell([], [approvalOf(id, '2020-01-01')], { spent }), '');
  assert.is(
    tell([], [approvalOf(id)], { spent, isMerge: true }),
    `platform/approvals/${id}.yaml:1:9 no-spent-approval The change that this approval was for is merged; it lets nothing through any more. Delete the file; git remembers it.\n\n1 warning in 1 file\n`,
  );
});

function deletions(count: number, of = 'Note'): Group[] {
  const one = (index: number) => ({
    of,
    tenant: `t${index}`,
    lane: 'neutral' as const,
    kind: 'deleted' as const,
    path: [],
  });
  return groupsOf(...Array.from({ length: count }, (_, index) => one(index)));
}

test('more deletions than the budget allows are refused, and can be approved', () => {
  assert.is(tell(deletions(2)), '');
  const told = tell(deletions(3));
  const [id = ''] = /[0-9a-f]{16}/.exec(told) ?? [];
  assert.is(
    told,
    `platform/platform.yaml:2:12 no-large-deletion This change removes 3 objects; 2 at a time are allowed. Make the change smaller, or, if it is meant, write \`platform/approvals/${id}.yaml\` with \`change: ${id}\`, \`reason\`, \`requestedBy\` and \`expires\`.\n\n1 mistake in 1 file\n`,
  );
  assert.is(tell(deletions(3), [approvalOf(id)]), '');
  assert.match(tell(deletions(4), [approvalOf(id)]), 'no-large-deletion');
});

test('tenants that leave their clusters have a budget of their own', () => {
  assert.is(tell(deletions(1, 'TargetFile')), '');
  assert.match(
    tell(deletions(2, 'TargetFile')),
    'platform/platform.yaml:3:12 no-large-deletion This change takes 2 tenants off their clusters; 1 at a time are allowed.',
  );
});

test.run();
