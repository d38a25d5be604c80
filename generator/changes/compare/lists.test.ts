// Which lists have an order, and what their items are told apart by.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { hasPlaces, isOrdered, isUndivided, keyOf } from './lists.ts';

const test = suite('lists');

test('lists whose order counts', () => {
  const fields =
    `args assumeRoleChain command generators http initContainers ipFamilies member orderedCacheBehavior patches
    pipeline preferredCacheClusterAzs steps tcp`.split(/\s+/);
  for (const field of fields) {
    assert.ok(isOrdered(field, []), field);
    assert.ok(hasPlaces(field, []), field);
  }
  for (const field of ['verbs', 'containers', 'egress', '', 'ports', 'filter'])
    assert.not(isOrdered(field, []), field);
});

test('rules for TLS have an order, hosts with a certificate have none', () => {
  assert.ok(isOrdered('tls', [{ match: [] }, { match: [] }]));
  assert.not(isOrdered('tls', [{ match: [] }, { hosts: [] }]));
  assert.not(isOrdered('tls', [{ hosts: [] }]));
  assert.not(isOrdered('tls', ['match', null]));
  assert.not(hasPlaces('tls', [{ hosts: [] }]));
});

test('blocks of one item, and lists that are one value', () => {
  for (const field of ['abortIncompleteMultipartUpload', 'expiration', 'noncurrentVersionExpiration']) {
    assert.ok(hasPlaces(field, []), field);
  }
  assert.not(hasPlaces('rule', []));
  assert.ok(isUndivided('managementPolicies'));
  assert.not(isUndivided('verbs'));
});

/** The key of one item, as a list of its field tells it. */
function keyIn(field: string, ...items: readonly unknown[]): string | undefined {
  return keyOf(field, [items, []])?.(items[0]);
}

test('what items are told apart by', () => {
  const rows: readonly (readonly [field: string, item: object, key: string])[] = [
    ['containers', { name: 'a' }, 'a'],
    ['tags', { key: 'a', value: 'b' }, 'a'],
    ['rules', { id: 'a' }, 'a'],
    ['Statement', { Sid: 'a' }, 'a'],
    ['Rules', { Name: 'a' }, 'a'],
    ['rules', { alert: 'a' }, 'a'],
    ['rules', { record: 'a' }, 'a'],
    ['values', { metric: 'a' }, 'a'],
    ['containerPolicies', { containerName: 'a' }, 'a'],
    ['data', { secretKey: 'a' }, 'a'],
    ['hostAliases', { ip: '10.0.0.1' }, '10.0.0.1'],
    ['jwtRules', { issuer: 'a' }, 'a'],
    ['limits', { type: 'Container' }, 'Container'],
    ['metrics', { type: 'Pods' }, 'Pods'],
    ['option', { optionName: 'a' }, 'a'],
    ['origin', { originId: 'a' }, 'a'],
    ['originGroup', { originId: 'a' }, 'a'],
    ['pipeline', { step: 'a' }, 'a'],
    ['ports', { containerPort: 80 }, '80'],
    ['ports', { port: 80, protocol: 'TCP' }, '80'],
    ['ports', { number: 80, protocol: 'HTTP' }, '80/HTTP'],
    ['ports', { port: 80, protocol: 'UDP' }, '80/UDP'],
    ['ports', { port: 'http', protocol: 'UDP' }, 'http'],
    ['rule', { id: 'a', name: 'b' }, 'a'],
    ['rule', { ruleName: 'a' }, 'a'],
    ['rule', { name: 'a' }, 'a'],
    ['topologySpreadConstraints', { topologyKey: 'zone' }, 'zone'],
    ['volumeDevices', { devicePath: '/a' }, '/a'],
    ['volumeMounts', { mountPath: '/a', name: 'b' }, '/a'],
  ];
  for (const [field, item, key] of rows)
    assert.is(keyIn(field, item), key, `${field} ${JSON.stringify(item)}`);
});

test('items that have no key of their own, or share one, are a set', () => {
  assert.is(keyIn('containers', { name: 'a' }, { name: 'a' }), undefined);
  assert.is(keyIn('containers', { name: 'a' }, {}), undefined);
  assert.is(keyIn('containers', { name: true }), undefined);
  assert.is(keyIn('containers', 'a'), undefined);
  assert.is(keyIn('containers', { name: 'a' }, null), undefined);
  assert.is(keyIn('hostAliases', { name: 'a' }), undefined);
  assert.is(keyOf('containers', [[{ name: 'a' }], [{}]]), undefined);
  assert.ok(keyOf('containers', [[], []]));
});

test.run();
