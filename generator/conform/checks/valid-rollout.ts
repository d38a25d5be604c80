// A Deployment's rollout can move: it may add a pod or take one away, and says how only when it rolls.

import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { Cluster, Finding } from '../cluster.ts';

export function check(cluster: Cluster): Finding[] {
  return cluster.of<IDeployment>('apps/Deployment').flatMap((object): Finding[] => {
    const { type = 'RollingUpdate', rollingUpdate } = object.value.spec?.strategy ?? {};
    const path = ['spec', 'strategy'];
    if (type === 'Recreate' && rollingUpdate !== undefined) {
      return [{ object, path, message: '`rollingUpdate` has no place beside `Recreate`.' }];
    }
    const { maxSurge = '25%', maxUnavailable = '25%' } = rollingUpdate ?? {};
    if (Number.parseInt(String(maxSurge), 10) > 0 || Number.parseInt(String(maxUnavailable), 10) > 0)
      return [];
    return [{ object, path, message: '`maxSurge` and `maxUnavailable` are both 0: no rollout can start.' }];
  });
}
