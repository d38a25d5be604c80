// Containers of a pod have different names, init containers included, and each is a DNS label.

import type { Cluster, Finding } from '../cluster.ts';
import { isDnsLabel } from '../names.ts';
import { listContainers } from '../workload.ts';

export function check(cluster: Cluster): Finding[] {
  return cluster.workloads().flatMap((workload) => {
    const findings: Finding[] = [];
    const seen = new Set<string>();
    for (const { container, path } of listContainers(workload)) {
      const at = { object: workload.object, path: [...path, 'name'] };
      if (seen.has(container.name))
        findings.push({ ...at, message: `container \`${container.name}\` is there twice.` });
      if (!isDnsLabel(container.name))
        findings.push({ ...at, message: `\`${container.name}\` is not a DNS label.` });
      seen.add(container.name);
    }
    return findings;
  });
}
