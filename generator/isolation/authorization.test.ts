// Whether a sidecar lets a request in, by small policies of which upstream's pages say what they mean.
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type AuthorizationPolicy,
  type AuthorizationPolicySpec,
  callerOf,
  narrow,
  policiesOf,
  whyAllowed,
} from './authorization.ts';
import type { Token } from './tokens.ts';
import type { Pod } from './workloads.ts';

const test = suite('authorization');
const caller = callerOf('cluster.local/ns/one/sa/a', '10.1.0.7', '198.51.100.9');
const nobody = callerOf(undefined, '10.1.0.7', '198.51.100.9');
const request = { host: 'b.one.svc.cluster.local', method: 'GET', path: '/x/y' };
const token: Token = {
  name: '',
  issuer: 'https://issuer.example',
  keys: '',
  audiences: ['shop'],
  claims: { tenant: 'one', roles: ['reader', 'writer'] },
};

function policy(spec: string, namespace = 'one'): AuthorizationPolicy {
  const metadata = { name: 'p', namespace };
  const object = {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    metadata,
    spec: load(spec) as AuthorizationPolicySpec,
  };
  return { cluster: 'c', path: 'p.yaml', tenant: '', object };
}

const rows: readonly [spec: string, open: boolean, asks?: 'nobody' | 'with a token'][] = [
  ['{}', false],
  ['{rules: []}', false],
  ['{rules: [{}]}', true, 'nobody'],
  ['{action: DENY}', true],
  ['{action: DENY, rules: [{}]}', false],
  ['{action: AUDIT, rules: [{}]}', true],
  ['{rules: [{from: [{source: {principals: ["*"]}}]}]}', true],
  ['{rules: [{from: [{source: {principals: ["*"]}}]}]}', false, 'nobody'],
  ['{rules: [{from: [{source: {principals: [cluster.local/ns/one/sa/a]}}]}]}', true],
  ['{rules: [{from: [{source: {principals: [cluster.local/ns/one/*]}}]}]}', true],
  ['{rules: [{from: [{source: {principals: ["*/sa/a"]}}]}]}', true],
  ['{rules: [{from: [{source: {principals: [cluster.local/ns/on]}}]}]}', false],
  ['{rules: [{from: [{source: {notPrincipals: [cluster.local/ns/two/sa/a]}}]}]}', true, 'nobody'],
  ['{rules: [{from: [{source: {notPrincipals: [cluster.local/ns/one/sa/a]}}]}]}', false],
  ['{rules: [{from: [{source: {namespaces: [one]}}]}]}', true],
  ['{rules: [{from: [{source: {namespaces: [one]}}]}]}', false, 'nobody'],
  ['{rules: [{from: [{source: {serviceAccounts: [one/a]}}]}]}', true],
  ['{rules: [{from: [{source: {trustDomains: [other]}}]}]}', false],
  ['{rules: [{from: [{source: {ipBlocks: [10.1.0.0/16]}}]}]}', true, 'nobody'],
  ['{rules: [{from: [{source: {remoteIpBlocks: [10.1.0.0/16]}}]}]}', false],
  ['{rules: [{from: [{source: {namespaces: [one], ipBlocks: [10.2.0.0/16]}}]}]}', false],
  ['{rules: [{from: [{source: {namespaces: [two]}}, {source: {namespaces: [one]}}]}]}', true],
  ['{rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]}', false],
  ['{rules: [{from: [{source: {requestPrincipals: [https://issuer.example/*]}}]}]}', true, 'with a token'],
  ['{rules: [{from: [{source: {requestPrincipals: [https://other.example/*]}}]}]}', false, 'with a token'],
  ['{rules: [{when: [{key: "request.auth.claims[tenant]", values: [one]}]}]}', true, 'with a token'],
  ['{rules: [{when: [{key: "request.auth.claims[tenant]", values: [one]}]}]}', false],
  ['{rules: [{when: [{key: "request.auth.claims[tenant]", values: [on]}]}]}', false, 'with a token'],
  ['{rules: [{when: [{key: "request.auth.claims[roles]", values: [writer]}]}]}', true, 'with a token'],
  ['{rules: [{when: [{key: "request.auth.claims[tenant]", notValues: [two]}]}]}', true],
  ['{rules: [{when: [{key: request.auth.audiences, values: [shop]}]}]}', true, 'with a token'],
  ['{rules: [{when: [{key: source.namespace, values: [two]}]}]}', false],
  ['{rules: [{when: [{key: destination.port, values: ["8080"]}]}]}', true],
  ['{rules: [{to: [{operation: {paths: [/x]}}]}]}', false],
  ['{rules: [{to: [{operation: {paths: [/x/*]}}]}]}', true],
  ['{rules: [{to: [{operation: {paths: ["*/y"]}}]}]}', true],
  ['{rules: [{to: [{operation: {paths: ["/{*}/y"]}}]}]}', true],
  ['{rules: [{to: [{operation: {paths: ["/{*}"]}}]}]}', false],
  ['{rules: [{to: [{operation: {paths: ["/{**}"]}}]}]}', true],
  ['{rules: [{to: [{operation: {notPaths: [/x/*]}}]}]}', false],
  ['{rules: [{to: [{operation: {methods: [POST]}}]}]}', false],
  ['{rules: [{to: [{operation: {methods: [POST]}}, {operation: {methods: [GET]}}]}]}', true],
  ['{rules: [{to: [{operation: {methods: [GET], paths: [/z]}}]}]}', false],
  ['{rules: [{to: [{operation: {ports: ["80"]}}]}]}', false],
  ['{rules: [{to: [{operation: {hosts: ["B.ONE.*"]}}]}]}', true],
];

for (const [spec, open, asks = 'a service'] of rows) {
  test(`${spec}: ${asks}`, () => {
    const held = asks === 'with a token' ? token : undefined;
    const narrowed = narrow([policy(spec)], asks === 'nobody' ? nobody : caller, held, 8080);
    assert.is(whyAllowed(narrowed, request).length > 0, open);
  });
}

test('without any policy everything is let in', () => assert.is(whyAllowed([], request).length, 1));

test('one that denies is stronger than one that allows', () => {
  const both = [
    policy('{rules: [{}]}'),
    policy('{action: DENY, rules: [{to: [{operation: {methods: [GET]}}]}]}'),
  ];
  const narrowed = narrow(both, caller, undefined, 8080);
  assert.equal(whyAllowed(narrowed, request), []);
  assert.is(whyAllowed(narrowed, { ...request, method: 'POST' }).length, 1);
});

test("a sidecar obeys policies of its namespace and of the root, about its labels, and no gateway's", () => {
  const pod = { namespace: 'one', labels: { app: 'b' } } as unknown as Pod;
  const isObeyed = (spec: string, namespace?: string) =>
    policiesOf([policy(spec, namespace)], 'root', pod).length === 1;
  assert.ok(isObeyed('{}'));
  assert.ok(isObeyed('{}', 'root'));
  assert.not(isObeyed('{}', 'two'));
  assert.ok(isObeyed('{selector: {matchLabels: {app: b}}}', 'root'));
  assert.not(isObeyed('{selector: {matchLabels: {app: c}}}'));
  assert.not(isObeyed('{targetRef: {kind: Gateway, name: g}}'));
});

test.run();
