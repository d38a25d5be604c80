// What a tenant's folder puts into a namespace goes into one that this tenant or its cluster declares, never into another
// tenant's. Platform folders may use namespaces that an installer makes, so they are not held to it.

import type { Cluster, Finding } from '../cluster.ts';
import { namespaceOf } from '../object.ts';

const tenantFile = /^rendered\/[^/]+\/tenants\//;

export function check(cluster: Cluster): Finding[] {
  return cluster.objects
    .filter(({ file }) => tenantFile.test(file))
    .filter((object) => namespaceOf(object) !== '' && !cluster.find('/Namespace', '', namespaceOf(object)))
    .map((object) => ({
      object,
      path: ['metadata', 'namespace'],
      message: `no Namespace \`${namespaceOf(object)}\` is rendered.`,
    }));
}
