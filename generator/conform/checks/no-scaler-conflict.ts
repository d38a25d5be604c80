// One hand on each workload's replicas: a second autoscaler, or a number in the workload that every sync sets back,
// would fight the first.

import type { Cluster, Finding } from '../cluster.ts';
import { nameOf, namespaceOf } from '../object.ts';
import { listScalers, nameTarget, type Scaler } from '../scaler.ts';

export function check(cluster: Cluster): Finding[] {
  const findings: Finding[] = [];
  const owners = new Map<string, Scaler>();
  for (const scaler of listScalers(cluster)) {
    const other = owners.get(scaler.target);
    if (other === undefined) owners.set(scaler.target, scaler);
    else {
      const message = 'another autoscaler already sets the replicas of the same target.';
      findings.push({
        object: scaler.object,
        path: ['spec', 'scaleTargetRef'],
        message,
        other: other.object,
      });
    }
  }
  for (const { object } of cluster.workloads()) {
    const owner = owners.get(nameTarget(namespaceOf(object), object.value.kind, nameOf(object)));
    if (owner === undefined || object.value.spec.replicas === undefined) continue;
    const message = '`replicas` is set although an autoscaler owns it.';
    findings.push({ object, path: ['spec', 'replicas'], message, other: owner.object });
  }
  return findings;
}
