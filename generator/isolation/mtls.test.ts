// Which connections a sidecar takes without a certificate, and which tokens it accepts, by upstream's pages.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { mtlsMode, type PeerAuthentication, type PeerAuthenticationSpec } from './mtls.ts';
import {
  type RequestAuthentication,
  type RequestAuthenticationSpec,
  type Token,
  tokenPoliciesOf,
  verdictOn,
} from './tokens.ts';
import type { Pod } from './workloads.ts';

const test = suite('mtls');
const pod = { name: 'one/a', namespace: 'one', labels: { app: 'a' } } as unknown as Pod;
const selector = { matchLabels: { app: 'a' } };

function made<Spec>(kind: string, namespace: string, spec: Spec) {
  const object = { apiVersion: 'security.istio.io/v1', kind, metadata: { name: 'p', namespace }, spec };
  return { cluster: 'c', path: 'p.yaml', tenant: '', object };
}

const peer = (namespace: string, spec: PeerAuthenticationSpec): PeerAuthentication =>
  made('PeerAuthentication', namespace, spec);
const strict = { mtls: { mode: 'STRICT' } };
const permissive = { mtls: { mode: 'PERMISSIVE' } };

const rows: readonly [name: string, policies: PeerAuthentication[], mode: string][] = [
  ['nothing is set', [], 'PERMISSIVE'],
  ['mesh-wide', [peer('root', strict)], 'STRICT'],
  ['one in another namespace', [peer('two', strict)], 'PERMISSIVE'],
  ['the namespace over the mesh', [peer('root', strict), peer('one', permissive)], 'PERMISSIVE'],
  [
    'the workload over the namespace',
    [peer('one', strict), peer('one', { selector, mtls: { mode: 'DISABLE' } })],
    'DISABLE',
  ],
  [
    'a mode that is not set is inherited',
    [peer('one', strict), peer('one', { selector, mtls: { mode: 'UNSET' } })],
    'STRICT',
  ],
  ['a selector means nothing in the root namespace', [peer('root', { selector, ...strict })], 'PERMISSIVE'],
  [
    'a port over the workload',
    [peer('one', { selector, ...strict, portLevelMtls: { 8080: { mode: 'DISABLE' } } })],
    'DISABLE',
  ],
  [
    'another port',
    [peer('one', { selector, ...strict, portLevelMtls: { 80: { mode: 'DISABLE' } } })],
    'STRICT',
  ],
  [
    'ports without a selector mean nothing',
    [peer('one', { ...strict, portLevelMtls: { 8080: { mode: 'DISABLE' } } })],
    'STRICT',
  ],
  ['of two the weaker counts', [peer('one', strict), peer('one', permissive)], 'PERMISSIVE'],
];

for (const [name, policies, mode] of rows) {
  test(name, () => assert.is(mtlsMode(policies, 'root', pod, 8080), mode));
}

const token: Token = { name: '', issuer: 'i', keys: 'k', audiences: ['x'], claims: {} };
const guard = (spec: RequestAuthenticationSpec, namespace = 'one'): RequestAuthentication =>
  made('RequestAuthentication', namespace, spec);
const jwt = (rule: object) => [guard({ jwtRules: [{ issuer: 'i', jwksUri: 'k', ...rule }] })];

test('a token is accepted by a rule for its issuer, keys and audience', () => {
  assert.is(verdictOn([], token), 'ignored');
  assert.is(verdictOn(jwt({}), token), 'accepted');
  assert.is(verdictOn(jwt({ audiences: ['x', 'y'] }), token), 'accepted');
  assert.is(verdictOn(jwt({ audiences: ['y'] }), token), 'refused');
  assert.is(verdictOn(jwt({ issuer: 'j' }), token), 'refused');
  assert.is(verdictOn(jwt({ jwksUri: 'l' }), token), 'refused');
  assert.is(verdictOn([...jwt({ issuer: 'j' }), ...jwt({})], token), 'accepted');
});

test('a sidecar obeys what is of its namespace or the root, and about it', () => {
  const isObeyed = (spec: RequestAuthenticationSpec, namespace?: string) =>
    tokenPoliciesOf([guard(spec, namespace)], 'root', pod).length === 1;
  assert.ok(isObeyed({}));
  assert.ok(isObeyed({}, 'root'));
  assert.not(isObeyed({}, 'two'));
  assert.not(isObeyed({ selector: { matchLabels: { app: 'b' } } }));
  assert.not(isObeyed({ targetRefs: [{}] }));
});

test.run();
