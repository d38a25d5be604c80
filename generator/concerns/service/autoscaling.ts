// How many pods a service has and how large they are. Counts follow the service's own metric or its queue; sizes
// follow what pods really use. Neither looks at what the other changes, so the two cannot chase each other.
import type { IVerticalPodAutoscaler } from '@kubernetes-models/autoscaler/autoscaling.k8s.io/v1/VerticalPodAutoscaler';
import type { Chart } from 'cdk8s';
import { add } from '../../compose/add.ts';
import { kube } from '../../compose/kube.ts';
import { metadataOf } from '../../compose/metadata.ts';
import type { Manifest } from '../../model/manifest.ts';
import {
  type HttpService,
  hasDeployment,
  isRunning,
  type ResolvedService,
  type RunningService,
  type TenantTarget,
} from '../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget, service: ResolvedService): void {
  if (!isRunning(target) || !hasDeployment(service)) return;
  if (service.kind === 'http') add(chart, horizontal(target, service));
  add(chart, vertical(target, service) as unknown as Manifest);
}

function horizontal(target: TenantTarget, service: HttpService): Manifest {
  const { scaleDownSeconds, scaleDownPercent, scaleUpPercent } = target.platform.autoscaling;
  return kube.horizontalPodAutoscaler({
    metadata: metadataOf(target, service),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: service.name },
      minReplicas: service.replicas.min,
      maxReplicas: service.replicas.max,
      metrics: [
        {
          type: 'Pods',
          pods: {
            metric: { name: service.scale.metric },
            target: {
              type: 'AverageValue',
              averageValue: String(service.scale.target),
            },
          },
        },
      ],
      behavior: {
        scaleDown: {
          stabilizationWindowSeconds: scaleDownSeconds,
          policies: [{ type: 'Percent', value: scaleDownPercent, periodSeconds: 60 }],
        },
        scaleUp: {
          stabilizationWindowSeconds: 0,
          policies: [{ type: 'Percent', value: scaleUpPercent, periodSeconds: 60 }],
        },
      },
    },
  });
}

/** Only ever lowers what a pod asks for: the quota is computed from the catalogue's figures. */
function vertical(target: TenantTarget, service: RunningService): IVerticalPodAutoscaler {
  return {
    apiVersion: 'autoscaling.k8s.io/v1',
    kind: 'VerticalPodAutoscaler',
    metadata: metadataOf(target, service),
    spec: {
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: service.name },
      updatePolicy: { updateMode: 'InPlaceOrRecreate' },
      resourcePolicy: {
        containerPolicies: [
          {
            containerName: service.name,
            controlledResources: ['cpu', 'memory'],
            // Limits stay as promised: a peak after a quiet week must not be an out-of-memory kill.
            controlledValues: 'RequestsOnly',
            minAllowed: { ...target.tier.container.min },
            maxAllowed: { ...service.resources },
          },
          // The sidecar's size is the platform's to say.
          { containerName: '*', mode: 'Off' },
        ],
      },
    },
  };
}
