// A Service reaches pods that the tree renders, on a port that they open. A Service without a selector is somebody
// else's to fill.

import type { IService } from 'kubernetes-models/v1/Service';
import type { Cluster, Finding } from '../cluster.ts';
import { namespaceOf } from '../object.ts';
import { opensPort } from '../ports.ts';
import { matchLabels } from '../selector.ts';

export function check(cluster: Cluster): Finding[] {
  const findings: Finding[] = [];
  for (const object of cluster.of<IService>('/Service')) {
    const { selector, ports = [] } = object.value.spec ?? {};
    if (selector === undefined) continue;
    const pods = cluster
      .workloads(namespaceOf(object))
      .filter(({ labels }) => matchLabels({ matchLabels: selector }, labels));
    if (pods.length === 0) {
      findings.push({ object, path: ['spec', 'selector'], message: 'the selector matches no pod template.' });
      continue;
    }
    for (const [index, { port, targetPort = port, protocol = 'TCP' }] of ports.entries()) {
      const closed = pods.find((pod) => !opensPort(pod, targetPort, protocol));
      if (closed === undefined) continue;
      const message = `the pods open no ${protocol} port \`${targetPort}\`.`;
      findings.push({ object, path: ['spec', 'ports', index], message, other: closed.object });
    }
  }
  return findings;
}
