// Whether RoleBindings or ClusterRoleBindings give a role to anybody who did not have it: together, because a binding that
// is split or renamed gives nothing.

import { canonical } from '../../compare/canonical.ts';
import { asMapping } from '../../documents.ts';
import type { Judge, Manifest, Pair, Ruling } from '../../knowledge.ts';
import type { ObjectRef } from '../../object.ts';
import { box } from '../../sets/box.ts';
import { beyond, boxesOf, type Grant } from '../../sets/grants.ts';
import { Words } from '../../sets/words.ts';
import { rbac } from './roles.ts';

interface Binding extends Grant {
  /** Why it matters, where many people, or somebody else's, are bound. */
  readonly danger: string | undefined;
  readonly role: string;
}

export const judgeBindings: Judge = (pairs, { isNew }) => {
  const [old, now] = [
    pairs.flatMap(({ object, before }) => bindingsOf(object, before)),
    // A role that is exchanged is refused by the API server; the table says so.
    pairs.filter(keepsRole).flatMap(({ object, after }) => bindingsOf(object, after)),
  ];
  const found = beyond(now, boxesOf(old)).map(({ grant }) => grant);
  return found.filter(({ danger }) => !isNew || danger !== undefined).map(rulingOf);
};

function keepsRole({ before, after }: Pair): boolean {
  if (before === undefined || after === undefined) return true;
  return canonical(before.roleRef ?? '') === canonical(after.roleRef ?? '');
}

function bindingsOf(object: ObjectRef, manifest: Manifest | undefined): Binding[] {
  const { kind, name } = asMapping(manifest?.roleRef);
  const role = `${kind} ${name}`;
  const subjects = Array.isArray(manifest?.subjects) ? manifest.subjects.map(asMapping) : [];
  return subjects.map((subject) => {
    const who = describeSubject(subject, object.namespace);
    return {
      box: box(
        ['where', object.kind === 'ClusterRoleBinding' ? undefined : Words.of(object.namespace)],
        ['role', Words.of(role)],
        ['who', Words.of(who)],
      ),
      words: who,
      object,
      field: 'subjects',
      danger: dangerOf(subject, object),
      role,
    };
  });
}

/** `Group keelstone-support`, `ServiceAccount t-acme/portal` */
function describeSubject({ kind, name, namespace }: Manifest, own: string): string {
  const account = /^system:serviceaccount:([^:]+):(.+)$/.exec(kind === 'User' ? String(name) : '');
  if (account !== null) return `ServiceAccount ${account[1]}/${account[2]}`;
  return kind === 'ServiceAccount' ? `ServiceAccount ${namespace ?? own}/${name}` : `${kind} ${name}`;
}

const many: Readonly<Record<string, string>> = {
  'Group system:authenticated': 'everybody with an account of the cluster',
  'Group system:unauthenticated': 'everybody who reaches the API server, without an account',
  'User system:anonymous': 'everybody who reaches the API server, without an account',
  'Group system:masters': 'whoever is in the group that no rule binds',
  'Group system:serviceaccounts': 'every pod of the cluster',
  'Group system:nodes': 'every node of the cluster',
};

function dangerOf(subject: Manifest, { namespace }: ObjectRef): string | undefined {
  const who = describeSubject(subject, namespace);
  const known = many[who];
  if (known !== undefined) return known;
  const pods = /^Group system:serviceaccounts:(.+)$/.exec(who)?.[1];
  if (pods !== undefined) return `every pod of the namespace ${pods}`;
  const other = /^ServiceAccount (t-[^/]+)\//.exec(who)?.[1];
  return other !== undefined && other !== namespace ? `a pod of another tenant, in ${other},` : undefined;
}

function rulingOf({ object, field, words, role, danger }: Binding): Ruling {
  return {
    object,
    field,
    before: undefined,
    after: `${words} has ${role}`,
    lane: 'exposure',
    reason: `${danger ?? 'somebody who could not'} may do what ${role} allows`,
    source: rbac,
  };
}
