// What a container mounts is a volume of its pod, each path once, and every volume has a name of its own and one source.

import type { Cluster, Finding } from '../cluster.ts';
import { listContainers, type PlacedContainer, type Workload } from '../workload.ts';

export function check(cluster: Cluster): Finding[] {
  return cluster
    .workloads()
    .flatMap((workload) => [
      ...inspectVolumes(workload),
      ...listContainers(workload).flatMap((placed) => [...inspectMounts(workload, placed)]),
    ]);
}

function* inspectVolumes({ object, pod, template }: Workload): Generator<Finding> {
  const seen = new Set<string>();
  for (const [index, volume] of (pod.volumes ?? []).entries()) {
    const path = [...template, 'spec', 'volumes', index];
    const { name, ...sources } = volume;
    if (seen.has(name)) yield { object, path, message: `volume \`${name}\` is there twice.` };
    if (Object.keys(sources).length !== 1)
      yield { object, path, message: `volume \`${name}\` needs exactly one source.` };
    seen.add(name);
  }
}

function* inspectMounts({ object, pod }: Workload, { container, path }: PlacedContainer): Generator<Finding> {
  const claimed = object.value.kind === 'StatefulSet' ? listClaims(object.value.spec) : [];
  const volumes = new Set([...(pod.volumes ?? []).map(({ name }) => name), ...claimed]);
  const seen = new Set<string>();
  for (const [index, { name, mountPath }] of (container.volumeMounts ?? []).entries()) {
    const at = { object, path: [...path, 'volumeMounts', index] };
    if (!volumes.has(name))
      yield { ...at, message: `\`${container.name}\` mounts \`${name}\`, which is no volume.` };
    if (seen.has(mountPath))
      yield { ...at, message: `\`${container.name}\` mounts two volumes at \`${mountPath}\`.` };
    seen.add(mountPath);
  }
}

function listClaims(spec: Workload['object']['value']['spec']): string[] {
  return (spec.volumeClaimTemplates ?? []).flatMap(({ metadata }) => metadata?.name ?? []);
}
