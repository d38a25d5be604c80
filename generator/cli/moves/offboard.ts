// The way out, one step at a time: `offboard`. Each step is merged before the next, so that no single change loses data.
import { renderText } from '../../emit/scalar.ts';
import { placementOf } from '../../model/placement.ts';
import { capitalise } from '../../model/words.ts';
import { UsageError } from '../usage.ts';
import {
  commandOf,
  describeStep,
  type Move,
  refuseMove,
  type Subject,
  stateOf,
  stateSetting,
} from './move.ts';
import { suspend } from './pause.ts';

/** What only the last step needs. */
export interface Consent {
  /** The tenant's id, typed out. */
  readonly confirm: string | undefined;
  /** A mailbox. */
  readonly approvedBy: string | undefined;
}

export function offboard(subject: Subject, consent: Consent): Move {
  const { cluster, source } = subject;
  if (cluster === source.value.home) {
    const why = placementOf(source.value).length === 1 ? 'it has no other cluster' : 'the home goes last';
    throw refuseMove(subject, `is at home: ${why}. Leave out \`--cluster\`.`);
  }
  const state = stateOf(subject);
  switch (state) {
    case 'onboarding':
      throw refuseMove(subject, 'is `onboarding`. Write `lifecycle: active` first, in a change of its own.');
    case 'active':
      return suspend(subject);
    case 'suspended':
      return retain(subject);
    case 'retained':
      return cluster === undefined ? purgeWhole(subject, consent) : purgeOn(subject, cluster);
    case 'purged':
      throw refuseMove(subject, `is \`purged\`. ${capitalise(farewellTo(subject))}`);
  }
}

function retain(subject: Subject): Move {
  const { cluster, fleet, source } = subject;
  const move = {
    settings: [stateSetting(subject, 'retained')],
    step: describeStep(subject, 'suspended', 'retained'),
    after: [
      'Only its data is left. From here it does not come back.',
      `On: \`${commandOf('offboard', subject)}\`.`,
    ],
  };
  if (cluster !== undefined) return move;
  const { id } = source.value;
  return {
    settings: [...move.settings, { path: ['retainedSince'], value: fleet.today, after: 'lifecycle' }],
    step: `${move.step} The retention of its records counts from today, ${fleet.today}.`,
    after: [
      'Only its data is left. From here it does not come back.',
      `On, when the retention is over and no legal hold stands: \`${commandOf('offboard', subject)} ${consentFlags(id)}\`.`,
    ],
  };
}

function consentFlags(id: string): string {
  return `--confirm ${id} --approved-by <mailbox>`;
}

function purgeWhole(subject: Subject, { confirm, approvedBy }: Consent): Move {
  const { fleet, source } = subject;
  const { id } = source.value;
  if (confirm === undefined || approvedBy === undefined) {
    const how = `To mean it, add \`${consentFlags(id)}\`.`;
    throw refuseMove(subject, `is \`retained\`, and the next step is the last, \`purged\`. ${how}`);
  }
  if (confirm !== id) throw new UsageError(`\`--confirm ${confirm}\` is not \`${id}\`.`);
  const tombstone = [
    '# yaml-language-server: $schema=../../schemas/tombstone.schema.json',
    `id: ${renderText(id)}`,
    `purgedOn: ${renderText(fleet.today)}`,
    `approvedBy: ${renderText(approvedBy)}`,
  ];
  return {
    settings: [
      stateSetting(subject, 'purged'),
      { path: ['purge'], value: { confirm, approvedBy }, after: 'retainedSince' },
    ],
    files: new Map([[tombstoneOf(id), `${tombstone.join('\n')}\n`]]),
    step: `${describeStep(subject, 'retained', 'purged')} This is the last step: nothing of it is rendered any more.`,
    after: [
      'Git deletes nothing in AWS: databases, buckets and keys stay until a person deletes them there.',
      capitalise(farewellTo(subject)),
    ],
  };
}

export function tombstoneOf(id: string): string {
  return `platform/purged/${id}.yaml`;
}

function purgeOn(subject: Subject, cluster: string): Move {
  return {
    settings: [stateSetting(subject, 'purged')],
    step: `${describeStep(subject, 'retained', 'purged')} Nothing of it is rendered there any more.`,
    after: [
      `Git deletes nothing in AWS: what \`${cluster}\` had there stays until a person deletes it.`,
      capitalise(farewellTo(subject)),
    ],
  };
}

function farewellTo({ cluster, source }: Subject): string {
  const { id } = source.value;
  if (cluster !== undefined) {
    return `when that is merged, take \`${cluster}\` out of \`clusters\` and \`clusterOverrides\`.`;
  }
  return `when that is merged, delete \`${source.file}\`; \`${tombstoneOf(id)}\` stays, and nobody is called \`${id}\` again.`;
}
