// Whether NetworkPolicies of a namespace let through more, or less, than they did: together, because a pod accepts what any
// of the policies that select it allows, and everything where none does.
import { canonical } from '../../compare/canonical.ts';
import type { Judge, Pair, Ruling, Scope } from '../../knowledge.ts';
import type { Box } from '../../sets/box.ts';
import { beyond, boxesOf, type Excess, unlike, wordsBefore } from '../../sets/grants.ts';
import { podPrefix } from '../../sets/network-policy.ts';
import { selectsOnlyNew } from '../new-pods.ts';
import { closed, neverIsolated, opened } from './isolation.ts';
import { type Reach, reachOf } from './reach.ts';
import { openIn, type PlacedOpening, type PlacedPolicy, prepositions, type Side, sidesOf } from './side.ts';
import { networkPolicies } from './source.ts';

type Found = Excess<PlacedOpening>;

interface Namespace {
  readonly scope: Scope;
  readonly before: Side;
  readonly after: Side;
}

export const judgeNetworkPolicies: Judge = (pairs, scope) =>
  [...Map.groupBy(pairs, ({ object }) => object.namespace).values()].flatMap((all) => {
    if (all.every(isAlike)) return [];
    const [before, after] = sidesOf(all);
    const namespace = { scope, before, after };
    if (scope.isNew) return [...widened(namespace, []), ...neverIsolated(after)];
    if (!isSeenWhole(before, after)) return [...widened(namespace, []), ...opened(before, after)];
    return [
      ...widened(namespace, openIn(before)),
      ...opened(before, after),
      ...narrowed(namespace),
      ...closed(before, after, newIn(namespace)),
    ];
  });

function isAlike({ before, after }: Pair): boolean {
  if (before === undefined || after === undefined) return before === after;
  return before === after || canonical(before.spec ?? {}) === canonical(after.spec ?? {});
}

/**
 * Whether no other file hides policies of the namespace, which lie in one where they are rendered. Where none was seen and
 * those that come only allow, one that denies is taken to be elsewhere.
 */
function isSeenWhole(before: Side, after: Side): boolean {
  const files = new Set([...before.policies, ...after.policies].map(({ object }) => object.file));
  const hadAny = before.policies.length > 0;
  return files.size === 1 && (hadAny || after.policies.some(({ openings }) => openings.length === 0));
}

/** Whether a policy is about pods alone that were not there before. */
function newIn({ scope, before }: Namespace): (policy: PlacedPolicy) => boolean {
  const earlier = before.policies.map(({ selector }) => selector);
  return ({ selector }) => selectsOnlyNew(selector, podPrefix, scope, earlier);
}

/** @param open what was allowed because nothing isolated it */
function widened(namespace: Namespace, open: readonly Box[]): Ruling[] {
  const { scope, before, after } = namespace;
  const isNew = newIn(namespace);
  const lost = unlike(before.openings, after.openings);
  const found = beyond(after.openings, [...boxesOf(before.openings), ...open])
    .filter((excess) => !isNew(excess.grant.policy) || reach(excess).isMany)
    .filter((excess) => !scope.isNew || reach(excess).isMany);
  return merge(found).map((excesses) => exposureOf(excesses, before, lost));
}

function reach({ grant, pieces }: Found): Reach {
  return reachOf(grant.way, pieces, grant.object);
}

/** Together what a reader takes for one thing: a peer with all its ports, blocks of addresses with the same ports. */
function merge(excesses: readonly Found[]): Found[][] {
  const place = ({ object, field }: PlacedOpening) => [object.application, object.name, field];
  const byPeer = Map.groupBy(excesses, ({ grant }) => JSON.stringify([...place(grant), grant.peer]));
  const merged = Map.groupBy(byPeer.values(), (group) => {
    const [{ grant }] = group as [Found];
    const ports = group.map((one) => one.grant.port);
    return JSON.stringify([...place(grant), ...(grant.isBlock ? [true, ports] : [false, grant.peer])]);
  });
  return [...merged.values()].map((groups) => groups.flat());
}

function exposureOf(excesses: readonly Found[], before: Side, lost: readonly PlacedOpening[]): Ruling {
  const grants = excesses.map(({ grant }) => grant);
  const [grant] = grants as [PlacedOpening];
  const reason = joined(excesses.map((excess) => reach(excess).reason));
  const verdict = { lane: 'exposure', reason, source: networkPolicies } as const;
  const { object, field, policy } = grant;
  const old = before.policies.find((one) => one.object.name === object.name);
  const isOldRule = before.openings.some((one) => one.policy === old && one.words === grant.words);
  if (old !== undefined && isOldRule && old.pods !== policy.pods) {
    const after = `${policy.pods} ${describe(grants)}`;
    return { object, field: 'spec.podSelector', before: old.pods, after, ...verdict };
  }
  const words = grants.map((one) => wordsBefore(one, lost)).filter((text) => text !== undefined);
  const told = words.length === 0 ? undefined : joined(words);
  return { object, field, before: told, after: describe(grants), ...verdict };
}

/** `from pods name=worker on TCP/8080 and TCP/8443` */
function describe(grants: readonly PlacedOpening[]): string {
  const [{ way }] = grants as [PlacedOpening];
  return `${prepositions[way]} ${joined(grants.map(({ peer }) => peer))} on ${joined(grants.map(({ port }) => port))}`;
}

function joined(words: readonly string[]): string {
  return [...new Set(words)].join(' and ');
}

function narrowed({ before, after }: Namespace): Ruling[] {
  const lost = beyond(before.openings, [...boxesOf(after.openings), ...openIn(after)]);
  const place = ({ grant }: Found) =>
    JSON.stringify([grant.object.application, grant.object.name, grant.way]);
  return [...Map.groupBy(lost, place).values()].map((excesses) => {
    const [{ grant }] = excesses as [Found];
    const words = merge(excesses).map((group) => describe(group.map((excess) => excess.grant)));
    return {
      object: grant.object,
      field: grant.field,
      before: words.join('; '),
      after: undefined,
      lane: 'downtime',
      reason: 'traffic that was allowed is refused',
      source: networkPolicies,
    };
  });
}
