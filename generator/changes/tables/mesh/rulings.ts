// What a change of AuthorizationPolicies is told as: rules that let in more, rules that are gone, workloads that have an ALLOW
// policy no more, and what DENY and CUSTOM policies guard no more.
import type { Ruling } from '../../knowledge.ts';
import type { Box } from '../../sets/box.ts';
import { beyond, boxesOf, unlike, wordsBefore } from '../../sets/grants.ts';
import { isForAnybody } from '../../sets/requests.ts';
import { widestBeyond } from '../../sets/widest.ts';
import { ofAction, type PlacedPolicy, type Rule, rulesOf, type Side } from './side.ts';
import { authorization as source } from './source.ts';

/** Not for callers that somebody chose, but for all, or for another tenant's. */
export function isForMany(rule: Rule): boolean {
  return isForAnybody(rule.box) || othersIn(rule).length > 0;
}

function othersIn({ namespaces, object }: Rule): string[] {
  return namespaces.filter((name) => name.startsWith('t-') && name !== object.namespace);
}

/** @param old the ALLOW policies of before */
export function exposureOf(rule: Rule, before: string | undefined, old: readonly PlacedPolicy[]): Ruling {
  const { object, policy, words } = rule;
  const twin = old.find(
    (one) => one.object.name === object.name && one.object.namespace === object.namespace,
  );
  const isMoved =
    twin !== undefined && twin.target !== policy.target && twin.rules.some((one) => one.words === words);
  const others = othersIn(rule);
  const who = isForAnybody(rule.box)
    ? 'anybody'
    : others.length > 0
      ? 'another tenant'
      : 'requests that were refused';
  return {
    object,
    field: isMoved ? 'spec.selector' : 'spec.rules',
    before: isMoved ? twin.target : before,
    after: isMoved ? `${policy.target} ${words}` : words,
    lane: 'exposure',
    reason: `the policy lets in ${who}`,
    source,
  };
}

/** @param rules of one policy that let nothing in any more */
export function refusal(rules: readonly Rule[]): Ruling {
  const [{ object }] = rules as [Rule];
  return {
    object,
    field: 'spec.rules',
    before: rules.map(({ words }) => words).join('; '),
    after: undefined,
    lane: 'downtime',
    reason: 'requests that were let in are refused',
    source,
  };
}

interface Workloads {
  readonly policy: PlacedPolicy;
  readonly box: Box;
}

/** Workloads that have an ALLOW policy in `one` and none in `other`, unless it allowed everything. */
function allowedBeyond(one: readonly PlacedPolicy[], other: readonly PlacedPolicy[]): Workloads[] {
  const workloads = one
    .toSorted((a, b) => a.rules.length - b.rules.length)
    .map((policy) => ({ policy, box: policy.workloads }));
  return widestBeyond(
    workloads,
    other.map((policy) => policy.workloads),
    boxesOf(rulesOf(one)),
  );
}

export function opened(old: readonly PlacedPolicy[], now: readonly PlacedPolicy[]): Ruling[] {
  return allowedBeyond(old, now).map(({ policy: { object, target } }) => ({
    object,
    field: 'spec.selector',
    before: `${target} only what a policy allows`,
    after: `${target} every request`,
    lane: 'exposure',
    reason: 'no ALLOW policy is left for the workloads, so every request is let in',
    source,
  }));
}

export function closed(
  old: readonly PlacedPolicy[],
  now: readonly PlacedPolicy[],
  isNew: (policy: PlacedPolicy) => boolean,
): Ruling[] {
  return allowedBeyond(now, old)
    .filter(({ policy }) => !isNew(policy))
    .map(({ policy: { object, target } }) => ({
      object,
      field: 'spec.selector',
      before: `${target} every request`,
      after: `${target} only what a policy allows`,
      lane: 'downtime',
      reason: 'requests that no policy allows are refused from now on',
      source,
    }));
}

const guards = {
  DENY: {
    lost: 'requests that were denied are not any more',
    gained: 'requests that were let in are denied',
  },
  CUSTOM: {
    lost: 'the provider is not asked any more about requests',
    gained: 'the provider may refuse requests that it was not asked about',
  },
} as const;

/** DENY and CUSTOM: what they match no more is let in, what they match newly may be refused. */
export function guarded(before: Side, after: Side, action: 'DENY' | 'CUSTOM'): Ruling[] {
  const [old, now] = [before, after].map((side) => rulesOf(ofAction(side, action))) as [Rule[], Rule[]];
  const [lost, gained] = [unlike(old, now), unlike(now, old)];
  const { lost: opens, gained: closes } = guards[action];
  const place = { field: 'spec.rules', source };
  return [
    ...beyond(old, boxesOf(now)).map(
      ({ grant }): Ruling => ({
        ...place,
        object: grant.object,
        before: grant.words,
        after: wordsBefore(grant, gained),
        lane: 'exposure',
        reason: opens,
      }),
    ),
    ...beyond(now, boxesOf(old)).map(
      ({ grant }): Ruling => ({
        ...place,
        object: grant.object,
        before: wordsBefore(grant, lost),
        after: grant.words,
        lane: 'downtime',
        reason: closes,
      }),
    ),
  ];
}
