// What no role in a tenant's namespace may hold.
import type { k8s } from 'cdk8s-plus-30';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { clusterRoles } from '../../../../model/names.ts';
import { composeExample } from '../../../testing/example.ts';

const test = suite('cluster roles');
const [cluster] = await composeExample();
const roles = (cluster?.files ?? [])
  .filter(({ path }) => path.includes('/platform/access/'))
  .flatMap(({ manifests }) => [...manifests])
  .filter(({ kind }) => kind === 'ClusterRole');

const forbiddenVerbs = new Set(['*', 'bind', 'deletecollection', 'escalate', 'impersonate']);
const forbiddenResources =
  /\*|^secrets$|^(cluster)?role(binding)?s$|^serviceaccounts|^nodes|^pods\/(exec|attach|portforward|proxy|ephemeralcontainers)$|^(namespaces|certificatesigningrequests)\//;

/** The words in `rules` that no tenant-facing role may have (Kubernetes' "RBAC good practices"). */
function excesses(rules: readonly k8s.PolicyRule[]): string[] {
  return rules.flatMap(({ verbs, resources = [], apiGroups = [] }) => [
    ...verbs.filter((verb) => forbiddenVerbs.has(verb)),
    ...resources.filter((resource) => forbiddenResources.test(resource)),
    ...apiGroups.filter((group) => group.includes('*')),
  ]);
}

test('the roles that RoleBindings name are there, and no others', () => {
  assert.equal(roles.map(({ metadata }) => metadata.name).sort(), Object.values(clusterRoles).sort());
});

test('no role has too much', () => {
  for (const role of roles) assert.equal(excesses(role.rules as k8s.PolicyRule[]), [], role.metadata.name);
});

test('only deployers change anything, and never what a workload runs', () => {
  for (const { metadata, rules } of roles) {
    const writes = (rules as k8s.PolicyRule[])
      .filter(({ verbs }) => verbs.some((verb) => !['get', 'list', 'watch'].includes(verb)))
      .flatMap(({ resources = [] }) => resources);
    const expected = metadata.name === clusterRoles.deployer ? ['pods', 'deployments/scale', 'jobs'] : [];
    assert.equal(writes, expected, metadata.name);
  }
});

/** Whoever creates what makes pods runs any image with any right of the namespace. */
function creates(rules: readonly k8s.PolicyRule[]): string[] {
  return rules
    .filter(({ verbs }) => verbs.includes('create') || verbs.includes('*'))
    .flatMap(({ resources = [] }) => resources);
}

test('no role creates anything', () => {
  for (const { metadata, rules } of roles) {
    assert.equal(creates(rules as k8s.PolicyRule[]), [], metadata.name);
  }
  assert.equal(creates([{ apiGroups: ['batch'], resources: ['jobs'], verbs: ['create', 'delete'] }]), [
    'jobs',
  ]);
});

test('the check for too much finds each of these', () => {
  const rule = (resource: string, verb: string) => ({
    apiGroups: [''],
    resources: [resource],
    verbs: [verb],
  });
  for (const resource of [
    '*',
    'secrets',
    'pods/exec',
    'pods/portforward',
    'nodes/proxy',
    'serviceaccounts/token',
  ]) {
    assert.equal(excesses([rule(resource, 'get')]), [resource]);
  }
  for (const verb of ['*', 'escalate', 'bind', 'impersonate']) {
    assert.equal(excesses([rule('pods', verb)]), [verb]);
  }
});

test.run();
