// Pods that NetworkPolicies isolate no more, or newly: what a policy does by being there, whatever it allows.
import type { Ruling } from '../../knowledge.ts';
import { type Box, isDisjoint } from '../../sets/box.ts';
import { boxesOf } from '../../sets/grants.ts';
import { podPrefix, type Way, ways } from '../../sets/network-policy.ts';
import { widestBeyond } from '../../sets/widest.ts';
import {
  isolationOf,
  isolationsOf,
  openIn,
  type PlacedPolicy,
  prepositions,
  type Side,
  wayBox,
} from './side.ts';
import { networkPolicies } from './source.ts';

/** A direction in which pods gained or lost their isolation. */
interface Isolation {
  readonly policy: PlacedPolicy;
  readonly way: Way;
}

/** Pods that were isolated and are not any more. */
export function opened(before: Side, after: Side): Ruling[] {
  return isolatedBeyond(before, after).map((isolation) => ({
    ...placeOf(isolation, after),
    ...turn(closedWords(isolation), openWords(isolation)),
    lane: 'exposure',
    reason: 'no policy isolates the pods any more, so all their traffic is allowed',
    source: networkPolicies,
  }));
}

/** Pods that were not isolated and are now. */
export function closed(before: Side, after: Side, isNew: (policy: PlacedPolicy) => boolean): Ruling[] {
  return isolatedBeyond(after, before)
    .filter(({ policy }) => !isNew(policy))
    .map((isolation) => ({
      ...placeOf(isolation, before),
      ...turn(openWords(isolation), closedWords(isolation)),
      lane: 'downtime',
      reason: 'the pods are isolated, and what no policy allows is refused',
      source: networkPolicies,
    }));
}

/** Pods of a new tenant that nothing isolates: they are open from the start. */
export function neverIsolated(after: Side): Ruling[] {
  const [first] = after.policies;
  if (first === undefined || first.object.tenant === '') return [];
  const open = openIn(after);
  const isOpen = (way: Way) => open.some((piece) => !isDisjoint(piece, wayBox(way)));
  return ways.filter(isOpen).map((way) => ({
    object: first.object,
    field: 'spec.podSelector',
    before: undefined,
    after: `pods that no policy selects ${prepositions[way]} anywhere on any port`,
    lane: 'exposure',
    reason: 'pods that no policy isolates are open to everybody',
    source: networkPolicies,
  }));
}

/** What `one` isolates and `other` does not, unless `one` allowed it all the same, as an allow-all policy does. */
function isolatedBeyond(one: Side, other: Side): Isolation[] {
  const isolations = one.policies
    // Of two alike the one that only denies is told.
    .toSorted((a, b) => a.openings.length - b.openings.length)
    .flatMap((policy) => policy.isolates.map((way) => ({ policy, way, box: isolationOf(policy, way) })));
  return widestBeyond(isolations, isolationsOf(other), boxesOf(one.openings).filter(isForAll));
}

function isForAll(opening: Box): boolean {
  return [...opening.keys()].every((dimension) => dimension === 'way' || dimension.startsWith(podPrefix));
}

function turn(before: string, after: string) {
  return { before, after };
}

function closedWords({ policy, way }: Isolation): string {
  return `${policy.pods} only ${prepositions[way]} where a policy says`;
}

function openWords({ policy, way }: Isolation): string {
  return `${policy.pods} ${prepositions[way]} anywhere on any port`;
}

/** Where the policy changed so that it does not isolate them, or does. */
function placeOf({ policy, way }: Isolation, other: Side) {
  const { object, pods } = policy;
  const twin = other.policies.find((one) => one.object.name === object.name);
  const isOfTypes = twin?.pods === pods && !twin.isolates.includes(way);
  return { object, field: isOfTypes ? 'spec.policyTypes' : 'spec.podSelector' };
}
