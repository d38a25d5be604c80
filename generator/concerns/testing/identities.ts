// Who could try to become a role, and what a role could try to do, over a whole fleet: all of it, whether or not it should
// work. Names are put together here once more, as AWS and Kubernetes document them, and not taken from the generator.
import type { ResolvedService, TenantTarget } from '../../model/target.ts';
import type { AccessRequest } from './iam.ts';

/** Somebody who asks for a role. */
export interface Caller {
  readonly words: string;
  /** The one role that it may have: `<cluster>/<namespace>/<object>`. */
  readonly own: string | undefined;
  readonly request: AccessRequest;
}

export interface Attempt {
  readonly words: string;
  /** `<cluster>/<namespace>` whose thing it is. */
  readonly owner: string;
  /** Among the roles of the owner, those that may. */
  readonly may: (bearer: Bearer) => boolean;
  readonly request: AccessRequest;
}

/** The reader of secrets is no service. */
export type Bearer = ResolvedService | 'secret-reader';

const podNames = { 'aws:requesttag/kubernetes-pod-name': 'x-1', 'aws:requesttag/kubernetes-pod-uid': 'u-1' };

/** Every service account of every namespace of the target's cluster, and the operator in its name, by the cluster's mode. */
export function callersOf(target: TenantTarget): Caller[] {
  const { namespace, services } = target;
  const accounts = [...services.map(({ name }) => name), 'secret-reader', 'default', 'documents-2'];
  return [
    ...accounts.flatMap((account) => [
      podCaller(target, namespace, account),
      tokenCaller(target, namespace, account, 'sts.amazonaws.com'),
      tokenCaller(target, namespace, account, 'kubernetes'),
    ]),
    ...['external-secrets', 'argocd', 'default'].map((other) => podCaller(target, other, 'documents')),
    operatorCaller(target, 'SecretStore', 'secrets-manager'),
    operatorCaller(target, 'ClusterSecretStore', 'secrets-manager'),
    operatorCaller(target, 'SecretStore', 'another'),
    ...strangersOf(target),
  ];
}

/** A role that says of itself what only EKS or the operator may say, and a pod of which nothing is said. */
function strangersOf(target: TenantTarget): Caller[] {
  const { cluster, namespace } = target;
  const pod = podCaller(target, namespace, 'documents').request;
  const role = `AWS:arn:aws:iam::${cluster.account}:role/${namespace}-documents-${cluster.name}`;
  const operator = operatorTags(namespace, 'SecretStore', 'secrets-manager');
  const token = tokenCaller(target, namespace, 'documents', 'sts.amazonaws.com').request;
  return [
    { ...pod, principal: role },
    { ...pod, context: {} },
    { ...pod, principal: role, context: operator },
    { ...operatorCaller(target, 'SecretStore', 'secrets-manager').request, context: {} },
    { ...token, principal: `Federated:arn:aws:iam::${cluster.account}:oidc-provider/login.example` },
    { ...token, context: {} },
  ].map((request) => ({
    words: `${request.principal} with ${JSON.stringify(request.context)}`,
    own: undefined,
    request,
  }));
}

function podCaller({ cluster }: TenantTarget, namespace: string, account: string): Caller {
  const { name, region } = cluster;
  const mayBe = cluster.identity.mode === 'pod-identity' && account !== 'secret-reader';
  return {
    words: `a pod of ${name}/${namespace}/${account}`,
    // No pod runs as the reader of secrets: it is the operator's.
    own: mayBe ? `${name}/${namespace}/${account}` : undefined,
    request: {
      principal: 'Service:pods.eks.amazonaws.com',
      action: 'sts:AssumeRole',
      context: {
        ...podNames,
        'aws:requesttag/eks-cluster-arn': `arn:aws:eks:${region}:${cluster.account}:cluster/${name}`,
        'aws:requesttag/eks-cluster-name': name,
        'aws:requesttag/kubernetes-namespace': namespace,
        'aws:requesttag/kubernetes-service-account': account,
      },
    },
  };
}

function tokenCaller(
  { cluster }: TenantTarget,
  namespace: string,
  account: string,
  audience: string,
): Caller {
  const { identity, name } = cluster;
  const provider =
    identity.mode === 'irsa' ? identity.oidcProvider : `oidc.eks.${cluster.region}.amazonaws.com/id/0`;
  const mayBe = identity.mode === 'irsa' && audience === 'sts.amazonaws.com';
  return {
    words: `a token for ${audience} of ${name}/${namespace}/${account}`,
    own: mayBe ? `${name}/${namespace}/${account}` : undefined,
    request: {
      principal: `Federated:arn:aws:iam::${cluster.account}:oidc-provider/${provider}`,
      action: 'sts:AssumeRoleWithWebIdentity',
      context: {
        [`${provider.toLowerCase()}:aud`]: audience,
        [`${provider.toLowerCase()}:sub`]: `system:serviceaccount:${namespace}:${account}`,
      },
    },
  };
}

function operatorCaller({ cluster, namespace }: TenantTarget, kind: string, store: string): Caller {
  const mayBe =
    cluster.identity.mode === 'pod-identity' && kind === 'SecretStore' && store === 'secrets-manager';
  return {
    words: `the operator of ${cluster.name} for the ${kind} ${store} of ${namespace}`,
    own: mayBe ? `${cluster.name}/${namespace}/secret-reader` : undefined,
    request: {
      principal: `AWS:arn:aws:iam::${cluster.account}:role/${cluster.name}-external-secrets`,
      action: 'sts:AssumeRole',
      context: operatorTags(namespace, kind, store),
    },
  };
}

function operatorTags(namespace: string, kind: string, store: string): Record<string, string> {
  return {
    'aws:requesttag/esonamespace': namespace,
    'aws:requesttag/esostorekind': kind,
    'aws:requesttag/esostorename': store,
  };
}

const isService = (bearer: Bearer): bearer is ResolvedService => typeof bearer !== 'string';
const needs = (need: 'bucket' | 'key' | 'queue') => (bearer: Bearer) =>
  isService(bearer) && bearer.needs.includes(need);
const nobody = () => false;

/** What there is of one tenant on one cluster, and everything that somebody could do to it. */
export function attemptsOn(target: TenantTarget): Attempt[] {
  const owner = `${target.cluster.name}/${target.namespace}`;
  return [...objects(target), ...jobs(target), ...secrets(target), ...keys(target)].map((attempt) => ({
    ...attempt,
    owner,
    words: `${attempt.request.action} on ${attempt.words} of ${owner}`,
  }));
}

type Part = Omit<Attempt, 'owner'>;

function objects({ cluster, tenant, platform }: TenantTarget): Part[] {
  const bucket = `arn:aws:s3:::${platform.organisation.id}-t-${tenant.id}-documents-${cluster.region}`;
  const own = `${bucket}/${tenant.id}/2026/letter.pdf`;
  const on = (action: string, resource: string, may: Part['may'], context = {}): Part => ({
    words: resource,
    may,
    request: { action: `s3:${action}`, resource, context },
  });
  return [
    ...['GetObject', 'PutObject', 'DeleteObject'].map((action) => on(action, own, needs('bucket'))),
    on('ListBucket', bucket, needs('bucket'), { 's3:prefix': `${tenant.id}/2026/` }),
    // Beside the prefix, below a longer one, and the whole bucket.
    ...[`${bucket}/x`, `${bucket}/${tenant.id}`, `${bucket}/${tenant.id}-zz/x`].map((key) =>
      on('GetObject', key, nobody),
    ),
    ...[`${tenant.id}-zz/`, tenant.id, ''].map((prefix) =>
      on('ListBucket', bucket, nobody, { 's3:prefix': prefix }),
    ),
    on('ListBucket', bucket, nobody),
    ...['DeleteObjectVersion', 'PutObjectAcl', 'BypassGovernanceRetention'].map((action) =>
      on(action, own, nobody),
    ),
    ...['DeleteBucket', 'PutBucketPolicy', 'ListBucketVersions'].map((action) => on(action, bucket, nobody)),
  ];
}

function jobs({ cluster, tenant, services }: TenantTarget): Part[] {
  const name = services.find((service) => service.kind === 'worker')?.queue.name ?? 'jobs';
  const isWorker = (bearer: Bearer) => isService(bearer) && bearer.kind === 'worker';
  const on = (queue: string, action: string, may: Part['may']): Part => {
    const resource = `arn:aws:sqs:${cluster.region}:${cluster.account}:${queue}`;
    return { words: resource, may, request: { action: `sqs:${action}`, resource, context: {} } };
  };
  const queue = `t-${tenant.id}-${name}`;
  return [
    on(queue, 'SendMessage', (bearer) => needs('queue')(bearer) && !isWorker(bearer)),
    ...['ReceiveMessage', 'DeleteMessage', 'ChangeMessageVisibility'].map((action) =>
      on(queue, action, isWorker),
    ),
    ...['PurgeQueue', 'DeleteQueue', 'SetQueueAttributes', 'AddPermission'].map((action) =>
      on(queue, action, nobody),
    ),
    ...['SendMessage', 'ReceiveMessage'].map((action) => on(`${queue}-2`, action, nobody)),
  ];
}

function secrets({ cluster, tenant }: TenantTarget): Part[] {
  const arn = `arn:aws:secretsmanager:${cluster.region}:${cluster.account}:secret:`;
  const on = (name: string, action: string, may: Part['may']): Part => ({
    words: name,
    may,
    request: { action: `secretsmanager:${action}`, resource: `${arn}${name}-AbCdEf`, context: {} },
  });
  const own = `/${cluster.environment}/${tenant.id}/laravel`;
  return [
    on(own, 'GetSecretValue', (bearer) => bearer === 'secret-reader'),
    ...['PutSecretValue', 'DeleteSecret', 'PutResourcePolicy'].map((action) => on(own, action, nobody)),
    ...[
      `/${cluster.environment}/${tenant.id}`,
      `/${cluster.environment}/${tenant.id}-zz/x`,
      `/other/${tenant.id}/x`,
    ].map((name) => on(name, 'GetSecretValue', nobody)),
  ];
}

function keys({ cluster, tenant }: TenantTarget): Part[] {
  const resource = `arn:aws:kms:${cluster.region}:${cluster.account}:key/8a6b3c1e-0000-4000-8000-${tenant.id}`;
  const on = (action: string, via: string | undefined, may: Part['may'], said = {}): Part => ({
    words: `the key through ${via ?? 'nothing'}${JSON.stringify(said)}`,
    may,
    request: {
      action: `kms:${action}`,
      resource,
      context: {
        'kms:resourcealiases': [`alias/t-${tenant.id}`],
        ...(via !== undefined && { 'kms:viaservice': `${via}.${cluster.region}.amazonaws.com` }),
        ...said,
      },
    },
  });
  const ofField = (id: string) => ({ 'kms:encryptioncontext:tenant': id });
  return [
    on('Decrypt', 's3', needs('bucket')),
    on('GenerateDataKey', 's3', needs('bucket')),
    on('Decrypt', 'sqs', needs('queue')),
    on('Decrypt', 'secretsmanager', (bearer) => bearer === 'secret-reader'),
    ...['Decrypt', 'Encrypt', 'ScheduleKeyDeletion', 'PutKeyPolicy', 'CreateGrant'].map((action) =>
      on(action, undefined, nobody),
    ),
    on('Decrypt', 'rds', nobody),
    on('Decrypt', undefined, needs('key'), ofField(tenant.id)),
    on('GenerateDataKey', undefined, needs('key'), ofField(tenant.id)),
    on('Encrypt', undefined, nobody, ofField(tenant.id)),
    // Also in the words of a tenant whose id this one continues.
    ...[`${tenant.id}-zz`, '', tenant.id.slice(0, tenant.id.lastIndexOf('-'))].map((id) =>
      on('Decrypt', undefined, nobody, ofField(id)),
    ),
  ];
}
