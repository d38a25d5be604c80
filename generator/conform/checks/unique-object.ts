// No object is rendered twice for one cluster: the second would quietly replace the first. Knows nothing of file order.

import { identify } from '../../model/manifest.ts';
import type { Cluster, Finding } from '../cluster.ts';
import type { Site } from '../unplaced.ts';

export function check(cluster: Cluster): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, Site>();
  for (const object of cluster.objects) {
    const identity = identify(object.value);
    const other = seen.get(identity) ?? cluster.findElsewhere(identity);
    if (other === undefined) seen.set(identity, object);
    else
      findings.push({ object, path: ['metadata', 'name'], message: 'the object is rendered twice.', other });
  }
  return findings;
}
