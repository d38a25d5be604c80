// What the judge says of random policies, against a small evaluator of our own.
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { judgePolicy } from './judge.ts';

const test = suite('policies, random');

type Fields = Readonly<Record<string, unknown>>;

function policy(...statements: readonly Fields[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** The lanes of a role's policy that becomes another. */
function judge(before: string, after: string): string[] {
  const place = { cluster: 'prod-use1', tenant: 'acme', application: 'prod-use1/tenants/acme/foundation' };
  const object = {
    ...place,
    file: 'f.yaml',
    group: 'iam.aws.m.upbound.io',
    kind: 'RolePolicy',
    namespace: 't-acme',
    name: 'acme',
  };
  const [old, now] = [before, after].map((text) => ({ spec: { forProvider: { policy: text } } }));
  return judgePolicy([{ object, before: old, after: now }], { isNew: false, newPods: [] }).map(
    ({ lane }) => lane,
  );
}

interface Request {
  readonly action: string;
  readonly resource: string;
  readonly tag: string | undefined;
}

/** As IAM decides: what is refused is refused, else what is allowed is. Knows only what `random` writes. */
function isAllowed(statements: readonly Fields[], { action, resource, tag }: Request): boolean {
  const matches = (patterns: unknown, value: string) =>
    (patterns as string[]).some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(value));
  const isAbout = ({ Action, NotAction, Resource, Condition }: Fields) => {
    const acts = Action === undefined ? !matches(NotAction, action) : matches(Action, action);
    const terms = Object.entries((Condition ?? {}) as Record<string, { k: string[] }>).every(
      ([operator, { k }]) => {
        if (operator === 'StringEquals') return tag !== undefined && k.includes(tag);
        if (operator === 'StringLike') return tag !== undefined && matches(k, tag);
        return tag === undefined || !k.includes(tag);
      },
    );
    return acts && matches(Resource, resource) && terms;
  };
  const about = statements.filter(isAbout);
  return about.length > 0 && about.every(({ Effect }) => Effect === 'Allow');
}

const some = (...values: string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const actions = some('s3:Get', 's3:Put', 's3:*', '*', 'kms:Use');
const conditions = fc.option(
  fc.dictionary(
    fc.constantFrom('StringEquals', 'StringLike', 'StringNotEquals'),
    fc.record({ k: some('a', 'ab', 'a*') }),
    {
      maxKeys: 2,
    },
  ),
  { nil: undefined },
);
const random = fc.array(
  fc
    .record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
      acts: actions,
      isNot: fc.boolean(),
      Resource: some('r/a', 'r/b', 'r/*', '*'),
      Condition: conditions,
    })
    .map(({ acts, isNot, Condition, ...rest }) => {
      const part = isNot ? { NotAction: acts } : { Action: acts };
      return { ...rest, ...part, ...(Condition !== undefined && { Condition }) } as Fields;
    }),
  { minLength: 1, maxLength: 3 },
);

const requests: readonly Request[] = ['s3:Get', 's3:Put', 'kms:Use', 'iam:Pass'].flatMap((action) =>
  ['r/a', 'r/b', 'q'].flatMap((resource) =>
    [undefined, 'a', 'ab', 'b'].map((tag) => ({ action, resource, tag })),
  ),
);

test('what becomes allowed is an exposure, what becomes refused a downtime', () => {
  fc.assert(
    fc.property(random, random, (before, after) => {
      const lanes = judge(policy(...before), policy(...after));
      for (const request of requests) {
        const [was, is] = [isAllowed(before, request), isAllowed(after, request)];
        if (!was && is) assert.ok(lanes.includes('exposure'), JSON.stringify(request));
        if (was && !is) assert.ok(lanes.includes('downtime'), JSON.stringify(request));
      }
    }),
    { numRuns: 1000 },
  );
});

test('shuffled, with other Sids and taken apart, a policy is the same', () => {
  fc.assert(
    fc.property(random, fc.nat(), (statements, seed) => {
      const apart = statements.flatMap(({ Resource, ...rest }, at) =>
        (Resource as string[]).map((single) => ({ ...rest, Sid: `s${seed}${at}`, Resource: single })),
      );
      const turned = [...apart.slice(seed % apart.length), ...apart.slice(0, seed % apart.length)];
      assert.equal(judge(policy(...statements), policy(...turned)), []);
    }),
  );
});

test.run();
