// Away for a while and back: `suspend` and `resume`.
import type { Setting } from '../splice.ts';
import {
  commandOf,
  describeStep,
  type Move,
  refuseMove,
  type Subject,
  stateOf,
  statePath,
  stateSetting,
} from './move.ts';

export function suspend(subject: Subject): Move {
  const state = stateOf(subject);
  if (state !== 'active') throw refuseMove(subject, `is \`${state}\`; only what is active is suspended.`);
  return {
    settings: [stateSetting(subject, 'suspended')],
    step: describeStep(subject, state, 'suspended'),
    after: [
      'Its pods go, its data stays, and the edge tells its users that it is away.',
      `Back: \`${commandOf('resume', subject)}\`. On: \`${commandOf('offboard', subject)}\`.`,
    ],
  };
}

export function resume(subject: Subject): Move {
  const { cluster, source } = subject;
  const state = stateOf(subject);
  if (state !== 'suspended') throw refuseMove(subject, `is \`${state}\`; only what is suspended comes back.`);
  const overall = stateOf({ ...subject, cluster: undefined });
  if (cluster !== undefined && overall !== 'active') {
    throw refuseMove(subject, `is as it is everywhere, \`${overall}\`; leave out \`--cluster\`.`);
  }
  return {
    settings: [
      cluster === undefined ? { path: ['lifecycle'], value: undefined } : withoutState(source, cluster),
    ],
    step: describeStep(subject, state, 'active'),
    after: ['Its pods come back, and its users reach it again.'],
  };
}

/** A section that would be empty goes as a whole. */
function withoutState({ value }: Subject['source'], cluster: string): Setting {
  const sections = value.clusterOverrides ?? {};
  const isAlone = Object.keys(sections[cluster] ?? {}).length === 1;
  const depth = !isAlone ? 3 : Object.keys(sections).length === 1 ? 1 : 2;
  return { path: statePath(cluster).slice(0, depth), value: undefined };
}
