// The tenant's queues on this cluster, and beside each the one where messages go that no worker could handle. No claim:
// everything that AWS calls them is known before they are there.
import type { Chart } from 'cdk8s';
import { type PolicyStatement, renderAccessPolicy } from '../../../compose/access-policy.ts';
import { add } from '../../../compose/add.ts';
import { keptByArgocd } from '../../../compose/application-set.ts';
import { managedResource } from '../../../compose/managed.ts';
import { principalTag, tagsOf } from '../../../compose/tags.ts';
import { queueArn } from '../../../model/arns.ts';
import { tenantLabels } from '../../../model/labels.ts';
import { failedQueueOf, keyAliasOf, queueOf } from '../../../model/names.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, cluster, services, platform } = target;
  const names = services.flatMap((service) => (service.kind === 'worker' ? [service.queue.name] : []));
  for (const name of [...new Set(names)].sort()) {
    const queue = queueOf(tenant.id, name);
    const failed = failedQueueOf(tenant.id, name);
    add(
      chart,
      queueObject(target, `${name}-failed`, failed, platform.queues.failedDays, {
        redriveAllowPolicy: JSON.stringify({
          redrivePermission: 'byQueue',
          sourceQueueArns: [queueArn(cluster, queue)],
        }),
      }),
    );
    add(
      chart,
      queueObject(target, name, queue, platform.queues.retentionDays, {
        redrivePolicy: JSON.stringify({
          deadLetterTargetArn: queueArn(cluster, failed),
          maxReceiveCount: platform.queues.attempts,
        }),
      }),
    );
  }
}

/** What waits in a queue is data: the queue stays in AWS when its object goes. */
function queueObject(target: TenantTarget, object: string, name: string, days: number, redrive: object) {
  const { tenant, cluster, namespace, platform } = target;
  const { visibilitySeconds, waitSeconds } = platform.queues;
  return managedResource({
    service: 'sqs',
    kind: 'Queue',
    metadata: { name: object, namespace, labels: tenantLabels(tenant.id), annotations: keptByArgocd },
    mayDelete: false,
    forProvider: {
      region: cluster.region,
      name,
      messageRetentionSeconds: days * 86_400,
      visibilityTimeoutSeconds: visibilitySeconds,
      receiveWaitTimeSeconds: waitSeconds,
      kmsMasterKeyId: keyAliasOf(tenant.id),
      policy: renderAccessPolicy(policyOf(target, name)),
      ...redrive,
      tags: tagsOf(target),
    },
  });
}

/** Allows nothing: roles have their own policies. A role that is tagged as another tenant's gets nothing here. */
function policyOf({ cluster, tenant }: TenantTarget, name: string): PolicyStatement[] {
  const own = `aws:PrincipalTag/${principalTag}`;
  const refuse = (Sid: string, Condition: PolicyStatement['Condition']): PolicyStatement => ({
    Sid,
    Effect: 'Deny',
    Principal: '*',
    Action: 'sqs:*',
    Resource: queueArn(cluster, name),
    ...(Condition && { Condition }),
  });
  return [
    refuse('PlainText', { Bool: { 'aws:SecureTransport': 'false' } }),
    refuse('OtherAccounts', {
      StringNotEquals: { 'aws:PrincipalAccount': cluster.account },
      Bool: { 'aws:PrincipalIsAWSService': 'false' },
    }),
    refuse('OtherTenants', { StringNotEquals: { [own]: tenant.id }, Null: { [own]: 'false' } }),
  ];
}
