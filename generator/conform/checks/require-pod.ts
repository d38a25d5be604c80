// Every workload describes a pod with at least one container, and every container names its image. The published types
// leave all three optional.

import type { Cluster, Finding } from '../cluster.ts';
import type { RenderedObject } from '../object.ts';
import { listContainers, type WorkloadManifest } from '../workload.ts';

const kinds = ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'batch/Job', 'batch/CronJob'];

export function check(cluster: Cluster): Finding[] {
  const described = new Set<RenderedObject<unknown>>();
  const findings: Finding[] = [];
  for (const workload of cluster.workloads()) {
    const { object, pod, template } = workload;
    described.add(object);
    if (pod.containers.length === 0)
      findings.push({ object, path: [...template, 'spec'], message: 'the pod has no container.' });
    for (const { container, path } of listContainers(workload)) {
      if (container.image) continue;
      findings.push({ object, path, message: `container \`${container.name}\` has no image.` });
    }
  }
  for (const object of kinds.flatMap((kind) => cluster.of<WorkloadManifest>(kind))) {
    if (!described.has(object))
      findings.push({ object, path: ['spec'], message: 'the pod template has no `spec`.' });
  }
  return findings;
}
