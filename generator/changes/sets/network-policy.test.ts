// NetworkPolicies as boxes: what a policy isolates by default, and how peers and ports are told.
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readPolicy } from './network-policy.ts';

const test = suite('network policies');

function read(spec: string) {
  return readPolicy({ spec: load(spec) as object }, 't-acme');
}

test('directions that a policy isolates', () => {
  const rows: [spec: string, isolates: string[]][] = [
    ['{podSelector: {}}', ['ingress']],
    ['{podSelector: {}, egress: [{}]}', ['ingress', 'egress']],
    ['{podSelector: {}, egress: []}', ['ingress']],
    ['{podSelector: {}, policyTypes: [Egress]}', ['egress']],
    ['{podSelector: {}, policyTypes: [Egress], ingress: [{}]}', ['egress']],
    ['{podSelector: {}, policyTypes: [Ingress, Egress]}', ['ingress', 'egress']],
  ];
  for (const [spec, isolates] of rows) assert.equal(read(spec).isolates, isolates, spec);
});

test('rules of a direction that is not isolated count for nothing', () => {
  assert.equal(read('{podSelector: {}, policyTypes: [Egress], ingress: [{}]}').openings, []);
});

test('peers and ports in words', () => {
  const rows: [rule: string, peer: string, port: string][] = [
    ['{}', 'anywhere', 'any port'],
    ['{from: [], ports: []}', 'anywhere', 'any port'],
    ['{from: [{podSelector: {}}], ports: [{port: 80}]}', 'all pods', 'TCP/80'],
    [
      '{from: [{podSelector: {matchLabels: {app: a}}}], ports: [{protocol: UDP, port: 53}]}',
      'pods app=a',
      'UDP/53',
    ],
    [
      '{from: [{namespaceSelector: {}}], ports: [{protocol: TCP}]}',
      'all pods of all namespaces',
      'any TCP port',
    ],
    [
      '{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress}}}], ports: [{port: http}]}',
      'all pods of namespace ingress',
      'TCP/http',
    ],
    [
      '{from: [{namespaceSelector: {matchLabels: {team: a}}, podSelector: {matchLabels: {app: a}}}], ports: [{port: 1, endPort: 9}]}',
      'pods app=a of namespaces team=a',
      'TCP/1-9',
    ],
    ['{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}', '10.0.0.0/8', 'any port'],
    [
      '{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]}',
      '10.0.0.0/8 except 10.1.0.0/16',
      'any port',
    ],
    ['{from: [{}]}', 'anywhere', 'any port'],
    ['{from: [{ipBlock: {cidr: somewhere}}]}', 'somewhere', 'any port'],
  ];
  for (const [rule, peer, port] of rows) {
    const [opening, ...others] = read(`{podSelector: {}, ingress: [${rule}]}`).openings;
    assert.equal([opening?.peer, opening?.port, others.length], [peer, port, 0], rule);
  }
});

test('each peer with each port is an opening', () => {
  const { openings, pods } = read(
    '{podSelector: {matchLabels: {app: a}}, egress: [{to: [{podSelector: {}}, {ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 80}, {port: 443}]}]}',
  );
  assert.is(openings.length, 4);
  assert.is(pods, 'pods app=a');
  assert.equal(
    openings.map(({ isBlock }) => isBlock),
    [false, false, true, true],
  );
});

test.run();
