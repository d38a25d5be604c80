// What is open from the start, whoever it is for: statements that let in everybody, or allow everything.

import type { Condition } from './condition.ts';
import { covers, parseGlob } from './glob.ts';
import { bearer, everybody, type Statement } from './policy.ts';

/** Keys that say who calls, or from where (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html). */
const callers = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  'kms:calleraccount',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);

/** Whether it holds for some callers alone. */
function namesCallers({ operator, quantifier, ifExists, key, values }: Condition): boolean {
  const isFixed = values.every((value) => !/^\*+$|^(?:0\.0\.0\.0|::)\/0$/.test(value));
  const compares = /^(?:string|arn)(?:equals|equalsignorecase|like)$|^ipaddress$/.test(operator);
  return callers.has(key) && compares && quantifier !== 'ForAllValues' && !ifExists && isFixed;
}

const everything = parseGlob('*');

/** Why a statement is open, or `undefined` where it is not. */
export function openness({
  effect,
  principals,
  actions,
  resources,
  conditions,
}: Statement): string | undefined {
  if (effect === 'Deny') return undefined;
  const isEverybody = principals.isExcept || principals.ones.includes(everybody);
  if (isEverybody && !conditions.some(namesCallers)) return 'everybody may do it';
  if (actions.isExcept || actions.ones.some((one) => covers(one, everything)))
    return 'everything may be done';
  // Where a policy is of one resource, `*` is that one.
  const isOfBearer = principals.ones.includes(bearer);
  const isEverywhere = resources.isExcept || resources.ones.some((one) => covers(one, everything));
  return isOfBearer && isEverywhere ? 'it may be done to everything' : undefined;
}
