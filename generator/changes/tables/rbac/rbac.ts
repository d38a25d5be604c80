// Who may do what at the API server: roles and what binds people and pods to them.
import { changed } from '../../directions.ts';
import type { Judge, Knowledge, Row, Verdict } from '../../knowledge.ts';
import { plainRows } from '../common.ts';
import { hollow } from '../hollow.ts';
import { harmless, row } from '../rows.ts';
import { comes } from '../turns.ts';
import { validation } from '../upstream.ts';
import { judgeBindings } from './bindings.ts';
import { rbac as docs, judgeRoles } from './roles.ts';

function kind(name: string, judge: Judge, told: string, rows: readonly Row[]): Knowledge {
  const verdict: Verdict = { lane: 'neutral', reason: told, source: docs };
  return {
    group: 'rbac.authorization.k8s.io',
    kind: name,
    nature: 'access',
    created: verdict,
    deleted: verdict,
    judge,
    rows: [...plainRows, ...empty, ...rows],
  };
}

const ruleRows = harmless(
  ...['verbs', 'apiGroups', 'resources', 'resourceNames', 'nonResourceURLs'].map(
    (field) => `rules[].${field}`,
  ),
);

const empty = hollow('rules', 'rules[]', 'aggregationRule', 'subjects', 'subjects[]');

const roleRows = [
  ...ruleRows,
  row('rules[].nonResourceURLs', comes, 'rejected', 'paths are for ClusterRoles alone', validation('rbac')),
];

const bindingRows = [
  ...harmless(...['kind', 'name', 'namespace', 'apiGroup'].map((field) => `subjects[].${field}`)),
  row('roleRef', changed, 'rejected', 'a binding keeps its role for good', validation('rbac')),
];

const rights = 'what it allows is told with its rules';
const subjects = 'whom it binds is told with its subjects';

export const rbac: readonly Knowledge[] = [
  kind('Role', judgeRoles, rights, roleRows),
  kind('ClusterRole', judgeRoles, rights, [...ruleRows, ...harmless('aggregationRule.clusterRoleSelectors')]),
  kind('RoleBinding', judgeBindings, subjects, bindingRows),
  kind('ClusterRoleBinding', judgeBindings, subjects, bindingRows),
];
