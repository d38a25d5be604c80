// Secrets of the tenant, copied from its own folder in Secrets Manager: a store that reads as a role of this tenant, and one
// ExternalSecret for each service. Knows names and never a value. No ClusterSecretStore: one of those serves everybody.
import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import type { ISecretStore } from '@kubernetes-models/external-secrets/external-secrets.io/v1/SecretStore';
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { addRole, keyStatement, type Statement, trustOfPods } from '../../../compose/role.ts';
import { hasSecrets, secretKeysOf } from '../../../compose/secrets.ts';
import { roleArn, secretsArn } from '../../../model/arns.ts';
import { serviceLabels, tenantLabels } from '../../../model/labels.ts';
import type { Manifest } from '../../../model/manifest.ts';
import {
  controllerRoleOf,
  roleOf,
  secretFolderOf,
  secretOf,
  secretReader,
  secretStore as store,
} from '../../../model/names.ts';
import { hasWorkloads, type ResolvedService, type TenantTarget } from '../../../model/target.ts';

type Aws = NonNullable<NonNullable<NonNullable<ISecretStore['spec']>['provider']>['aws']>;

export function compose(chart: Chart, target: TenantTarget): void {
  if (!hasWorkloads(target) || !hasSecrets(target)) return;
  const { tenant, cluster } = target;
  addRole(chart, target, {
    bearer: secretReader,
    description: `Reads the secrets of the tenant ${tenant.id} on ${cluster.name}.`,
    trust: cluster.identity.mode === 'irsa' ? trustOfPods(target, secretReader) : trustOfOperator(target),
    permissions: [
      {
        Sid: 'OwnSecrets',
        Action: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
        Resource: secretsArn(cluster, secretFolderOf(cluster.environment, tenant.id)),
      },
      keyStatement(target, 'secretsmanager', ['kms:Decrypt']),
    ],
  });
  add(chart, storeOf(target));
  for (const service of target.services) {
    if (service.secrets.length > 0) add(chart, externalSecret(target, service));
  }
}

/**
 * The operator itself, on behalf of this tenant's namespace and of no ClusterSecretStore. Both tags are the operator's own
 * words: an `externalID`, or a tag that a store asks for, any other namespace's store could say as well.
 * https://external-secrets.io/latest/provider/aws-access/#sts-session-tags
 */
function trustOfOperator({ cluster, namespace, platform }: TenantTarget): Statement {
  return {
    Sid: 'OperatorForOneNamespace',
    Principal: { AWS: roleArn(cluster, controllerRoleOf(cluster.name, platform.secrets.serviceAccount)) },
    Action: ['sts:AssumeRole', 'sts:TagSession'],
    Condition: {
      StringEquals: {
        'aws:RequestTag/esoNamespace': namespace,
        'aws:RequestTag/esoStoreKind': 'SecretStore',
        'aws:RequestTag/esoStoreName': store,
      },
    },
  };
}

/** With IRSA the operator shows a token of the tenant's own account and has no rights of its own. */
function storeOf({ cluster, tenant, namespace }: TenantTarget): Manifest {
  // `sessionTagsPolicy` came with External Secrets 2.6; the package of types is older.
  const aws: Aws & { readonly sessionTagsPolicy?: 'Simple' } = {
    service: 'SecretsManager',
    region: cluster.region,
    ...(cluster.identity.mode === 'irsa'
      ? { auth: { jwt: { serviceAccountRef: { name: secretReader } } } }
      : {
          role: roleArn(cluster, roleOf(tenant.id, secretReader, cluster.name)),
          sessionTagsPolicy: 'Simple',
        }),
  };
  const made: ISecretStore = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: { name: store, namespace, labels: tenantLabels(tenant.id) },
    spec: { provider: { aws } },
  };
  return made as unknown as Manifest;
}

function externalSecret(target: TenantTarget, service: ResolvedService): Manifest {
  const { tenant, namespace, platform } = target;
  const name = secretOf(service.name);
  const made: IExternalSecret = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace, labels: serviceLabels(tenant.id, service.name) },
    spec: {
      refreshInterval: `${platform.secrets.refreshMinutes}m`,
      secretStoreRef: { kind: 'SecretStore', name: store },
      // A secret that is gone from the store for a moment must not take running services with it.
      target: { name, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      data: secretKeysOf(target, service).map(({ variable, secret, property }) => ({
        secretKey: variable,
        remoteRef: { key: secret, property },
      })),
    },
  };
  return made as unknown as Manifest;
}
