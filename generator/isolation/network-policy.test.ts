// What NetworkPolicies let through, by small policies of which upstream's page says what they mean.
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type Direction,
  type Door,
  type Other,
  openingsOf,
  type Policy,
  policiesAbout,
  whyOpen,
} from './network-policy.ts';
import type { Pod } from './workloads.ts';

const test = suite('network-policy');

function pod(namespace: string, app: string): Pod {
  return {
    name: `${namespace}/${app}`,
    namespace,
    namespaceLabels: { 'kubernetes.io/metadata.name': namespace, team: namespace },
    labels: { app },
    serviceAccount: app,
    address: '10.1.0.7',
    ports: new Map([['http', 8080]]),
    inMesh: true,
    unguarded: () => false,
  };
}

const a = pod('one', 'a');
const b = pod('one', 'b');
const c = pod('two', 'a');
const outside = { address: '203.0.113.9' };
const http: Door = { port: 8080, protocol: 'TCP' };

function policy(spec: string): Policy {
  const object = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'p', namespace: 'one' },
    spec: load(spec) as NonNullable<Policy['object']['spec']>,
  };
  return { cluster: 'c', path: 'p.yaml', tenant: '', object };
}

function isOpen(specs: readonly string[], direction: Direction, other: Other, door: Door = http): boolean {
  const about = policiesAbout(specs.map(policy), direction, a);
  const listener = direction === 'Ingress' ? a : other;
  return whyOpen(openingsOf(about, direction, a, other), listener, door).length > 0;
}

const rows: readonly [
  name: string,
  specs: string[],
  direction: Direction,
  other: Other,
  open: boolean,
  door?: Door,
][] = [
  ['no policy', [], 'Ingress', c, true],
  ['a policy about other pods', ['{podSelector: {matchLabels: {app: b}}}'], 'Ingress', c, true],
  ['a policy about all pods', ['{podSelector: {}}'], 'Ingress', c, false],
  ['ingress is meant where no type is named', ['{podSelector: {}}'], 'Egress', c, true],
  ['egress too, where there are such rules', ['{podSelector: {}, egress: []}'], 'Egress', c, false],
  ['types that are named count alone', ['{podSelector: {}, policyTypes: [Egress]}'], 'Ingress', c, true],
  ['an empty rule is everybody', ['{podSelector: {}, ingress: [{}]}'], 'Ingress', outside, true],
  [
    'an empty list of peers is everybody',
    ['{podSelector: {}, ingress: [{from: []}]}'],
    'Ingress',
    outside,
    true,
  ],
  [
    'policies add up',
    ['{podSelector: {}}', '{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}'],
    'Ingress',
    b,
    true,
  ],
  [
    'pods without a namespace are of this one',
    ['{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}'],
    'Ingress',
    c,
    false,
  ],
  [
    'an empty namespace selector is every namespace',
    ['{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}'],
    'Ingress',
    c,
    true,
  ],
  [
    'both selectors of a peer must hold',
    ['{podSelector: {}, ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {app: b}}}]}]}'],
    'Ingress',
    c,
    false,
  ],
  [
    'of two peers one is enough',
    [
      '{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}, {podSelector: {matchLabels: {app: b}}}]}]}',
    ],
    'Ingress',
    c,
    true,
  ],
  [
    'In',
    [
      '{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: team, operator: In, values: [two]}]}}]}]}',
    ],
    'Ingress',
    c,
    true,
  ],
  [
    'NotIn',
    [
      '{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: team, operator: NotIn, values: [two]}]}}]}]}',
    ],
    'Ingress',
    c,
    false,
  ],
  [
    'NotIn holds for a label that is not there',
    [
      '{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: x, operator: NotIn, values: [two]}]}}]}]}',
    ],
    'Ingress',
    c,
    true,
  ],
  [
    'Exists',
    [
      '{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: team, operator: Exists}]}}]}]}',
    ],
    'Ingress',
    c,
    true,
  ],
  [
    'DoesNotExist',
    [
      '{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: team, operator: DoesNotExist}]}}]}]}',
    ],
    'Ingress',
    c,
    false,
  ],
  [
    'a range',
    ['{podSelector: {}, egress: [{to: [{ipBlock: {cidr: 203.0.113.0/24}}]}]}'],
    'Egress',
    outside,
    true,
  ],
  [
    'a range but for a part',
    ['{podSelector: {}, egress: [{to: [{ipBlock: {cidr: 203.0.113.0/24, except: [203.0.113.8/30]}}]}]}'],
    'Egress',
    outside,
    false,
  ],
  [
    'a range has pods in it',
    ['{podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.1.0.0/16}}]}]}'],
    'Egress',
    c,
    true,
  ],
  [
    'selectors mean no address',
    ['{podSelector: {}, egress: [{to: [{namespaceSelector: {}}]}]}'],
    'Egress',
    outside,
    false,
  ],
  ['another port', ['{podSelector: {}, ingress: [{ports: [{port: 80}]}]}'], 'Ingress', c, false],
  [
    'a range of ports',
    ['{podSelector: {}, ingress: [{ports: [{port: 8000, endPort: 8100}]}]}'],
    'Ingress',
    c,
    true,
  ],
  [
    'TCP is meant where no protocol is named',
    ['{podSelector: {}, ingress: [{ports: [{port: 8080}]}]}'],
    'Ingress',
    c,
    false,
    { port: 8080, protocol: 'UDP' },
  ],
  [
    'a protocol alone is all its ports',
    ['{podSelector: {}, ingress: [{ports: [{protocol: UDP}]}]}'],
    'Ingress',
    c,
    true,
    { port: 9, protocol: 'UDP' },
  ],
  [
    "a name is the listener's port",
    ['{podSelector: {}, egress: [{ports: [{port: http}]}]}'],
    'Egress',
    c,
    true,
  ],
  [
    'a name that the listener does not have',
    ['{podSelector: {}, egress: [{ports: [{port: admin}]}]}'],
    'Egress',
    c,
    false,
  ],
];

for (const [name, specs, direction, other, open, door] of rows) {
  test(name, () => assert.is(isOpen(specs, direction, other, door), open));
}

test.run();
