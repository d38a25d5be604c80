// A workload selects, spreads and keeps apart its own pods: its selector, topology spread and pod anti-affinity match
// the labels of its own template. Knows only labels.

import type { Path } from '../../model/source.ts';
import type { Cluster, Finding } from '../cluster.ts';
import { type LabelSelector, matchLabels } from '../selector.ts';
import type { Workload } from '../workload.ts';

interface Claim {
  readonly selector: LabelSelector | undefined;
  readonly path: Path;
  readonly words: string;
}

export function check(cluster: Cluster): Finding[] {
  return cluster.workloads().flatMap((workload) =>
    listClaims(workload)
      .filter(({ selector }) => selector === undefined || !matchLabels(selector, workload.labels))
      .map(({ path, words }) => ({
        object: workload.object,
        path,
        message: `${words} misses its own pods.`,
      })),
  );
}

function listClaims({ object, pod, template }: Workload): Claim[] {
  const claims: Claim[] = [];
  const { kind, spec } = object.value;
  // Jobs and CronJobs get their selector from the controller.
  if (/^(Deployment|StatefulSet|DaemonSet)$/.test(kind)) {
    claims.push({ selector: spec.selector, path: ['spec', 'selector'], words: 'the selector' });
  }
  for (const [index, { labelSelector }] of (pod.topologySpreadConstraints ?? []).entries()) {
    const path = [...template, 'spec', 'topologySpreadConstraints', index];
    claims.push({ selector: labelSelector, path, words: 'the topology spread' });
  }
  const apart = pod.affinity?.podAntiAffinity;
  const path = [...template, 'spec', 'affinity', 'podAntiAffinity'];
  const words = 'the pod anti-affinity';
  for (const { labelSelector } of apart?.requiredDuringSchedulingIgnoredDuringExecution ?? []) {
    claims.push({ selector: labelSelector, path, words });
  }
  for (const { podAffinityTerm } of apart?.preferredDuringSchedulingIgnoredDuringExecution ?? []) {
    claims.push({ selector: podAffinityTerm.labelSelector, path, words });
  }
  return claims;
}
