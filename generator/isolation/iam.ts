// Who may become a tenant's role and what the role may do, read as narrowly as IAM allows: a statement that is not plainly
// about this tenant is wrong, whatever else it might be.
import type { DeclaredCluster, DeclaredTenant } from './declared.ts';
import { parsed } from './strings.ts';

type Texts = string | readonly string[];

interface Statement {
  readonly Effect?: string;
  readonly Principal?: Readonly<Record<string, Texts>> | string;
  readonly Action?: Texts;
  readonly Resource?: Texts;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
  readonly [other: string]: unknown;
}

const members = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'];
const list = (texts: Texts | undefined): readonly string[] =>
  typeof texts === 'string' ? [texts] : (texts ?? []);

function statementsOf(text: unknown): readonly Statement[] | undefined {
  const document = typeof text === 'string' ? parsed(text) : undefined;
  const found = (document as { Statement?: Statement | readonly Statement[] } | undefined)?.Statement;
  return found === undefined ? undefined : ([found].flat() as Statement[]);
}

/** `accounts`: service accounts of the tenant whose role this may be. */
export function wrongTrust(
  text: unknown,
  accounts: readonly string[],
  cluster: DeclaredCluster,
  tenant: DeclaredTenant,
): string[] {
  const statements = statementsOf(text);
  if (statements === undefined || statements.length === 0) return ['nobody can read who may become it'];
  return statements.flatMap((statement) => [
    ...oddMembers(statement),
    ...wrongActions(statement, /^sts:(AssumeRole|TagSession|AssumeRoleWithWebIdentity)$/),
    ...wrongPrincipal(statement, accounts, cluster, tenant),
  ]);
}

function oddMembers(statement: Statement): string[] {
  const odd = Object.keys(statement).filter((key) => !members.includes(key));
  return [
    ...odd.map((key) => `a statement has ${key}, and allows everything but that`),
    ...(statement.Effect === 'Allow' ? [] : ['a statement that does not allow is not expected here']),
  ];
}

function wrongActions({ Action }: Statement, allowed: RegExp): string[] {
  const actions = list(Action);
  if (actions.length === 0) return ['a statement names no action'];
  return actions.filter((each) => !allowed.test(each)).map((each) => `it allows ${each}`);
}

function wrongPrincipal(
  { Principal, Condition = {} }: Statement,
  accounts: readonly string[],
  { input, platform }: DeclaredCluster,
  { namespace }: DeclaredTenant,
): string[] {
  const [[kind = '', who = ''] = [], ...more] =
    typeof Principal === 'object' ? Object.entries(Principal) : [];
  const values = (key: string) => list(Condition.StringEquals?.[key]);
  const isExactly = (key: string, allowed: readonly string[]) =>
    values(key).length === 1 && allowed.includes(values(key)[0] ?? '');
  const operators = Object.keys(Condition).filter((each) => each !== 'StringEquals');
  const { oidcProvider = '' } = input.identity ?? {};
  const conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
    'Service pods.eks.amazonaws.com': {
      'aws:RequestTag/eks-cluster-arn': [
        `arn:aws:eks:${input.region}:${input.account}:cluster/${input.name}`,
      ],
      'aws:RequestTag/kubernetes-namespace': [namespace],
      'aws:RequestTag/kubernetes-service-account': accounts,
    },
    [`AWS arn:aws:iam::${input.account}:role/${input.name}-${platform.secrets.serviceAccount}`]: {
      'aws:RequestTag/esoNamespace': [namespace],
    },
    [`Federated arn:aws:iam::${input.account}:oidc-provider/${oidcProvider}`]: {
      [`${oidcProvider}:sub`]: accounts.map((each) => `system:serviceaccount:${namespace}:${each}`),
      [`${oidcProvider}:aud`]: ['sts.amazonaws.com'],
    },
  };
  const needed = conditions[`${kind} ${list(who).join()}`];
  if (needed === undefined || more.length > 0) return [`${JSON.stringify(Principal)} may become it`];
  return [
    ...operators.map((each) => `who may become it is compared by ${each}`),
    ...Object.entries(needed)
      .filter(([key, allowed]) => !isExactly(key, allowed))
      .map(([key]) => `${key} is ${values(key).join() || 'anybody'}`),
  ];
}

/** Its own bucket, queue, secrets and key, exactly; ARNs themselves are compared where all ARNs are. */
export function wrongPermissions(text: unknown, cluster: DeclaredCluster, tenant: DeclaredTenant): string[] {
  const statements = statementsOf(text);
  if (statements === undefined || statements.length === 0) return ['nobody can read what it allows'];
  return statements.flatMap((statement) => [
    ...oddMembers(statement),
    ...wrongActions(statement, /^(s3|sqs|kms|secretsmanager):[A-Z][A-Za-z]+$/),
    ...(list(statement.Resource).length === 0 ? ['a statement names no resource'] : []),
    ...list(statement.Resource)
      .filter((each) => !each.startsWith('arn:'))
      .map((each) => `it is about ${each}`),
    ...wrongServices(statement),
    ...wrongConditions(statement, cluster, tenant),
  ]);
}

/** An action of one service about a resource of another allows nothing, or more than it seems to. */
function wrongServices({ Action, Resource }: Statement): string[] {
  const services = new Set(list(Action).map((each) => each.split(':')[0]));
  return list(Resource)
    .filter((each) => each.startsWith('arn:') && !services.has(each.split(':')[2]))
    .map((each) => `${each} is of another service than ${[...services].join()}`);
}

function wrongConditions(
  { Action, Resource, Condition = {} }: Statement,
  { input }: DeclaredCluster,
  { id }: DeclaredTenant,
): string[] {
  const texts = (operator: string, key: string) => list(Condition[operator]?.[key]).join();
  const known = ['StringEquals', 'ForAnyValue:StringEquals', 'StringLike'];
  const isKey = list(Resource).some((each) => each.includes(':kms:'));
  const isListing = list(Action).includes('s3:ListBucket');
  const via = texts('StringEquals', 'kms:ViaService');
  // Objects that were copied have the key of copies.
  const ownAliases = [
    `alias/t-${id}`,
    ...(via.startsWith('s3.') ? [`alias/t-${id},alias/t-${id}/copies`] : []),
  ];
  // Fields of a database are encrypted by hand, and each ciphertext says whose it is.
  const isOfFields = texts('StringEquals', 'kms:EncryptionContext:tenant') === id;
  return [
    ...Object.keys(Condition)
      .filter((each) => !known.includes(each))
      .map((each) => `it is compared by ${each}`),
    ...(isKey && !ownAliases.includes(texts('ForAnyValue:StringEquals', 'kms:ResourceAliases'))
      ? ['it may use keys of others']
      : []),
    ...(isKey && !via.endsWith(`.${input.region}.amazonaws.com`) && !isOfFields
      ? ['it may use the key by itself']
      : []),
    ...(isListing && texts('StringLike', 's3:prefix') !== `${id}/*`
      ? ['it may list what is not its own']
      : []),
  ];
}
