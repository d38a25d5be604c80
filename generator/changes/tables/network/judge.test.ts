// NetworkPolicies before and after, judged and counted: every pod, peer and port that matters is tried one by one against the
// rules as Kubernetes tells them, and the judge must have said so.
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Manifest, Pair, Scope } from '../../knowledge.ts';
import { exceeds, type Peer, type Rule, type Selector, type Spec } from '../../testing/traffic.ts';
import { judgeNetworkPolicies } from './judge.ts';

const test = suite('judge of network policies');

const app = (name: string): Selector => ({ matchLabels: { app: name } });
const selectors: fc.Arbitrary<Selector> = fc.constantFrom<Selector>(
  {},
  app('a'),
  app('b'),
  { matchExpressions: [{ key: 'app', operator: 'In', values: ['a', 'b'] }] },
  { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['a'] }] },
  { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
);
const spaces = fc.constantFrom<Selector>({}, { matchLabels: { 'kubernetes.io/metadata.name': 'edge' } });
const peers: fc.Arbitrary<Peer> = fc.oneof(
  selectors.map((podSelector) => ({ podSelector })),
  spaces.map((namespaceSelector) => ({ namespaceSelector })),
  fc
    .constantFrom(
      { cidr: '10.0.0.0/24' },
      { cidr: '10.0.0.0/25' },
      { cidr: '10.0.0.128/25' },
      { cidr: '10.0.0.0/23', except: ['10.0.0.0/25'] },
      { cidr: '0.0.0.0/0' },
    )
    .map((ipBlock) => ({ ipBlock })),
);
const ports = fc.constantFrom(
  { port: 80 },
  { port: 80, endPort: 81 },
  { port: 81 },
  { protocol: 'UDP', port: 80 },
  { protocol: 'TCP' },
);
const rules = (side: 'from' | 'to'): fc.Arbitrary<Rule> =>
  fc.record(
    {
      [side]: fc.array(peers, { minLength: 1, maxLength: 2 }),
      ports: fc.array(ports, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: [] },
  );
const specs: fc.Arbitrary<Spec> = fc.record(
  {
    podSelector: selectors,
    policyTypes: fc.constantFrom(['Ingress'], ['Egress'], ['Ingress', 'Egress']),
    ingress: fc.array(rules('from'), { maxLength: 2 }),
    egress: fc.array(rules('to'), { maxLength: 2 }),
  },
  { requiredKeys: ['podSelector'] },
);

const scope: Scope = { isNew: false, newPods: [] };
const place = { cluster: 'prod-use1', tenant: 'acme', application: 'prod-use1/tenants/acme/foundation' };

function pairsOf(before: readonly Spec[], after: readonly Spec[]): Pair[] {
  const object = {
    ...place,
    group: 'networking.k8s.io',
    kind: 'NetworkPolicy',
    namespace: 't-acme',
    file: 'network.yaml',
  };
  const at = (side: readonly Spec[], index: number): Manifest | undefined =>
    side[index] === undefined ? undefined : { spec: side[index] };
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
    object: { ...object, name: `policy-${index}` },
    before: at(before, index),
    after: at(after, index),
  }));
}

const some = fc.array(specs, { minLength: 1, maxLength: 3 });

test('an exposure is told exactly when some traffic is allowed that was not', () => {
  fc.assert(
    fc.property(some, fc.array(specs, { maxLength: 3 }), (before, after) => {
      const told = judgeNetworkPolicies(pairsOf(before, after), scope);
      const lanes = new Set(told.map(({ lane }) => lane));
      assert.is(lanes.has('exposure'), exceeds(after, before), JSON.stringify({ before, after, told }));
      assert.is(lanes.has('downtime'), exceeds(before, after), JSON.stringify({ before, after, told }));
    }),
    { numRuns: 700 },
  );
});

test('one edit of one policy among several', () => {
  fc.assert(
    fc.property(some, specs, fc.nat(), (before, other, at) => {
      const after = before.map((spec, index) => (index === at % before.length ? other : spec));
      const told = judgeNetworkPolicies(pairsOf(before, after), scope);
      assert.is(
        told.some(({ lane }) => lane === 'exposure'),
        exceeds(after, before),
        JSON.stringify({ before, after }),
      );
    }),
    { numRuns: 300 },
  );
});

test('order, names and repetition mean nothing', () => {
  fc.assert(
    fc.property(some, (before) => {
      const after = [...before.toReversed(), ...before.slice(0, 1)];
      assert.equal(judgeNetworkPolicies(pairsOf(before, after), scope), []);
    }),
    { numRuns: 100 },
  );
});

test.run();
