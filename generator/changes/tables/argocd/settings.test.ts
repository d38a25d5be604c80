// Every setting of Argo CD that is known to do harm, turned that way, and the other way where that does none.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Pair } from '../../knowledge.ts';
import type { Lane } from '../../lane.ts';
import { judgeArgocdSettings } from './configmaps.ts';
import { parameters } from './parameters.ts';
import type { Setting } from './setting.ts';
import { settings } from './settings.ts';

const test = suite('settings of Argo CD');

type Turn = readonly [
  map: string,
  key: string,
  before: string | undefined,
  after: string | undefined,
  lanes: readonly Lane[],
];

const cm = (key: string, before: string | undefined, after: string | undefined, ...lanes: Lane[]): Turn => [
  'cm',
  key,
  before,
  after,
  lanes,
];
const parameter = (
  key: string,
  before: string | undefined,
  after: string | undefined,
  ...lanes: Lane[]
): Turn => ['cmd-params-cm', key, before, after, lanes];
const custom = (part: string) => `apps/Deployment:\n  ${part}\n`;

const turns: readonly Turn[] = [
  cm('users.anonymous.enabled', 'false', 'true', 'exposure'),
  cm('users.anonymous.enabled', 'true', 'false'),
  cm('exec.enabled', undefined, 'true', 'exposure'),
  cm('statusbadge.enabled', undefined, 'true', 'exposure'),
  cm('oidc.tls.insecure.skip.verify', undefined, 'true', 'exposure'),
  cm('admin.enabled', 'false', 'true', 'exposure'),
  cm('admin.enabled', 'true', 'false'),
  cm('admin.enabled', undefined, 'true'),
  cm('accounts.ci.enabled', 'false', undefined, 'exposure'),
  cm('accounts.ci', 'apiKey', 'apiKey, login', 'exposure'),
  cm('accounts.ci', 'apiKey, login', 'login'),
  cm('dex.config', 'connectors: a', undefined, 'exposure'),
  cm('url', 'https://a.example', 'https://b.example', 'exposure'),
  cm('globalProjects', undefined, '- projectName: base', 'exposure'),
  cm('users.session.duration', '24h', '240h', 'exposure'),
  cm('users.session.duration', '24h', '8h'),
  cm('passwordPattern', '^.{16,}$', '^.{8,}$', 'exposure'),
  cm('application.sync.impersonation.enabled', 'true', 'false', 'exposure'),
  cm('application.sync.requireOverridePrivilegeForRevisionSync', 'true', undefined, 'exposure'),
  cm('kustomize.enable', 'false', undefined, 'exposure'),
  cm('kustomize.buildOptions', undefined, '--enable-helm', 'exposure'),
  cm('repositories', undefined, '- url: https://a.example', 'exposure'),
  cm('extension.config', undefined, 'extensions: []', 'exposure'),
  cm('resource.customizations.ignoreDifferences.apps_Deployment', undefined, 'jsonPointers: []', 'exposure'),
  cm('resource.customizations.actions.apps_Deployment', undefined, 'definitions: []', 'exposure'),
  cm('resource.customizations.knownTypeFields.apps_Deployment', undefined, '- field: a'),
  cm('helm.valuesFileSchemes', '', 'https', 'exposure'),
  cm('resource.compareoptions', undefined, 'ignoreAggregatedRoles: true', 'exposure'),
  cm('resource.sensitive.mask.annotations', 'a, b', 'a', 'exposure'),
  cm('resource.sensitive.mask.annotations', 'a', 'a, b'),
  cm('resource.customizations', undefined, custom('ignoreDifferences: "x"'), 'exposure'),
  cm('resource.customizations', custom('actions: "x"'), custom('actions: "y"'), 'exposure'),
  cm('resource.customizations', custom('health.lua: "x"'), custom('health.lua: "y"'), 'downtime'),
  cm('resource.customizations.health.apps_Deployment', 'x', undefined, 'downtime'),
  cm('resource.exclusions', '- kinds: [Event]', undefined),
  cm('resource.inclusions', undefined, '- kinds: [Service]', 'stuck'),
  cm('installationID', undefined, 'one', 'data-loss'),
  cm('timeout.reconciliation', '120s', '180s'),
  ['rbac-cm', 'policy.default', '', 'role:readonly', ['exposure']],
  ['rbac-cm', 'policy.default', 'role:readonly', '', []],
  ['rbac-cm', 'scopes', '[groups]', '[email]', ['exposure']],
  ['rbac-cm', 'policy.matchMode', 'glob', undefined, ['exposure']],
  ['tls-certs-cm', 'git.example', 'a', 'b', ['exposure']],
  ['tls-certs-cm', 'git.example', 'a', undefined, ['downtime']],
  ['gpg-keys-cm', '4AEE18F83AFDEB23', undefined, 'a', ['exposure']],
  ['gpg-keys-cm', '4AEE18F83AFDEB23', 'a', undefined, ['stuck']],
  ['notifications-cm', 'service.webhook.chat', 'url: a', 'url: b', ['exposure']],
  ['notifications-cm', 'template.synced', 'a', 'b', []],
  parameter('server.disable.auth', 'false', 'true', 'exposure'),
  parameter('server.insecure', undefined, 'true', 'exposure'),
  parameter('controller.repo.server.plaintext', 'false', 'true', 'exposure'),
  parameter('reposerver.allow.oob.symlinks', undefined, 'true', 'exposure'),
  parameter('server.enable.proxy.extension', undefined, 'true', 'exposure'),
  parameter('controller.profile.enabled', undefined, 'true', 'exposure'),
  parameter('hydrator.enabled', undefined, 'true', 'exposure'),
  parameter('controller.repo.server.strict.tls', 'true', 'false', 'exposure'),
  parameter('applicationsetcontroller.enable.tokenref.strict.mode', 'true', undefined, 'exposure'),
  parameter('applicationsetcontroller.enable.scm.providers', 'false', 'true', 'exposure'),
  parameter('reposerver.enable.git.submodule', 'false', undefined, 'exposure'),
  parameter('server.tls.minversion', '1.2', '1.0', 'exposure'),
  parameter('server.tls.minversion', '1.2', '1.3'),
  parameter('server.tls.ciphers', 'a', 'b', 'exposure'),
  parameter('redis.server', 'argocd-redis:6379', 'redis.example:6379', 'exposure'),
  parameter('server.x.frame.options', 'sameorigin', '', 'exposure'),
  parameter('applicationsetcontroller.allowed.scm.providers', 'https://a.example', undefined, 'exposure'),
  parameter('application.namespaces', 'a', 'a, b', 'exposure'),
  parameter('application.namespaces', 'a, b', 'a'),
  parameter('server.sync.replace.allowed', 'false', undefined, 'data-loss'),
  parameter('applicationsetcontroller.policy', 'create-update', '', 'data-loss'),
  parameter('applicationsetcontroller.policy', 'sync', 'create-only'),
  parameter('applicationsetcontroller.enable.policy.override', 'false', 'true', 'data-loss'),
  parameter('applicationsetcontroller.enable.new.git.file.globbing', 'true', undefined, 'data-loss'),
  parameter('applicationsetcontroller.enable.progressive.syncs', 'true', undefined, 'downtime'),
  parameter('applicationsetcontroller.dryrun', undefined, 'true', 'stuck'),
  parameter('controller.log.level', 'info', 'debug'),
  parameter('some.other', undefined, 'true', 'unknown'),
  ['image-updater-config', 'registries.conf', 'a', 'b', ['unknown']],
];

function judge(map: string, before: object | undefined, after: object | undefined) {
  const pair = {
    object: { name: `argocd-${map}`, kind: 'ConfigMap' } as Pair['object'],
    before: before && { data: before },
    after: after && { data: after },
  };
  return judgeArgocdSettings([pair], { isNew: false, newPods: [] });
}

test('each is told as what it is', () => {
  for (const [map, key, before, after, lanes] of turns) {
    const data = (value: string | undefined) => (value === undefined ? {} : { [key]: value });
    const told = judge(map, data(before), data(after));
    assert.equal(
      told.map(({ lane }) => lane),
      lanes,
      `${map} ${key}: ${before} → ${after}`,
    );
    for (const { field } of told) assert.is(field, `data["${key}"]`);
  }
});

/** Settings that no turn is an example of. */
function findIdle(all: readonly Setting[], examples: readonly Turn[]): string[] {
  const isTurned = ({ map, key, when }: Setting) =>
    examples.some((turn) => turn[0] === map && key.test(turn[1]) && when.holds(turn[2], turn[3]));
  return all
    .filter((setting) => setting.lane !== 'neutral' && !isTurned(setting))
    .map(({ key, when }) => `${key} ${when.name}`);
}

test('none is without an example', () => {
  assert.equal(findIdle([...settings, ...parameters], turns), []);
  assert.equal(findIdle([...settings, ...parameters], turns.slice(1)).length, 1);
});

test('other ConfigMaps are not for this judge', () => {
  const object = { name: 'settings' } as Pair['object'];
  const pair = { object, before: { data: {} }, after: { data: { 'exec.enabled': 'true' } } };
  assert.equal(judgeArgocdSettings([pair], { isNew: false, newPods: [] }), []);
});

test.run();
