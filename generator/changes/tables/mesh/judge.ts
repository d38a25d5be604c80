// Whether AuthorizationPolicies let through more requests, or fewer, than they did: a request needs a rule of an ALLOW policy
// where its workload has one, none of a DENY policy, and the consent of the provider of a CUSTOM one.
import { canonical } from '../../compare/canonical.ts';
import type { Judge, Pair, Ruling, Scope } from '../../knowledge.ts';
import { type Box, box, everything, without } from '../../sets/box.ts';
import { beyond, boxesOf, unlike, wordsBefore } from '../../sets/grants.ts';
import { Words } from '../../sets/words.ts';
import { selectsOnlyNew } from '../new-pods.ts';
import { closed, exposureOf, guarded, isForMany, opened, refusal } from './rulings.ts';
import {
  labelPrefix,
  ofAction,
  type PlacedPolicy,
  type Rule,
  rootNamespace,
  rulesOf,
  type Side,
  sidesOf,
} from './side.ts';

export const judgeAuthorization: Judge = (pairs, scope) => {
  if (pairs.every(isAlike)) return [];
  const [before, after] = sidesOf(pairs);
  const [old, now] = [ofAction(before, 'ALLOW'), ofAction(after, 'ALLOW')];
  if (scope.isNew) return widened(old, now, [], isForMany);
  const open = openIn(old, seenNamespaces(before, after));
  const isNew = newIn(scope, before);
  return [
    ...widened(old, now, seesMesh(before) ? open : [], ({ policy }) => !isNew(policy)),
    ...opened(old, now),
    ...narrowed(old, now),
    ...(open.length === 0 ? [] : closed(old, now, isNew)),
    ...guarded(before, after, 'DENY'),
    ...guarded(before, after, 'CUSTOM'),
  ];
};

function isAlike({ before, after }: Pair): boolean {
  if (before === undefined || after === undefined) return before === after;
  return before === after || canonical(before.spec ?? {}) === canonical(after.spec ?? {});
}

function newIn(scope: Scope, before: Side): (policy: PlacedPolicy) => boolean {
  const earlier = workloadsOf(before);
  return ({ workloads }) => selectsOnlyNew(workloads, labelPrefix, scope, earlier);
}

/**
 * Namespaces whose policies are all in sight, which lie in one file where they are rendered. Where none was seen and those
 * that come only allow, one that denies is taken to be elsewhere.
 */
function seenNamespaces(before: Side, after: Side): string[] {
  const byNamespace = Map.groupBy([...before, ...after], ({ object }) => object.namespace);
  return [...byNamespace]
    .filter(([, policies]) => new Set(policies.map(({ object }) => object.file)).size === 1)
    .filter(([, policies]) => policies.some((one) => before.includes(one) || deniesAll(one)))
    .map(([namespace]) => namespace);
}

function deniesAll({ action, rules }: PlacedPolicy): boolean {
  return action === 'ALLOW' && rules.length === 0;
}

/** Whether what holds for the whole mesh is in sight. It may deny what no policy of a namespace allows. */
function seesMesh(before: Side): boolean {
  return before.some(({ object }) => object.namespace === rootNamespace);
}

/** Workloads without an ALLOW policy: every request is allowed. What is too much to compute is not open. */
function openIn(policies: readonly PlacedPolicy[], namespaces: readonly string[]): readonly Box[] {
  const all = box(['namespace', Words.of(...namespaces)]);
  return without(all, workloadsOf(policies)) ?? [];
}

function widened(
  old: readonly PlacedPolicy[],
  now: readonly PlacedPolicy[],
  open: readonly Box[],
  counts: (rule: Rule) => boolean,
): Ruling[] {
  const [before, after] = [rulesOf(old), rulesOf(now)];
  const lost = unlike(before, after);
  return beyond(after, [...boxesOf(before), ...open])
    .filter(({ grant }) => counts(grant))
    .map(({ grant }) => exposureOf(grant, wordsBefore(grant, lost), old));
}

/** One for each policy. */
function narrowed(old: readonly PlacedPolicy[], now: readonly PlacedPolicy[]): Ruling[] {
  const open = without(everything, workloadsOf(now)) ?? [];
  const lost = beyond(rulesOf(old), [...boxesOf(rulesOf(now)), ...open]);
  const byPolicy = Map.groupBy(lost, ({ grant }) => grant.policy);
  return [...byPolicy.values()].map((excesses) => refusal(excesses.map(({ grant }) => grant)));
}

function workloadsOf(policies: readonly PlacedPolicy[]): Box[] {
  return policies.map(({ workloads }) => workloads);
}
