// Which rewritings of a policy change what it allows, or what it refuses.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ObjectRef } from '../object.ts';
import { judgePolicy } from './judge.ts';

const test = suite('policies');

const role = 'arn:aws:iam::111122223333:role/acme-app';
const claims = 'arn:aws:s3:::acme-claims/*';

type Fields = Readonly<Record<string, unknown>>;

function statement(fields: Fields): Fields {
  return { Effect: 'Allow', Action: 's3:GetObject', Resource: claims, ...fields };
}

function policy(...statements: readonly Fields[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function objectOf(kind: string): ObjectRef {
  const place = { cluster: 'prod-use1', tenant: 'acme', application: 'prod-use1/tenants/acme/foundation' };
  return { ...place, file: 'f.yaml', group: 's3.aws.m.upbound.io', kind, namespace: 't-acme', name: 'acme' };
}

interface Sides {
  readonly before: unknown;
  readonly after: unknown;
  readonly kind?: string;
  readonly field?: string;
  readonly isNew?: boolean;
}

function judge({ before, after, kind = 'RolePolicy', field = 'policy', isNew = false }: Sides): string[] {
  const side = (text: unknown) =>
    text === undefined ? undefined : { spec: { forProvider: { [field]: text } } };
  const pair = { object: objectOf(kind), before: side(before), after: side(after) };
  return judgePolicy([pair], { isNew, newPods: [] }).map(({ lane }) => lane);
}

const one = policy(statement({}));

const changes: readonly (readonly [name: string, before: string, after: string, lanes: readonly string[]])[] =
  [
    ['an action more', one, policy(statement({ Action: ['s3:GetObject', 's3:PutObject'] })), ['exposure']],
    ['an action less', policy(statement({ Action: ['s3:GetObject', 's3:PutObject'] })), one, ['downtime']],
    ['a star for an action', one, policy(statement({ Action: 's3:Get*' })), ['exposure']],
    ['an action in another case', one, policy(statement({ Action: 'S3:getobject' })), []],
    ['a list of one', one, policy(statement({ Action: ['s3:GetObject'], Resource: [claims] })), []],
    ['another Sid', policy(statement({ Sid: 'a' })), policy(statement({ Sid: 'b' })), []],
    [
      'one statement as two',
      policy(statement({ Action: ['s3:GetObject', 's3:PutObject'] })),
      policy(statement({ Action: 's3:PutObject' }), statement({})),
      [],
    ],
    [
      'a statement that says nothing new',
      one,
      policy(statement({}), statement({ Resource: 'arn:aws:s3:::acme-claims/2026/*' })),
      [],
    ],
    [
      'another resource',
      one,
      policy(statement({ Resource: 'arn:aws:s3:::acme-eu-claims/*' })),
      ['exposure', 'downtime'],
    ],
    ['a wider resource', one, policy(statement({ Resource: 'arn:aws:s3:::acme*' })), ['exposure']],
    [
      'a condition removed',
      policy(statement({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } })),
      one,
      ['exposure'],
    ],
    [
      'a condition added',
      one,
      policy(statement({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } })),
      ['downtime'],
    ],
    [
      'equals to like',
      policy(statement({ Condition: { StringEquals: { k: 'a' } } })),
      policy(statement({ Condition: { StringLike: { k: 'a*' } } })),
      ['exposure'],
    ],
    [
      'a value as a statement of its own',
      policy(statement({ Condition: { StringEquals: { k: ['a', 'b'] } } })),
      policy(
        statement({ Condition: { StringEquals: { k: 'b' } } }),
        statement({ Condition: { StringEquals: { k: 'a' } } }),
      ),
      [],
    ],
    [
      'a refusal removed',
      policy(statement({}), statement({ Effect: 'Deny', Action: 's3:*' })),
      one,
      ['exposure', 'exposure'],
    ],
    [
      'a refusal of something else removed',
      policy(statement({}), statement({ Effect: 'Deny', Action: 's3:DeleteObject' })),
      one,
      ['exposure'],
    ],
    [
      'a refusal added',
      one,
      policy(statement({}), statement({ Effect: 'Deny', Action: 's3:DeleteObject' })),
      ['downtime'],
    ],
    [
      'a refusal on fewer terms',
      policy(statement({ Effect: 'Deny', Condition: { Bool: { k: 'true' } } })),
      policy(statement({ Effect: 'Deny' })),
      ['downtime'],
    ],
    [
      'a refusal on more terms',
      policy(statement({ Effect: 'Deny' })),
      policy(statement({ Effect: 'Deny', Condition: { Bool: { k: 'true' } } })),
      ['exposure'],
    ],
    [
      'everything but one action',
      policy(statement({ Action: undefined, NotAction: 'iam:*' })),
      policy(statement({ Action: undefined, NotAction: ['iam:*', 'kms:*'] })),
      ['downtime'],
    ],
    [
      'one exception less',
      policy(statement({ Action: undefined, NotAction: ['iam:*', 'kms:*'] })),
      policy(statement({ Action: undefined, NotAction: 'iam:*' })),
      ['exposure'],
    ],
    [
      'an action instead of all but others',
      policy(statement({ Action: undefined, NotAction: 'iam:*' })),
      one,
      ['downtime'],
    ],
    [
      'what was refused is allowed, and still refused',
      policy(statement({ Effect: 'Deny', Action: 's3:*' })),
      policy(statement({ Effect: 'Deny', Action: 's3:*' }), statement({})),
      [],
    ],
    [
      'another language',
      policy(statement({ Resource: `arn:aws:s3:::\${aws:username}/*` })),
      policy(statement({ Resource: `arn:aws:s3:::\${aws:username}/*` })).replace('2012-10-17', '2008-10-17'),
      ['exposure', 'downtime'],
    ],
    ['no JSON', one, 'allow everything', ['exposure']],
    ['an unknown member', one, policy(statement({ Actions: '*' })), ['exposure']],
    ['a template', one, one.replace('s3:GetObject', '{{ action }}').slice(1), ['exposure']],
  ];

for (const [name, before, after, expected] of changes) {
  test(name, () => assert.equal(judge({ before, after }), expected));
}

const trust = (Principal: unknown, rest: Fields = {}) =>
  policy({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...rest });

const trusts: readonly (readonly [name: string, before: string, after: string, lanes: readonly string[]])[] =
  [
    [
      'an account by its number',
      trust({ AWS: '111122223333' }),
      trust({ AWS: 'arn:aws:iam::111122223333:root' }),
      [],
    ],
    ['everybody, written otherwise', trust('*'), trust({ AWS: ['*'] }), []],
    ['everybody', trust({ AWS: role }), trust('*'), ['exposure']],
    ['one of everybody', trust('*'), trust({ AWS: role }), ['downtime']],
    [
      'another service',
      trust({ Service: 'ec2.amazonaws.com' }),
      trust({ Service: 'pods.eks.amazonaws.com' }),
      ['exposure', 'downtime'],
    ],
    ['a role of the account', trust({ AWS: '111122223333' }), trust({ AWS: role }), ['exposure', 'downtime']],
    [
      'all but one',
      trust({ AWS: role }),
      policy({ Effect: 'Allow', NotPrincipal: { AWS: role }, Action: 'sts:AssumeRole' }),
      ['exposure', 'downtime'],
    ],
    ['an unknown kind of principal', trust({ AWS: role }), trust({ Robot: 'x' }), ['exposure']],
  ];

for (const [name, before, after, expected] of trusts) {
  test(`trust: ${name}`, () =>
    assert.equal(judge({ before, after, kind: 'Role', field: 'assumeRolePolicy' }), expected));
}

test('a new policy of something else widens, of a new tenant only if it is open', () => {
  const everything = policy(statement({ Action: '*', Resource: '*' }));
  assert.equal(judge({ before: undefined, after: one }), ['exposure']);
  assert.equal(judge({ before: undefined, after: one, isNew: true }), []);
  assert.equal(judge({ before: undefined, after: everything, isNew: true }), ['exposure']);
  assert.equal(judge({ before: undefined, after: policy(statement({ Resource: '*' })), isNew: true }), [
    'exposure',
  ]);
  const open = policy(statement({ Principal: '*' }));
  assert.equal(judge({ before: undefined, after: open, kind: 'BucketPolicy', isNew: true }), ['exposure']);
  const bound = policy(
    statement({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
  );
  assert.equal(judge({ before: undefined, after: bound, kind: 'BucketPolicy', isNew: true }), []);
});

test('a new key with a policy of its own widens nothing', () => {
  const own = policy({ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'kms:*', Resource: '*' });
  assert.equal(judge({ before: undefined, after: own, kind: 'Key' }), []);
});

test('a policy that goes lifts what it refused and takes what it allowed', () => {
  const refusal = policy(statement({ Effect: 'Deny', Principal: '*' }));
  assert.equal(judge({ before: refusal, after: undefined, kind: 'BucketPolicy' }), ['exposure']);
  assert.equal(judge({ before: one, after: undefined }), ['downtime']);
  assert.equal(judge({ before: refusal, after: undefined, kind: 'Key' }), []);
});

test.run();
