// Roles as boxes, against the API server's own way to decide, request by request; and how rights are told.
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { covers } from './box.ts';
import { rightsOf } from './roles.ts';

const test = suite('roles');

interface Rule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
}

const rules: fc.Arbitrary<Rule> = fc.record(
  {
    verbs: fc.subarray(['get', 'list', '*'], { minLength: 1 }),
    apiGroups: fc.subarray(['', 'apps', '*'], { minLength: 1 }),
    resources: fc.subarray(['pods', 'pods/log', 'secrets', '*/log', '*'], { minLength: 1, maxLength: 2 }),
    resourceNames: fc.subarray(['one', 'two'], { minLength: 1 }),
  },
  { requiredKeys: ['verbs', 'apiGroups', 'resources'] },
);

interface Request {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly part: string;
  readonly name: string;
}

const requests: readonly Request[] = ['get', 'list', 'delete'].flatMap((verb) =>
  ['', 'apps', 'batch'].flatMap((group) =>
    ['pods', 'secrets', 'nodes'].flatMap((resource) =>
      ['', 'log', 'exec'].flatMap((part) =>
        ['one', 'two', 'three'].map((name) => ({ verb, group, resource, part, name })),
      ),
    ),
  ),
);

/** As VerbMatches, APIGroupMatches, ResourceMatches and ResourceNameMatches do. */
function allows(rule: Rule, { verb, group, resource, part, name }: Request): boolean {
  const full = part === '' ? resource : `${resource}/${part}`;
  const isResource = rule.resources.some(
    (one) => one === '*' || one === full || (part !== '' && one === `*/${part}`),
  );
  return (
    (rule.verbs.includes('*') || rule.verbs.includes(verb)) &&
    (rule.apiGroups.includes('*') || rule.apiGroups.includes(group)) &&
    isResource &&
    (rule.resourceNames === undefined || rule.resourceNames.includes(name))
  );
}

test('rules cover others exactly when every request that these allow is allowed by those', () => {
  const some = fc.array(rules, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(some, some, (before, after) => {
      const allowed = requests.filter((request) => after.some((rule) => allows(rule, request)));
      const isSmaller = allowed.every((request) => before.some((rule) => allows(rule, request)));
      const old = rightsOf(before).map(({ box }) => box);
      const isCovered = rightsOf(after).every(({ box }) => covers(old, box));
      assert.is(isCovered, isSmaller, JSON.stringify({ before, after }));
    }),
    { numRuns: 1000 },
  );
});

test('paths', () => {
  const right = (...nonResourceURLs: string[]) =>
    rightsOf([{ nonResourceURLs, verbs: ['get'] }]).map(({ box }) => box);
  const rows: [outer: string[], inner: string, isCovered: boolean][] = [
    [['*'], '/healthz', true],
    [['/healthz/*'], '/healthz/etcd', true],
    [['/healthz/*'], '/healthz', false],
    [['/healthz'], '/healthz/*', false],
    [['/a*', '/b*'], '/ab*', true],
  ];
  for (const [outer, inner, isCovered] of rows) {
    assert.is(
      right(inner).every((box) => covers(right(...outer), box)),
      isCovered,
      `${outer} ${inner}`,
    );
  }
  assert.not(
    covers(
      right('*'),
      rightsOf([{ verbs: ['get'], apiGroups: [''], resources: ['pods'] }])[0]?.box ?? new Map(),
    ),
  );
});

test('rights in words', () => {
  const rows: [rule: object, words: string][] = [
    [{ verbs: ['get', 'list'], apiGroups: [''], resources: ['secrets'] }, 'get, list secrets'],
    [{ verbs: ['*'], apiGroups: ['apps'], resources: ['deployments'] }, 'all verbs on deployments.apps'],
    [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }, 'all verbs on * of all groups'],
    [
      { verbs: ['get'], apiGroups: [''], resources: ['configmaps'], resourceNames: ['a', 'b'] },
      'get configmaps named a, b',
    ],
    [{ verbs: ['get'], nonResourceURLs: ['/metrics'] }, 'get /metrics'],
    [{ verbs: ['*'], nonResourceURLs: ['*'] }, 'all verbs on every path of the API server'],
  ];
  for (const [rule, words] of rows) assert.is(rightsOf([rule])[0]?.words, words);
  assert.equal(rightsOf(undefined), []);
});

test.run();
