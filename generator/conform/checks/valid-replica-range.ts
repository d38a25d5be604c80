// An autoscaler has room to move: its lowest number of replicas does not exceed its highest, and KEDA's idle number lies
// below the lowest.

import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import type { Cluster, Finding } from '../cluster.ts';
import { listScalers } from '../scaler.ts';

export function check(cluster: Cluster): Finding[] {
  const ranges = listScalers(cluster).flatMap(({ object, min, max }): Finding[] => {
    if (max < 1)
      return [{ object, path: ['spec'], message: `the highest number of replicas, ${max}, is below 1.` }];
    if (min < 0)
      return [{ object, path: ['spec'], message: `the lowest number of replicas, ${min}, is negative.` }];
    if (min <= max) return [];
    return [
      {
        object,
        path: ['spec'],
        message: `the lowest number of replicas, ${min}, exceeds the highest, ${max}.`,
      },
    ];
  });
  const idle = cluster.of<IScaledObject>('keda.sh/ScaledObject').flatMap((object): Finding[] => {
    const { idleReplicaCount, minReplicaCount = 0 } = object.value.spec;
    if (idleReplicaCount === undefined || idleReplicaCount < minReplicaCount) return [];
    const message = `\`idleReplicaCount\` ${idleReplicaCount} is not below \`minReplicaCount\` ${minReplicaCount}.`;
    return [{ object, path: ['spec', 'idleReplicaCount'], message }];
  });
  return [...ranges, ...idle];
}
