// A PodDisruptionBudget protects pods that the tree renders and leaves every node drainable: with the fewest replicas
// that may run, one may still go.

import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import type { Cluster, Finding } from '../cluster.ts';
import { nameOf, namespaceOf } from '../object.ts';
import { listScalers, nameTarget, type Scaler } from '../scaler.ts';
import { matchLabels } from '../selector.ts';
import type { Workload } from '../workload.ts';

export function check(cluster: Cluster): Finding[] {
  const scalers = new Map(listScalers(cluster).map((scaler) => [scaler.target, scaler]));
  return cluster.of<IPodDisruptionBudget>('policy/PodDisruptionBudget').flatMap((object): Finding[] => {
    const { selector, minAvailable, maxUnavailable } = object.value.spec ?? {};
    if ((minAvailable === undefined) === (maxUnavailable === undefined)) {
      const message = 'exactly one of `minAvailable` and `maxUnavailable` must be set.';
      return [{ object, path: ['spec'], message }];
    }
    const pods = cluster
      .workloads(namespaceOf(object))
      .filter(({ labels }) => selector !== undefined && matchLabels(selector, labels));
    if (pods.length === 0) {
      return [{ object, path: ['spec', 'selector'], message: 'the selector matches no pod template.' }];
    }
    const replicas = pods.reduce((sum, workload) => sum + countReplicas(workload, scalers), 0);
    // Replicas 0 everywhere means stopped on purpose: nothing runs that a drain could wait for.
    if (replicas === 0 || countEvictable(replicas, minAvailable, maxUnavailable) > 0) return [];
    const path = ['spec', minAvailable === undefined ? 'maxUnavailable' : 'minAvailable'];
    return [
      {
        object,
        path,
        message: `with ${replicas} replicas no pod may ever be evicted: every drain waits forever.`,
      },
    ];
  });
}

/** The fewest that run; an autoscaler's 0 counts as 1, because a budget matters only once there is a pod. */
function countReplicas({ object }: Workload, scalers: ReadonlyMap<string, Scaler>): number {
  const scaler = scalers.get(nameTarget(namespaceOf(object), object.value.kind, nameOf(object)));
  return scaler === undefined ? (object.value.spec.replicas ?? 1) : Math.max(1, scaler.min);
}

type Bound = string | number | undefined;

/** The disruption controller rounds both percentages up (https://kubernetes.io/docs/tasks/run-application/configure-pdb/). */
function countEvictable(replicas: number, minAvailable: Bound, maxUnavailable: Bound): number {
  if (minAvailable !== undefined) return replicas - resolveBound(minAvailable, replicas);
  return resolveBound(maxUnavailable ?? 0, replicas);
}

function resolveBound(bound: string | number, replicas: number): number {
  return typeof bound === 'number' ? bound : Math.ceil((replicas * Number.parseInt(bound, 10)) / 100);
}
