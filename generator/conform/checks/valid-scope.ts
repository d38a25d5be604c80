// A namespaced object names its namespace and a cluster-scoped one names none: `kubectl` and Argo CD would both fill in
// a default of their own. Knows scopes from the table of groups.

import type { Cluster, Finding } from '../cluster.ts';
import { isClusterScoped } from '../schemas/groups.ts';

export function check({ objects }: Cluster): Finding[] {
  return objects.flatMap((object) => {
    const { apiVersion, kind, metadata } = object.value;
    const clusterScoped = isClusterScoped(apiVersion, kind);
    if (clusterScoped && metadata.namespace !== undefined) {
      return [{ object, path: ['metadata', 'namespace'], message: `a ${kind} lives outside namespaces.` }];
    }
    if (!clusterScoped && metadata.namespace === undefined) {
      return [{ object, path: ['metadata'], message: `a ${kind} needs a namespace.` }];
    }
    return [];
  });
}
