// Argo CD's settings, the health script run through a Lua parser, and who has which right.
import { load } from 'js-yaml';
import { parse } from 'luaparse';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { claimHealth } from '../../../model/claim-health.ts';
import { composeExample } from '../../testing/example.ts';

const test = suite('argocd settings');
const [cluster] = await composeExample();

function dataOf(name: string): Record<string, string> {
  const objects = cluster?.files.flatMap(({ manifests }) => [...manifests]) ?? [];
  const found = objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name);
  assert.is(found?.metadata.labels?.['app.kubernetes.io/part-of'], 'argocd');
  return found?.data as Record<string, string>;
}

test('every setting is text', () => {
  for (const name of ['argocd-cm', 'argocd-cmd-params-cm', 'argocd-rbac-cm']) {
    for (const [key, value] of Object.entries(dataOf(name))) assert.type(value, 'string', key);
  }
});

test('the health script arrives unchanged at the kinds of our own groups', () => {
  assert.equal(load(dataOf('argocd-cm')['resource.customizations'] ?? ''), {
    '*.tenantry.dev/*': { 'health.lua': claimHealth },
  });
});

/** Names that a script takes from outside. gopher-lua, which Argo CD runs it with, is Lua 5.1. */
function globalsOf(script: string): string[] {
  const { globals } = parse(script, { luaVersion: '5.1', scope: true }) as unknown as {
    globals: { name: string }[];
  };
  return [...new Set(globals.map(({ name }) => name))].sort();
}

test('the health script is Lua that needs nothing but what Argo CD gives it', () => {
  assert.equal(globalsOf(claimHealth), ['ipairs', 'obj']);
});

test('the check of the script finds a fault', () => {
  assert.throws(() => globalsOf(`${claimHealth}end`));
  assert.equal(globalsOf('return io'), ['io']);
});

test('nobody has a right by default, and deployers sync what git can make anew', () => {
  const { 'policy.csv': policy = '', 'policy.default': byDefault } = dataOf('argocd-rbac-cm');
  assert.is(byDefault, '');
  const lines = policy
    .trimEnd()
    .split('\n')
    .map((line) => line.split(', '));
  assert.equal(
    lines.filter(([kind]) => kind === 'g').map(([, , role]) => role),
    ['role:admin', 'role:deployer'],
  );
  const rights = lines.filter(([kind]) => kind === 'p');
  for (const right of rights) assert.is(right.length, 6, right.join());
  assert.equal(
    rights.map(([, role, kind, action, object, effect]) => [role, kind, action, object, effect].join(' ')),
    ['role:deployer applications get t-*/* allow', 'role:deployer applications sync t-*/t-*-workloads allow'],
  );
});

test('an ApplicationSet that names no policy deletes nothing', () => {
  const parameters = dataOf('argocd-cmd-params-cm');
  assert.is(parameters['applicationsetcontroller.policy'], 'create-update');
  assert.is(parameters['applicationsetcontroller.enable.policy.override'], 'true');
});

test.run();
