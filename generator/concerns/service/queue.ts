// Pods of a worker follow the length of its queue. KEDA makes the autoscaler, so none is rendered beside it.
import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import type { ITriggerAuthentication } from '@kubernetes-models/keda/keda.sh/v1alpha1/TriggerAuthentication';
import type { Chart } from 'cdk8s';
import { add } from '../../compose/add.ts';
import { metadataOf } from '../../compose/metadata.ts';
import type { Manifest } from '../../model/manifest.ts';
import { queueUrlOf } from '../../model/names.ts';
import { isRunning, type ResolvedService, type TenantTarget } from '../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget, service: ResolvedService): void {
  if (service.kind !== 'worker' || !isRunning(target)) return;
  const { tenant, cluster, platform } = target;
  const metadata = metadataOf(target, service);
  const authentication: ITriggerAuthentication = {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'TriggerAuthentication',
    metadata,
    // KEDA reads the queue's length as itself; the tenant's own role stays with the tenant's pods.
    spec: { podIdentity: { provider: 'aws', identityOwner: 'keda' } },
  };
  const scaled: IScaledObject = {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata,
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: service.name },
      minReplicaCount: service.replicas.min,
      maxReplicaCount: service.replicas.max,
      pollingInterval: platform.autoscaling.pollingSeconds,
      cooldownPeriod: platform.autoscaling.cooldownSeconds,
      triggers: [
        {
          type: 'aws-sqs-queue',
          metadata: {
            queueURL: queueUrlOf(tenant.id, service.queue.name, cluster.region, cluster.account),
            queueLength: String(service.queue.target),
            awsRegion: cluster.region,
          },
          authenticationRef: { name: service.name, kind: 'TriggerAuthentication' },
        },
      ],
    },
  };
  add(chart, authentication as unknown as Manifest);
  add(chart, scaled as unknown as Manifest);
}
