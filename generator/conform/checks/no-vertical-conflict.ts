// A VerticalPodAutoscaler that changes requests never shares a target and a resource with an autoscaler that scales on
// that resource's utilization: each would undo the other
// (https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/known-limitations.md).

import type { IVerticalPodAutoscaler } from '@kubernetes-models/autoscaler/autoscaling.k8s.io/v1/VerticalPodAutoscaler';
import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { Cluster, Finding } from '../cluster.ts';
import { nameOf, namespaceOf } from '../object.ts';
import { listScalers, nameTarget } from '../scaler.ts';
import { listContainers, type Workload } from '../workload.ts';

export function check(cluster: Cluster): Finding[] {
  const scalers = Map.groupBy(listScalers(cluster), ({ target }) => target);
  return cluster.of<IVerticalPodAutoscaler>('autoscaling.k8s.io/VerticalPodAutoscaler').flatMap((object) => {
    const { targetRef, updatePolicy } = object.value.spec;
    if (targetRef === undefined || updatePolicy?.updateMode === 'Off') return [];
    const target = nameTarget(namespaceOf(object), targetRef.kind, targetRef.name);
    const workload = cluster
      .workloads(namespaceOf(object))
      .find(
        (each) =>
          nameTarget(namespaceOf(each.object), each.object.value.kind, nameOf(each.object)) === target,
      );
    const owned = workload === undefined ? [] : listOwnedResources(object.value.spec, workload);
    return (scalers.get(target) ?? []).flatMap((rival): Finding[] => {
      const shared = listScaledResources(rival.object.value).find((resource) => owned.includes(resource));
      if (shared === undefined) return [];
      const message = `it changes \`${shared}\` requests while an autoscaler scales on \`${shared}\`.`;
      return [{ object, path: ['spec'], message, other: rival.object }];
    });
  });
}

/** A container that no policy names, and a policy that names no resources, leave both to the recommender. */
function listOwnedResources(
  { resourcePolicy }: IVerticalPodAutoscaler['spec'],
  workload: Workload,
): string[] {
  const policies = resourcePolicy?.containerPolicies ?? [];
  return listContainers(workload).flatMap(({ container }) => {
    const named = policies.find(({ containerName }) => containerName === container.name);
    const policy = named ?? policies.find(({ containerName }) => containerName === '*');
    return policy?.mode === 'Off' ? [] : (policy?.controlledResources ?? both);
  });
}

const both = ['cpu', 'memory'];

function listScaledResources(scaler: unknown): string[] {
  const { kind, spec } = scaler as IHorizontalPodAutoscaler | IScaledObject;
  if (kind === 'ScaledObject') return spec.triggers.map(({ type }) => type);
  return (spec?.metrics ?? []).flatMap(({ resource, containerResource }) => [
    ...(resource === undefined ? [] : [resource.name]),
    ...(containerResource === undefined ? [] : [containerResource.name]),
  ]);
}
