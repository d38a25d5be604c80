// Schemas written by hand: each is closed everywhere, and wins over a package that does not know a field yet.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadKinds, ownSchemas } from './kinds.ts';

const test = suite('kinds');

/** Objects of a schema that let through fields it does not list. */
function listOpen(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, additionalProperties, properties } = schema as Record<string, unknown>;
  const isOpen = (type === 'object' || properties !== undefined) && additionalProperties === undefined;
  const below = Object.entries(schema).flatMap(([key, value]) => listOpen(value, `${path}/${key}`));
  return isOpen ? [path, ...below] : below;
}

const files = globSync('*/*.json', { cwd: ownSchemas });

for (const file of files) {
  test(`${file} is closed`, () => {
    assert.is(listOpen(JSON.parse(readFileSync(join(ownSchemas, file), 'utf8')), '').join(), '');
    assert.match(basename(file), /^[a-z]+_v\d[a-z0-9]*\.json$/);
  });
}

test('an open object is found', () => {
  const open = { type: 'object', properties: { a: { type: 'object' } }, additionalProperties: false };
  assert.is(listOpen(open, '').join(), '/properties/a');
});

const store = (aws: object) => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'SecretStore',
  metadata: { name: 'own', namespace: 't-acme' },
  spec: { provider: { aws: { service: 'SecretsManager', region: 'us-east-1', ...aws } } },
});

test('a field that the package lacks is known, one that nobody has is not', () => {
  const validate = loadKinds(['external-secrets.io/v1 SecretStore']).get(
    'external-secrets.io/v1 SecretStore',
  );
  assert.is(validate?.(store({ sessionTagsPolicy: 'Simple' })).length, 0);
  assert.is(validate?.(store({ sessionTagsPolicy: 'simple' })).length, 1);
  assert.is(validate?.(store({ sesionTagsPolicy: 'Simple' })).length, 1);
});

const claim = (crossplane: object | undefined) => ({
  apiVersion: 'tenantry.dev/v1alpha1',
  kind: 'NetworkClaim',
  metadata: { name: 'network', namespace: 't-acme' },
  spec: {
    region: 'us-east-1',
    vpcId: 'vpc-0a1b2c3d4e5f60718',
    clusterSecurityGroupId: 'sg-0a1b2c3d4e5f60718',
    tenant: 'acme',
    cluster: 'prod-use1',
    ...(crossplane && { crossplane }),
  },
});

test('a claim says by which revision of which composition it is made, and nothing else about that', () => {
  const name = 'tenantry.dev/v1alpha1 NetworkClaim';
  const validate = loadKinds([name]).get(name);
  const mistakesIn = (crossplane?: object) => validate?.(claim(crossplane)).length;
  const matchLabels = { 'tenantry.dev/revision': '7' };
  const whole = {
    compositionRef: { name: 'networkclaims.tenantry.dev' },
    compositionUpdatePolicy: 'Automatic',
    compositionRevisionSelector: { matchLabels },
  };
  assert.is(mistakesIn(whole), 0);
  assert.is(mistakesIn(), 1);
  assert.is(mistakesIn({ ...whole, compositionUpdatePolicy: 'Manual' }), 1);
  assert.is(mistakesIn({ ...whole, compositionRevisionRef: { name: 'networkclaims-1a2b3c4' } }), 1);
  assert.is(mistakesIn({ ...whole, compositionRevisionSelector: { matchLabels: { channel: 'new' } } }), 2);
});

test('without the file the package decides', () => {
  const name = 'external-secrets.io/v1 SecretStore';
  const validate = loadKinds([name], '/nowhere').get(name);
  assert.is(validate?.(store({})).length, 0);
  assert.is(validate?.(store({ sessionTagsPolicy: 'Simple' })).length, 1);
});

test.run();
