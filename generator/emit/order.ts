// The order of objects inside a file. Knows nothing of what the objects mean beyond their kind and name.

import { identify, type Manifest } from '../model/manifest.ts';
import { compareText } from '../model/text-order.ts';

/** What others need comes first, as `kubectl apply` and a reader want it. Kinds not listed follow, by name. */
const kinds = [
  'Namespace',
  'PriorityClass',
  'ResourceQuota',
  'LimitRange',
  'ServiceAccount',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'NetworkPolicy',
  'ConfigMap',
  'Service',
  'Deployment',
  'HorizontalPodAutoscaler',
  'ScaledObject',
  'VerticalPodAutoscaler',
  'PodDisruptionBudget',
  'Job',
  'CronJob',
];
const ranks = new Map(kinds.map((kind, index) => [kind, index]));

/** A copy in canonical order: by kind, then namespace, name and API group by UTF-16 code unit. */
export function orderManifests(manifests: readonly Manifest[]): Manifest[] {
  return [...manifests].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      compareText(a.kind, b.kind) ||
      compareText(a.metadata.namespace ?? '', b.metadata.namespace ?? '') ||
      compareText(a.metadata.name, b.metadata.name) ||
      compareText(identify(a), identify(b)),
  );
}

function rankOf(manifest: Manifest): number {
  return ranks.get(manifest.kind) ?? kinds.length;
}
