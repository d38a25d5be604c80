// No container asks for more than it may use, and none is outside its namespace's LimitRange: the pod would be refused
// at creation, long after the sync was green.

import type { ILimitRange } from 'kubernetes-models/v1/LimitRange';
import type { Path } from '../../model/source.ts';
import { listExceeding } from '../amounts.ts';
import type { Cluster, Finding } from '../cluster.ts';
import { namespaceOf } from '../object.ts';
import { listContainers, type PlacedContainer, type Workload } from '../workload.ts';

export function check(cluster: Cluster): Finding[] {
  const ranges = Map.groupBy(cluster.of<ILimitRange>('/LimitRange'), namespaceOf);
  return cluster.workloads().flatMap((workload) => {
    const items = (ranges.get(namespaceOf(workload.object)) ?? []).flatMap(
      ({ value }) => value.spec?.limits ?? [],
    );
    const range = items.find(({ type }) => type === 'Container');
    return listContainers(workload).flatMap((placed) => [...inspect(workload, placed, range)]);
  });
}

type Range = NonNullable<NonNullable<ILimitRange['spec']>['limits']>[number];

function* inspect(
  { object }: Workload,
  { container, path }: PlacedContainer,
  range?: Range,
): Generator<Finding> {
  const { requests, limits } = container.resources ?? {};
  const spot = (map: string, name: string): Path => [...path, 'resources', map, name];
  for (const name of listExceeding(requests, limits)) {
    const message = `container \`${container.name}\` requests more \`${name}\` than its limit.`;
    yield { object, path: spot('requests', name), message };
  }
  for (const [map, amounts] of Object.entries({ requests, limits })) {
    for (const name of listExceeding(amounts, range?.max)) {
      const message = `container \`${container.name}\` has more \`${name}\` than the namespace's LimitRange allows.`;
      yield { object, path: spot(map, name), message };
    }
    for (const name of listExceeding(range?.min, amounts)) {
      const message = `container \`${container.name}\` has less \`${name}\` than the namespace's LimitRange demands.`;
      yield { object, path: spot(map, name), message };
    }
  }
}
