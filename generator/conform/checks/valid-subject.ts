// A binding's subjects are said the way RBAC matches them: users and groups by the RBAC group, service accounts by
// namespace. Another way is accepted and never matches.

import type { IRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding';
import type { Cluster, Finding } from '../cluster.ts';

const group = 'rbac.authorization.k8s.io';

export function check(cluster: Cluster): Finding[] {
  const bindings = [`${group}/RoleBinding`, `${group}/ClusterRoleBinding`];
  return bindings
    .flatMap((kind) => cluster.of<IRoleBinding>(kind))
    .flatMap((object) =>
      (object.value.subjects ?? []).flatMap((subject, index): Finding[] => {
        const words = explain(subject);
        return words === undefined ? [] : [{ object, path: ['subjects', index], message: words }];
      }),
    );
}

type Subject = NonNullable<IRoleBinding['subjects']>[number];

function explain({ kind, name, namespace, apiGroup }: Subject): string | undefined {
  if (kind === 'ServiceAccount') {
    if (namespace === undefined) return `service account \`${name}\` needs a namespace.`;
    return apiGroup ? 'a service account has no `apiGroup`.' : undefined;
  }
  if (kind !== 'User' && kind !== 'Group') return `\`${kind}\` is not a kind of subject.`;
  if (namespace !== undefined) return `a ${kind} lives outside namespaces.`;
  return apiGroup === group ? undefined : `a ${kind} needs \`apiGroup: ${group}\`.`;
}
