// What Kyverno's policies have in common: what they watch, and what they do with it. Knows none of them.
import { from, removed, to } from '../directions.ts';
import type { Knowledge, Row, Verdict } from '../knowledge.ts';
import { constraintRows, expressionRows, failsOpen } from './admission.ts';
import { plainRows } from './common.ts';
import { below } from './tell.ts';
import { putOff } from './ways.ts';

const { tell, fine } = below('spec');

/** What all that look at requests have. @param page of the kind */
export function watchRows(page: string): Row[] {
  return [
    ...fine('matchConditions', 'webhookConfiguration', 'evaluation'),
    ...tell(putOff, 'exposure', page, {
      'evaluation.admission.enabled': 'objects are not looked at when they come any more',
    }),
    ...constraintRows('spec', page),
    ...expressionRows('variables', page),
  ];
}

/** What those have besides that stand at the door: the request waits for them. */
export function doorRows(page: string): Row[] {
  return [
    ...watchRows(page),
    ...fine('failurePolicy', 'autogen'),
    ...tell(failsOpen, 'exposure', page, {
      failurePolicy: 'objects pass unseen while Kyverno does not answer',
    }),
    ...tell(removed, 'exposure', page, {
      'autogen.podControllers.controllers[]': 'what makes pods is not looked at any more, only its pods',
    }),
  ];
}

/** What those have besides that refuse. */
export function refusalRows(page: string): Row[] {
  return [
    ...doorRows(page),
    ...expressionRows('validations', page),
    ...fine('validationActions'),
    ...tell(from('Deny'), 'exposure', page, {
      'validationActions[]': 'what breaks the policy is let in, and only told of',
    }),
    ...tell(to('Deny'), 'downtime', page, {
      'validationActions[]': 'what breaks the policy is refused from now on',
    }),
  ];
}

export function kyvernoPolicy(
  kind: string,
  created: Verdict,
  deleted: Verdict,
  rows: readonly Row[],
): Knowledge {
  return {
    group: 'policies.kyverno.io',
    kind,
    nature: 'access',
    created,
    deleted,
    rows: [...plainRows, ...rows],
  };
}
