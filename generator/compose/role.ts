// An IAM role of a tenant: who may become it, and what it may do. Knows no service that a policy may be about.
import type { Chart } from 'cdk8s';
import { anyKeyArn, clusterArn, oidcProviderArn } from '../model/arns.ts';
import { serviceLabels } from '../model/labels.ts';
import { copyKeyAliasOf, keyAliasOf, roleOf } from '../model/names.ts';
import type { TenantTarget } from '../model/target.ts';
import { add } from './add.ts';
import { managedResource } from './managed.ts';

type Texts = string | readonly string[];

/** Always `Allow`: what nobody allows is refused. */
export interface Statement {
  readonly Sid: string;
  readonly Principal?: Readonly<Partial<Record<'AWS' | 'Federated' | 'Service', string>>>;
  readonly Action: readonly string[];
  readonly Resource?: Texts;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
}

export interface RolePlan {
  /** Whose role it is: a service, or the reader of secrets. */
  readonly bearer: string;
  readonly description: string;
  readonly trust: Statement;
  readonly permissions: readonly Statement[];
}

/**
 * Both objects go from AWS with their objects here: a role holds no data, is made again under the same name, and one that
 * stays behind is a right that nobody looks after. Sessions last an hour, which is what a role has that says nothing
 * (https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html, `MaxSessionDuration`).
 */
export function addRole(chart: Chart, target: TenantTarget, plan: RolePlan): void {
  const { tenant, cluster, namespace } = target;
  const name = roleOf(tenant.id, plan.bearer, cluster.name);
  const metadata = { name: plan.bearer, namespace, labels: serviceLabels(tenant.id, plan.bearer) };
  add(
    chart,
    managedResource({
      service: 'iam',
      kind: 'Role',
      metadata,
      externalName: name,
      mayDelete: true,
      forProvider: {
        assumeRolePolicy: renderPolicy([plan.trust]),
        description: plan.description,
        tags: { cluster: cluster.name, tenant: tenant.id },
      },
    }),
  );
  add(
    chart,
    managedResource({
      service: 'iam',
      kind: 'RolePolicy',
      metadata,
      mayDelete: true,
      forProvider: { policy: renderPolicy(plan.permissions), role: name },
    }),
  );
}

function renderPolicy(statements: readonly Statement[]): string {
  const Statement = statements.map(({ Sid, ...rest }) => ({ Sid, Effect: 'Allow', ...rest }));
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

/**
 * Pods of one service account on one cluster, and nobody else. With Pod Identity these are tags that EKS itself puts on
 * the request (https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html and `pod-id-abac.html`), with IRSA what
 * the cluster signed (https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html).
 */
export function trustOfPods({ cluster, namespace }: TenantTarget, account: string): Statement {
  const { identity } = cluster;
  if (identity.mode === 'pod-identity') {
    return {
      Sid: 'PodsOfOneServiceAccount',
      Principal: { Service: 'pods.eks.amazonaws.com' },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      Condition: {
        StringEquals: {
          'aws:RequestTag/eks-cluster-arn': clusterArn(cluster),
          'aws:RequestTag/kubernetes-namespace': namespace,
          'aws:RequestTag/kubernetes-service-account': account,
        },
      },
    };
  }
  return {
    Sid: 'PodsOfOneServiceAccount',
    Principal: { Federated: oidcProviderArn(cluster, identity.oidcProvider) },
    Action: ['sts:AssumeRoleWithWebIdentity'],
    Condition: {
      StringEquals: {
        [`${identity.oidcProvider}:aud`]: 'sts.amazonaws.com',
        [`${identity.oidcProvider}:sub`]: `system:serviceaccount:${namespace}:${account}`,
      },
    },
  };
}

/**
 * The tenant's own key, and only while a service of AWS uses it for the role: never by hand. Its id is unknown until it
 * exists, so its alias names it (https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html).
 *
 * @param service `s3`, as in `s3.us-east-1.amazonaws.com`
 */
export function keyStatement(
  { cluster, tenant }: TenantTarget,
  service: string,
  actions: readonly string[],
): Statement {
  // What was copied here before the tenant had a cluster here keeps the key of copies.
  const aliases =
    service === 's3' ? [keyAliasOf(tenant.id), copyKeyAliasOf(tenant.id)] : keyAliasOf(tenant.id);
  return {
    Sid: `Key${service.replace(/^./, (first) => first.toUpperCase())}`,
    Action: actions,
    Resource: anyKeyArn(cluster),
    Condition: {
      'ForAnyValue:StringEquals': { 'kms:ResourceAliases': aliases },
      StringEquals: { 'kms:ViaService': `${service}.${cluster.region}.amazonaws.com` },
    },
  };
}
