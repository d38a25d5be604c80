// Caches, and who may use them. The groups of shards themselves are in `replication-group.ts`.
import { changed, direction, removed, to } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { comes } from '../turns.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';
import { replicationGroup } from './replication-group.ts';

const guide = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';
const roles = `${guide}/Clusters.RBAC.html`;
const subnets = `${guide}/SubnetGroups.html`;
const parameters = `${guide}/ParameterGroups.html`;

const inUse = ['stuck', 'AWS does not delete it while a cache uses it'] as const;

/** Rules in their order; those with a minus take away. */
function rulesOf(text: unknown): string[] {
  return String(text ?? '')
    .split(/\s+/)
    .filter((rule) => rule !== '' && rule !== 'off');
}

/** Every rule that gives was there before, every one that takes away still is, and they come in the same order. */
function isNoWider(before: unknown, after: unknown): boolean {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  const isOrdered =
    old.filter((rule) => now.includes(rule)).join(' ') === now.filter((rule) => old.includes(rule)).join(' ');
  const gives = now.filter((rule) => !rule.startsWith('-'));
  const takes = old.filter((rule) => rule.startsWith('-'));
  return isOrdered && gives.every((rule) => old.includes(rule)) && takes.every((rule) => now.includes(rule));
}

const wider = direction('wider', (before, after) => !isNoWider(before, after));
const narrower = direction('narrower', (before, after) => isNoWider(before, after));

const user = managed(
  'elasticache',
  'User',
  {
    nature: 'access',
    created: ['exposure', 'somebody else may sign in to the cache'],
    deleted: ['downtime', 'clients that sign in as this user are refused'],
    source: roles,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-elasticache-user.html`, {
      '{userName,engine}': 'a user keeps its name and its engine',
    }),
    ...tell(wider, 'exposure', roles, { accessString: 'the user may read or do more' }),
    ...tell(narrower, 'downtime', roles, { accessString: 'commands or keys that were allowed are refused' }),
    ...tell(to(true), 'exposure', roles, { noPasswordRequired: 'anybody may sign in as this user' }),
    ...tell(to('no-password-required'), 'exposure', roles, {
      'authenticationMode.type': 'anybody may sign in as this user',
    }),
    ...tell(changed, 'downtime', roles, {
      authenticationMode: 'clients have to sign in in another way',
      '{passwordsSecretRef,passwordsWoSecretRef,passwordsWoVersion}': 'the password changes',
    }),
  ],
);

const userGroup = managed(
  'elasticache',
  'UserGroup',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['downtime', 'clients that sign in as users of the group are refused'],
    source: roles,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-elasticache-usergroup.html`, {
      engine: 'a group keeps its engine',
    }),
    ...tell(comes, 'exposure', roles, { 'userIds[]': 'somebody else may use the cache' }),
    ...tell(removed, 'downtime', roles, { 'userIds[]': 'a user may not use the cache any more' }),
    ...tell(changed, 'exposure', roles, { 'userId{Refs,Selector}': 'others may use the cache' }),
    ...fine('userIds'),
  ],
);

const subnetGroup = managed(
  'elasticache',
  'SubnetGroup',
  { nature: 'stateful', created: noHarm, deleted: inUse, source: subnets },
  [
    ...tagRows,
    ...tell(changed, 'downtime', subnets, {
      'subnetId{s,Refs,Selector}': 'a replica may have no subnet in its zone',
    }),
    ...fine('description'),
  ],
);

const parameterGroup = managed(
  'elasticache',
  'ParameterGroup',
  { nature: 'stateful', created: noHarm, deleted: inUse, source: parameters },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-elasticache-parametergroup.html`, {
      '{family,name,description}': 'a group keeps its family, its name and its description',
    }),
    ...tell(changed, 'downtime', parameters, {
      parameter: 'the cache works otherwise, and may evict or refuse what it kept',
    }),
  ],
);

export const elasticache: readonly Knowledge[] = [
  replicationGroup,
  user,
  userGroup,
  subnetGroup,
  parameterGroup,
];
