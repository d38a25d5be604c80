// Whether AppProjects permit more than they did, or deny less to members of their roles. What they permit no more is not
// synced, and that is no harm to access.
import { asMapping } from '../../documents.ts';
import type { Judge, Manifest, Ruling } from '../../knowledge.ts';
import type { ObjectRef } from '../../object.ts';
import { beyond, boxesOf, type Grant, unlike, wordsBefore } from '../../sets/grants.ts';
import { permissionsOf } from '../../sets/project.ts';
import { guardsLost } from './project-guards.ts';
import { rolesIn, tokensIn } from './project-roles.ts';
import { projects as source } from './source.ts';

export const judgeProjects: Judge = (pairs, { isNew }) =>
  pairs.flatMap(({ object, before, after }) => {
    if (after === undefined || before === after) return [];
    const [old, now] = [asMapping(before?.spec), asMapping(after.spec)];
    const found = widened(permitted(object, old), permitted(object, now));
    if (isNew) return found.filter(({ after }) => isForAll.test(after ?? ''));
    const guards = guardsLost(old, now).map((finding) => ({ object, ...finding }));
    return [...found, ...widenedRoles(object, old, now), ...guards];
  });

/** Every repository, namespace, cluster or kind. */
const isForAll = /(?:^|; )(?:\*|namespace \*.*|.* of \*|every kind of all groups)(?:$|;)/;

function permitted(object: ObjectRef, spec: Manifest): Grant[] {
  return permissionsOf(spec).flatMap(({ boxes, words, field }) =>
    boxes.map((box) => ({ box, words, object, field })),
  );
}

const reasons: Readonly<Record<string, string>> = {
  'spec.sourceRepos': 'manifests may come from other repositories',
  'spec.destinations': 'its Applications may change other namespaces or clusters',
  'spec.sourceNamespaces': 'whoever may write Applications there has the rights of the project',
};

/** One for each field. */
function widened(old: readonly Grant[], now: readonly Grant[]): Ruling[] {
  const lost = unlike(old, now);
  const found = beyond(now, boxesOf(old)).map(({ grant }) => grant);
  return [...Map.groupBy(found, ({ field }) => field)].map(([field, grants]) => ({
    object: (grants[0] as Grant).object,
    field,
    before: joined(grants.map((grant) => wordsBefore(grant, lost))),
    after: joined(grants.map(({ words }) => words)),
    lane: 'exposure',
    reason: reasons[field] ?? 'its Applications may bring kinds that they could not',
    source,
  }));
}

function joined(words: readonly (string | undefined)[]): string | undefined {
  const told = new Set(words.filter((word) => word !== undefined));
  return told.size === 0 ? undefined : [...told].join('; ');
}

function widenedRoles(object: ObjectRef, old: Manifest, now: Manifest): Ruling[] {
  const [before, after] = [rolesIn(old, now), rolesIn(now, old)].map((rules) =>
    rules.map((rule) => ({ ...rule, object, field: 'spec.roles' })),
  );
  const split = (rules: typeof before = [], isDenial: boolean) =>
    rules.filter((rule) => rule.isDenial === isDenial);
  const may = beyond(split(after, false), boxesOf(split(before, false)));
  const mayAgain = beyond(split(before, true), boxesOf(split(after, true)));
  const ruling = { object, field: 'spec.roles', lane: 'exposure', source } as const;
  const tokens = tokensIn(now).filter((token) => !tokensIn(old).includes(token));
  return [
    ...may.map(({ grant: { words } }) => ({
      ...ruling,
      before: undefined,
      after: words,
      reason: 'somebody may do more with the Applications of the project',
    })),
    ...mayAgain.map(({ grant: { words } }) => ({
      ...ruling,
      before: `denied ${words}`,
      after: undefined,
      reason: 'what was denied to somebody is not any more',
    })),
    ...tokens.map((token) => ({
      ...ruling,
      before: undefined,
      after: token,
      reason: 'whoever holds the token has the rights of the role',
    })),
  ];
}
