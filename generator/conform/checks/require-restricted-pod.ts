// In a namespace that enforces `restricted`, every pod template holds to it: admission checks pods, not templates, so
// the sync would be green and nothing would start.

import type { Cluster, Finding } from '../cluster.ts';
import { namespaceOf } from '../object.ts';
import { listViolations } from '../restricted.ts';

export function check(cluster: Cluster): Finding[] {
  return cluster.workloads().flatMap((workload) => {
    const namespace = cluster.find('/Namespace', '', namespaceOf(workload.object));
    const level = namespace?.value.metadata.labels?.['pod-security.kubernetes.io/enforce'];
    if (level !== 'restricted') return [];
    return listViolations(workload).map((violation): Finding => ({ object: workload.object, ...violation }));
  });
}
