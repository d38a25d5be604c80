// What each service may do in AWS: a role of its own, which only its own pods on this cluster become. Every statement
// names things of this tenant alone; the slash at the end of a prefix keeps out whoever's id continues this one.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { jobsQueueOf } from '../../../compose/config.ts';
import { managedResource } from '../../../compose/managed.ts';
import { metadataOf } from '../../../compose/metadata.ts';
import { hasIdentity } from '../../../compose/pod.ts';
import { addRole, keyStatement, type Statement, trustOfPods } from '../../../compose/role.ts';
import { anyKeyArn, bucketArn, queueArn, roleArn } from '../../../model/arns.ts';
import {
  bucketOf,
  encryptionContext,
  keyAliasOf,
  objectPrefixOf,
  queueOf,
  roleOf,
} from '../../../model/names.ts';
import { hasWorkloads, type ResolvedService, type TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  if (!hasWorkloads(target)) return;
  for (const service of target.services.filter(hasIdentity)) {
    addRole(chart, target, {
      bearer: service.name,
      description: `The service ${service.name} of the tenant ${target.tenant.id} on ${target.cluster.name}.`,
      trust: trustOfPods(target, service.name),
      permissions: [
        ...bucketStatements(target, service),
        ...queueStatements(target, service),
        ...fieldStatements(target, service),
      ],
    });
    if (target.cluster.identity.mode === 'pod-identity') associate(chart, target, service);
  }
}

/** May be deleted: AWS allows one association for each account, so one left behind would bar the way of the next. */
function associate(chart: Chart, target: TenantTarget, service: ResolvedService): void {
  const { tenant, cluster, namespace } = target;
  add(
    chart,
    managedResource({
      service: 'eks',
      kind: 'PodIdentityAssociation',
      metadata: metadataOf(target, service),
      mayDelete: true,
      forProvider: {
        clusterName: cluster.name,
        namespace,
        region: cluster.region,
        roleArn: roleArn(cluster, roleOf(tenant.id, service.name, cluster.name)),
        serviceAccount: service.name,
        tags: { cluster: cluster.name, tenant: tenant.id },
      },
    }),
  );
}

/** `DeleteObject` hides an object and keeps its versions; nothing here may delete a version. */
function bucketStatements(target: TenantTarget, { needs }: ResolvedService): Statement[] {
  if (!needs.includes('bucket')) return [];
  const { tenant, cluster, platform } = target;
  const bucket = bucketArn(bucketOf(platform.organisation.id, tenant.id, cluster.region));
  const prefix = objectPrefixOf(tenant.id);
  return [
    {
      Sid: 'Objects',
      Action: [
        's3:AbortMultipartUpload',
        's3:DeleteObject',
        's3:GetObject',
        's3:ListMultipartUploadParts',
        's3:PutObject',
      ],
      Resource: `${bucket}/${prefix}*`,
    },
    {
      Sid: 'ListObjects',
      Action: ['s3:ListBucket'],
      Resource: bucket,
      Condition: { StringLike: { 's3:prefix': `${prefix}*` } },
    },
    keyStatement(target, 's3', ['kms:Decrypt', 'kms:GenerateDataKey']),
  ];
}

/** A worker takes from its queue, everybody else puts in. */
function queueStatements(target: TenantTarget, service: ResolvedService): Statement[] {
  if (!service.needs.includes('queue')) return [];
  const { tenant, cluster } = target;
  const takes = service.kind === 'worker';
  return [
    {
      Sid: takes ? 'TakeJobs' : 'PutJobs',
      Action: takes
        ? ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage']
        : ['sqs:SendMessage'],
      Resource: queueArn(cluster, queueOf(tenant.id, jobsQueueOf(target, service))),
    },
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
    keyStatement(target, 'sqs', takes ? ['kms:Decrypt'] : ['kms:Decrypt', 'kms:GenerateDataKey']),
  ];
}

/**
 * Data keys of fields, by hand and not through a service, and only for what says that it is this tenant's: a ciphertext that
 * was copied from another tenant's row does not decrypt
 * (https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html).
 */
function fieldStatements({ cluster, tenant }: TenantTarget, { needs }: ResolvedService): Statement[] {
  if (!needs.includes('key')) return [];
  return [
    {
      Sid: 'Fields',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: anyKeyArn(cluster),
      Condition: {
        'ForAnyValue:StringEquals': { 'kms:ResourceAliases': keyAliasOf(tenant.id) },
        StringEquals: { [`kms:EncryptionContext:${encryptionContext}`]: tenant.id },
      },
    },
  ];
}
