// Priorities leave the system its own: below a billion, no `system-` name, and at most one default for the cluster.

import type { IPriorityClass } from 'kubernetes-models/scheduling.k8s.io/v1/PriorityClass';
import type { Cluster, Finding } from '../cluster.ts';
import { nameOf } from '../object.ts';

const highest = 1_000_000_000;

export function check(cluster: Cluster): Finding[] {
  const classes = cluster.of<IPriorityClass>('scheduling.k8s.io/PriorityClass');
  const [first, ...more] = classes.filter(({ value }) => value.globalDefault);
  const findings: Finding[] = more.map((object) => ({
    object,
    path: ['globalDefault'],
    message: 'another class is the default already.',
    ...(first !== undefined && { other: first }),
  }));
  for (const object of classes) {
    if ((object.value.value ?? 0) > highest) {
      findings.push({
        object,
        path: ['value'],
        message: `priorities above ${highest} belong to the system.`,
      });
    }
    if (nameOf(object).startsWith('system-')) {
      findings.push({
        object,
        path: ['metadata', 'name'],
        message: 'names with `system-` belong to the system.',
      });
    }
  }
  return findings;
}
