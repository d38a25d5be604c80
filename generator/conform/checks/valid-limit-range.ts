// A LimitRange agrees with itself: min ≤ defaultRequest ≤ default ≤ max, for every resource it names.

import type { ILimitRange } from 'kubernetes-models/v1/LimitRange';
import { listExceeding } from '../amounts.ts';
import type { Cluster, Finding } from '../cluster.ts';

const order = ['min', 'defaultRequest', 'default', 'max'] as const;

export function check(cluster: Cluster): Finding[] {
  const findings: Finding[] = [];
  for (const object of cluster.of<ILimitRange>('/LimitRange')) {
    for (const [index, item] of (object.value.spec?.limits ?? []).entries()) {
      for (const [at, low] of order.entries()) {
        for (const high of order.slice(at + 1)) {
          for (const name of listExceeding(item[low], item[high])) {
            const path = ['spec', 'limits', index, low, name];
            findings.push({ object, path, message: `\`${low}.${name}\` exceeds \`${high}.${name}\`.` });
          }
        }
      }
    }
  }
  return findings;
}
