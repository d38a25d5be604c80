// What sets the number of a workload's replicas: HorizontalPodAutoscalers and KEDA's ScaledObjects, seen alike. Knows
// their bounds and targets, not their metrics.

import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { Cluster } from './cluster.ts';
import { namespaceOf, type RenderedObject } from './object.ts';

export interface Scaler {
  readonly object: RenderedObject<unknown>;
  readonly min: number;
  readonly max: number;
  /** `namespace/Kind/name`. */
  readonly target: string;
}

/** Defaults are the controllers' own: 1 for an HPA, 0 and 100 for KEDA (https://keda.sh/docs/latest/reference/scaledobject-spec/). */
export function listScalers(cluster: Cluster): Scaler[] {
  const horizontal = cluster
    .of<IHorizontalPodAutoscaler>('autoscaling/HorizontalPodAutoscaler')
    .flatMap((object) => {
      const { spec } = object.value;
      if (spec === undefined) return [];
      const target = nameTarget(namespaceOf(object), spec.scaleTargetRef.kind, spec.scaleTargetRef.name);
      return [{ object, min: spec.minReplicas ?? 1, max: spec.maxReplicas, target }];
    });
  const driven = cluster.of<IScaledObject>('keda.sh/ScaledObject').map((object) => {
    const { scaleTargetRef, minReplicaCount = 0, maxReplicaCount = 100 } = object.value.spec;
    const target = nameTarget(namespaceOf(object), scaleTargetRef.kind ?? 'Deployment', scaleTargetRef.name);
    return { object, min: minReplicaCount, max: maxReplicaCount, target };
  });
  return [...horizontal, ...driven];
}

export function nameTarget(namespace: string, kind: string, name: string): string {
  return `${namespace}/${kind}/${name}`;
}
