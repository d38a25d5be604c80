// Whether a Role or ClusterRole allows more than it did, by its rules or by the roles that it gathers. What it allows no
// more is nobody's harm.
import { asMapping } from '../../documents.ts';
import type { Judge, Manifest, Pair, Ruling } from '../../knowledge.ts';
import type { ObjectRef } from '../../object.ts';
import { type Box, covers } from '../../sets/box.ts';
import { beyond, boxesOf, type Excess, type Grant, unlike, wordsBefore } from '../../sets/grants.ts';
import { rightsOf } from '../../sets/roles.ts';
import { describeSelector, selectorBox, selects } from '../../sets/selectors.ts';
import { describeRights } from './dangers.ts';

export const rbac = 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/';

export const judgeRoles: Judge = (pairs, { isNew }) => {
  if (isNew) return [];
  return pairs
    .filter(({ before, after }) => after !== undefined && before !== after)
    .flatMap((pair) => [...widenedRules(pair, pairs), ...gathered(pair), ...givenAway(pair, pairs)]);
};

function grantsOf(object: ObjectRef, manifest: Manifest | undefined): Grant[] {
  return rightsOf(manifest?.rules).map((right) => ({ ...right, object, field: 'rules' }));
}

/** One ruling for each reason, however many rules it takes. */
function widenedRules({ object, before, after }: Pair, pairs: readonly Pair[]): Ruling[] {
  const [old, now] = [grantsOf(object, before), grantsOf(object, after)];
  const excesses = beyond(now, boxesOf(old));
  if (before === undefined && isRenamed(boxesOf(now), object, pairs)) return [];
  const lost = unlike(old, now);
  const byReason = Map.groupBy(excesses, describeRights);
  return [...byReason].map(([reason, found]) => ({
    object,
    field: 'rules',
    before: joined(found.map(({ grant }) => wordsBefore(grant, lost))),
    after: joined(found.map(({ grant }: Excess) => grant.words)),
    lane: 'exposure',
    reason: `whoever has the role ${reason}`,
    source: rbac,
  }));
}

function joined(words: readonly (string | undefined)[]): string | undefined {
  const told = new Set(words.filter((word) => word !== undefined));
  return told.size === 0 ? undefined : [...told].join('; ');
}

/** Whether one that went allowed it all: the bindings tell who has the new one. */
function isRenamed(boxes: readonly Box[], { namespace }: ObjectRef, pairs: readonly Pair[]): boolean {
  return pairs.some(({ object, before, after }) => {
    if (after !== undefined || object.namespace !== namespace) return false;
    const old = boxesOf(grantsOf(object, before));
    return boxes.every((one) => covers(old, one));
  });
}

const labelPrefix = 'label.';

function selectorsOf(manifest: Manifest | undefined): readonly unknown[] {
  const { clusterRoleSelectors } = asMapping(manifest?.aggregationRule);
  return Array.isArray(clusterRoleSelectors) ? clusterRoleSelectors : [];
}

/** Roles that a ClusterRole gathers and did not. */
function gathered({ object, before, after }: Pair): Ruling[] {
  const [old, now] = [before, after].map((manifest) =>
    selectorsOf(manifest).map((selector) => ({
      box: selectorBox(selector, labelPrefix),
      words: `rules of roles with ${describeSelector(selector) || 'any labels'}`,
      object,
      field: 'aggregationRule.clusterRoleSelectors',
    })),
  ) as [Grant[], Grant[]];
  const lost = unlike(old, now);
  return beyond(now, boxesOf(old)).map(({ grant }) => ({
    object,
    field: grant.field,
    before: wordsBefore(grant, lost),
    after: grant.words,
    lane: 'exposure',
    reason: 'the rules of more roles are part of the role',
    source: rbac,
  }));
}

const builtIn = /^rbac\.authorization\.k8s\.io\/aggregate-to-(.+)$/;

/** Roles that get its rules because of a label that it has now. */
function givenAway({ object, before, after }: Pair, pairs: readonly Pair[]): Ruling[] {
  const [old, now] = [before, after].map((manifest) => asMapping(asMapping(manifest?.metadata).labels));
  const others = pairs
    .filter((pair) => pair.after !== undefined && pair.object !== object)
    .filter((pair) => isGathered(pair.after, now) && !isGathered(pair.after, old))
    .map((pair) => pair.object.name);
  const known = Object.entries(now ?? {})
    .filter(([label, value]) => String(value) === 'true' && String(old?.[label]) !== 'true')
    .map(([label]) => builtIn.exec(label)?.[1])
    .filter((name) => name !== undefined);
  return [...new Set([...known, ...others])].map((name) => ({
    object,
    field: 'metadata.labels',
    before: undefined,
    after: `part of ClusterRole ${name}`,
    lane: 'exposure',
    reason: `whoever has the role ${name} gets these rules as well`,
    source: rbac,
  }));
}

function isGathered(aggregator: Manifest | undefined, labels: Manifest | undefined): boolean {
  return selectorsOf(aggregator).some((selector) =>
    selects(selectorBox(selector, labelPrefix), labelPrefix, labels ?? {}),
  );
}
