// Which changes need a person's approval, and which approvals a change has. Knows what a group is, not how it was found.

import type { Group } from '../changes/group.ts';
import { isBlocking } from '../changes/lane.ts';
import { describeGroup, describeVerdict } from '../changes/words.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Approval, Platform } from '../model/generated/inputs.ts';
import type { Source } from '../model/source.ts';
import { capitalise } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';
import { type Deletions, deletionsOf } from './deletions.ts';

export interface Gate {
  readonly fleet: Pick<Fleet, 'approvals' | 'platform'>;
  readonly groups: readonly Group[];
  /** Where a reader looks first: the edit that made the group. */
  readonly placeOf: (group: Group) => Place;
  /** Files of approvals that the base has in the same words: they were for a change that is merged. */
  readonly spent: ReadonlySet<string>;
  /** The base is what this change will be merged into, so a spent approval has no further use. */
  readonly isMerge: boolean;
  /** What the change may remove: no more than the base allows, or a change could allow itself more. */
  readonly budget: () => Platform['deleteBudget'];
  /** Whether the base has this approval's file, in whatever words. */
  readonly isKnown: (file: string) => boolean;
  /** All changes are known, so an approval that meets none is idle. */
  readonly isWhole: boolean;
  /** `2026-11-24` */
  readonly today: string;
}

export function refuse(gate: Gate): Diagnostic[] {
  const { fleet, groups } = gate;
  const live = [...fleet.approvals.values()].filter(({ file }) => !gate.spent.has(file));
  const isApproved = (id: string) => approvalOf(gate, id) !== undefined;
  const dangerous = groups.filter(({ lane }) => isBlocking(lane));
  const deletions = deletionsOf(groups, gate.budget);
  const ids = new Set([...dangerous.map(({ id }) => id), ...(deletions === undefined ? [] : [deletions.id])]);
  return [
    ...[...fleet.approvals.values()].filter((one) => gate.isMerge && !live.includes(one)).map(warnOfSpent),
    ...live.flatMap((approval) => judgeApproval(gate, approval, ids)),
    ...dangerous.filter(({ id }) => !isApproved(id)).map((group) => refuseGroup(gate, group)),
    ...(deletions === undefined || isApproved(deletions.id) ? [] : [refuseDeletions(gate, deletions)]),
  ];
}

/** The approval that lets a group through, if one does. */
export function approvalOf(gate: Gate, id: string): Source<Approval> | undefined {
  return [...gate.fleet.approvals.values()].find(
    (one) => one.value.change === id && !gate.spent.has(one.file) && !isExpired(gate, one),
  );
}

function isExpired({ today }: Gate, { value }: Source<Approval>): boolean {
  return value.expires < today;
}

function judgeApproval(gate: Gate, approval: Source<Approval>, ids: ReadonlySet<string>): Diagnostic[] {
  const { change, expires } = approval.value;
  if (isExpired(gate, approval)) {
    const message = `The approval expired on ${expires}; today is ${gate.today}.`;
    const hint = 'Ask again and write a later day, or delete the file.';
    return [
      { ...locate(approval, ['expires']), code: 'no-expired-approval', severity: 'error', message, hint },
    ];
  }
  // One that was committed before stays until its change is merged: against the last commit it has nothing more to do.
  const isAtWork = !gate.isMerge && gate.isKnown(approval.file);
  if (!gate.isWhole || isAtWork || ids.has(change)) return [];
  const message = `No change that needs an approval is \`${change}\`.`;
  const hint =
    'Delete the file; if the change became another one, approve that one: the refusal prints its id.';
  return [{ ...locate(approval, ['change']), code: 'no-idle-approval', severity: 'error', message, hint }];
}

function warnOfSpent(approval: Source<Approval>): Diagnostic {
  const message = 'The change that this approval was for is merged; it lets nothing through any more.';
  return {
    ...locate(approval, ['change']),
    code: 'no-spent-approval',
    severity: 'warning',
    message,
    hint: 'Delete the file; git remembers it.',
  };
}

function refuseGroup(gate: Gate, group: Group): Diagnostic {
  return {
    ...gate.placeOf(group),
    code: 'require-approval',
    severity: 'error',
    message: `${capitalise(describeVerdict(group))}: ${describeGroup(group)}.`,
    hint: `Take the edit back, or, if it is meant, ${approvalHint(group.id)}.`,
  };
}

function refuseDeletions({ fleet }: Gate, { id, key, message }: Deletions): Diagnostic {
  return {
    ...locate(fleet.platform, ['deleteBudget', key]),
    code: 'no-large-deletion',
    severity: 'error',
    message,
    hint: `Make the change smaller, or, if it is meant, ${approvalHint(id)}.`,
  };
}

function approvalHint(id: string): string {
  return `write \`platform/approvals/${id}.yaml\` with \`change: ${id}\`, \`reason\`, \`requestedBy\` and \`expires\``;
}
