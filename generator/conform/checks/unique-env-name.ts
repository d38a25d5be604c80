// A container's variables have different, printable names: of two the later wins in silence.

import type { Cluster, Finding } from '../cluster.ts';
import { listContainers } from '../workload.ts';

export function check(cluster: Cluster): Finding[] {
  return cluster.workloads().flatMap((workload) =>
    listContainers(workload).flatMap(({ container, path }) => {
      const findings: Finding[] = [];
      const seen = new Set<string>();
      for (const [index, { name }] of (container.env ?? []).entries()) {
        const at = { object: workload.object, path: [...path, 'env', index] };
        if (seen.has(name)) findings.push({ ...at, message: `variable \`${name}\` is there twice.` });
        if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
          findings.push({ ...at, message: `\`${name}\` is no variable name.` });
        seen.add(name);
      }
      return findings;
    }),
  );
}
