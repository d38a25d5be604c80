// AuthorizationPolicies before and after, judged and counted: requests are tried one by one against the rules as Istio tells
// them, and the judge must have said so.
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Manifest, Pair } from '../../knowledge.ts';
import { judgeAuthorization } from './judge.ts';

const test = suite('judge of authorization policies');

interface Source {
  readonly principals?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly notPrincipals?: readonly string[];
}

interface Operation {
  readonly paths?: readonly string[];
  readonly notPaths?: readonly string[];
  readonly methods?: readonly string[];
}

interface Rule {
  readonly from?: readonly { readonly source: Source }[];
  readonly to?: readonly { readonly operation: Operation }[];
}

interface Spec {
  readonly action?: string;
  readonly selector?: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly rules?: readonly Rule[];
}

const callers = [
  '',
  ...['td', 'else'].flatMap((domain) =>
    ['a', 'b', 'c'].flatMap((namespace) => ['x', 'y'].map((name) => `${domain}/ns/${namespace}/sa/${name}`)),
  ),
];
/** Traffic that is no HTTP has none. */
const paths = ['', '/', '/a', '/a/b', '/ab', '/b'];
const methods = ['GET', 'POST', 'PUT'];
const workloads = ['p', 'q', 'of no policy'];

const one = <Value>(...values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
// Not both: what no caller can be, a text can.
const sources: fc.Arbitrary<Source> = fc.oneof(
  fc.record(
    { principals: one('td/ns/a/sa/x', 'td/ns/a/*', '*/sa/x', '*'), notPrincipals: one('td/ns/a/sa/x') },
    { requiredKeys: [] },
  ),
  fc.record(
    { namespaces: one('a', 'b'), notPrincipals: one('td/ns/a/sa/x') },
    { requiredKeys: ['namespaces'] },
  ),
);
const operations: fc.Arbitrary<Operation> = fc.record(
  { paths: one('/a', '/a*', '/*', '/b'), notPaths: one('/a/*'), methods: one('GET', 'POST') },
  { requiredKeys: [] },
);
const rules: fc.Arbitrary<Rule> = fc.record(
  {
    from: fc.array(
      sources.map((source) => ({ source })),
      { minLength: 1, maxLength: 2 },
    ),
    to: fc.array(
      operations.map((operation) => ({ operation })),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);
const specsOf = (...actions: string[]): fc.Arbitrary<Spec> =>
  fc.record(
    {
      action: fc.constantFrom(...actions),
      selector: fc.constantFrom('p', 'q').map((app) => ({ matchLabels: { app } })),
      rules: fc.array(rules, { maxLength: 2 }),
    },
    { requiredKeys: ['action'] },
  );

interface Request {
  readonly caller: string;
  readonly path: string;
  readonly method: string;
}

const requests = callers.flatMap((caller) =>
  paths.flatMap((path) => methods.map((method) => ({ caller, path, method }))),
);

function fits(text: string, pattern: string): boolean {
  if (pattern === '*') return text !== '';
  if (pattern.startsWith('*')) return text.endsWith(pattern.slice(1));
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}

function isIn(text: string, list: readonly string[] | undefined): boolean {
  return list === undefined || list.some((pattern) => fits(text, pattern));
}

function isOut(text: string, list: readonly string[] | undefined): boolean {
  return list === undefined || !list.some((pattern) => fits(text, pattern));
}

function matches({ from, to }: Rule, { caller, path, method }: Request): boolean {
  const namespace = /\/ns\/([^/]+)\//.exec(caller)?.[1] ?? '';
  const isFrom = (from ?? [{ source: {} }]).some(
    ({ source }) =>
      isIn(caller, source.principals) &&
      isIn(namespace, source.namespaces) &&
      isOut(caller, source.notPrincipals),
  );
  const isTo = (to ?? [{ operation: {} }]).some(
    ({ operation }) =>
      isIn(path, operation.paths) && isOut(path, operation.notPaths) && isIn(method, operation.methods),
  );
  return isFrom && isTo;
}

function isAllowed(all: readonly Spec[], app: string, request: Request): boolean {
  const own = all.filter(({ selector }) => selector === undefined || selector.matchLabels.app === app);
  const hits = (action: string) =>
    own
      .filter((spec) => (spec.action ?? 'ALLOW') === action)
      .some((spec) => (spec.rules ?? []).some((rule) => matches(rule, request)));
  if (hits('DENY')) return false;
  return !own.some((spec) => (spec.action ?? 'ALLOW') === 'ALLOW') || hits('ALLOW');
}

function exceeds(some: readonly Spec[], others: readonly Spec[]): boolean {
  return workloads.some((app) =>
    requests.some((request) => isAllowed(some, app, request) && !isAllowed(others, app, request)),
  );
}

function lanesOf(before: readonly Spec[], after: readonly Spec[]): Set<string> {
  const object = {
    cluster: 'prod-use1',
    tenant: 'acme',
    application: 'prod-use1/tenants/acme/foundation',
    group: 'security.istio.io',
    kind: 'AuthorizationPolicy',
    namespace: 't-acme',
    file: 'mesh.yaml',
  };
  const at = (side: readonly Spec[], index: number): Manifest | undefined =>
    side[index] === undefined ? undefined : { spec: side[index] };
  const pairs: Pair[] = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
    object: { ...object, name: `policy-${index}` },
    before: at(before, index),
    after: at(after, index),
  }));
  return new Set(judgeAuthorization(pairs, { isNew: false, newPods: [] }).map(({ lane }) => lane));
}

const listOf = (...actions: string[]) => fc.array(specsOf(...actions), { minLength: 1, maxLength: 3 });

/** What the mesh as a whole may say, which nobody who sees one tenant can know. */
const denyAll: Spec = { action: 'ALLOW' };

function mayExceed(some: readonly Spec[], others: readonly Spec[]): boolean {
  return exceeds(some, others) || exceeds([...some, denyAll], [...others, denyAll]);
}

test('of policies that allow, an exposure is told exactly when some request is let in that was not', () => {
  fc.assert(
    fc.property(listOf('ALLOW'), fc.array(specsOf('ALLOW', 'AUDIT'), { maxLength: 3 }), (before, after) => {
      const lanes = lanesOf(before, after);
      assert.is(lanes.has('exposure'), mayExceed(after, before), JSON.stringify({ before, after }));
      assert.is(lanes.has('downtime'), exceeds(before, after), JSON.stringify({ before, after }));
    }),
    { numRuns: 150 },
  );
});

test('with policies that deny none is missed', () => {
  fc.assert(
    fc.property(listOf('ALLOW', 'DENY'), listOf('ALLOW', 'DENY'), (before, after) => {
      if (exceeds(after, before))
        assert.ok(lanesOf(before, after).has('exposure'), JSON.stringify({ before, after }));
    }),
    { numRuns: 150 },
  );
});

test('order and repetition mean nothing', () => {
  fc.assert(
    fc.property(listOf('ALLOW', 'DENY', 'CUSTOM'), (before) => {
      assert.is(lanesOf(before, [...before.toReversed(), ...before.slice(0, 1)]).size, 0);
    }),
    { numRuns: 100 },
  );
});

test.run();
