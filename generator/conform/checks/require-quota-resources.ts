// In a namespace whose quota counts a resource, every container states it or gets it from the LimitRange; the quota
// admission refuses every other pod (https://kubernetes.io/docs/concepts/policy/resource-quotas/#compute-resource-quota).

import type { ILimitRange } from 'kubernetes-models/v1/LimitRange';
import type { IResourceQuota } from 'kubernetes-models/v1/ResourceQuota';
import type { Cluster, Finding } from '../cluster.ts';
import { namespaceOf } from '../object.ts';
import { listContainers, type PlacedContainer } from '../workload.ts';

const counted = /^(?:(requests|limits)\.)?(cpu|memory|ephemeral-storage)$/;

export function check(cluster: Cluster): Finding[] {
  const findings: Finding[] = [];
  const ranges = Map.groupBy(cluster.of<ILimitRange>('/LimitRange'), namespaceOf);
  for (const quota of cluster.of<IResourceQuota>('/ResourceQuota')) {
    const namespace = namespaceOf(quota);
    const items = (ranges.get(namespace) ?? []).flatMap(({ value }) => value.spec?.limits ?? []);
    const range = items.find(({ type }) => type === 'Container');
    for (const key of Object.keys(quota.value.spec?.hard ?? {})) {
      const [matched, map = 'requests', name = ''] = counted.exec(key) ?? [];
      if (matched === undefined || range?.default?.[name] !== undefined) continue;
      if (map === 'requests' && range?.defaultRequest?.[name] !== undefined) continue;
      for (const { object, placed } of list(cluster, namespace)) {
        if (states(placed, map, name)) continue;
        const message = `container \`${placed.container.name}\` states no \`${map}.${name}\`, which the quota counts.`;
        findings.push({ object, path: placed.path, message, other: quota });
      }
    }
  }
  return findings;
}

function* list(cluster: Cluster, namespace: string) {
  for (const workload of cluster.workloads(namespace)) {
    for (const placed of listContainers(workload)) yield { object: workload.object, placed };
  }
}

/** A limit without a request is a request too. */
function states({ container }: PlacedContainer, map: string, name: string): boolean {
  const { requests, limits } = container.resources ?? {};
  return limits?.[name] !== undefined || (map === 'requests' && requests?.[name] !== undefined);
}
