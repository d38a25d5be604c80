// An autoscaler that scales on utilization has requests to divide by: without them the metric is missing and the
// workload never moves.

import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { Cluster, Finding } from '../cluster.ts';
import { nameOf, namespaceOf } from '../object.ts';
import { nameTarget } from '../scaler.ts';
import { listContainers } from '../workload.ts';

export function check(cluster: Cluster): Finding[] {
  const workloads = new Map(
    cluster
      .workloads()
      .map((each) => [
        nameTarget(namespaceOf(each.object), each.object.value.kind, nameOf(each.object)),
        each,
      ]),
  );
  return cluster.of<IHorizontalPodAutoscaler>('autoscaling/HorizontalPodAutoscaler').flatMap((object) => {
    const { scaleTargetRef, metrics = [] } = object.value.spec ?? {};
    if (scaleTargetRef === undefined) return [];
    const workload = workloads.get(nameTarget(namespaceOf(object), scaleTargetRef.kind, scaleTargetRef.name));
    if (workload === undefined) return [];
    return metrics.flatMap(({ resource }, index): Finding[] => {
      if (resource?.target.averageUtilization === undefined) return [];
      const bare = listContainers(workload).find(
        ({ container, lasting }) =>
          lasting &&
          (container.resources?.requests ?? container.resources?.limits)?.[resource.name] === undefined,
      );
      if (bare === undefined) return [];
      const message = `it scales on \`${resource.name}\`, which container \`${bare.container.name}\` does not request.`;
      return [{ object, path: ['spec', 'metrics', index], message, other: workload.object }];
    });
  });
}
