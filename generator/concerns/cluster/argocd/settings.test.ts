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

/** `*` crosses slashes (argo-cd v3.5.3, util/lua, `GetWildcardConfigMapKey`): the text is `<group>/<kind>`. */
function matches(key: string, text: string): boolean {
  return new RegExp(`^${key.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(text);
}

test('the health script arrives unchanged at every kind of claim', () => {
  const customizations = load(dataOf('argocd-cm')['resource.customizations'] ?? '') as object;
  const [[key, value] = ['', undefined], ...others] = Object.entries(customizations);
  assert.equal([value, others], [{ 'health.lua': claimHealth }, []]);
  const objects = cluster?.files.flatMap(({ manifests }) => [...manifests]) ?? [];
  const kinds = objects.flatMap(({ kind, spec }) => {
    if (kind !== 'CompositeResourceDefinition') return [];
    const { group, names } = spec as { group: string; names: { kind: string } };
    return [`${group}/${names.kind}`];
  });
  assert.ok(kinds.length > 5);
  for (const kind of kinds) {
    assert.ok(matches(key, kind), kind);
    assert.not(matches('*.tenantry.dev/*', kind), 'a star before a dot would find no kind of ours');
  }
  assert.not(matches(key, 'apps/Deployment'));
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
