// Pods restart as their kind demands: a Job's never or on failure, everybody else's always.

import type { Cluster, Finding } from '../cluster.ts';

export function check(cluster: Cluster): Finding[] {
  return cluster.workloads().flatMap(({ object, pod, template }) => {
    const job = /^(Cron)?Job$/.test(object.value.kind);
    const policy = pod.restartPolicy ?? 'Always';
    if (job ? policy !== 'Always' : policy === 'Always') return [];
    const wanted = job ? '`Never` or `OnFailure`' : '`Always`';
    const path = [...template, 'spec', 'restartPolicy'];
    return [{ object, path, message: `\`restartPolicy\` of a ${object.value.kind} must be ${wanted}.` }];
  });
}
