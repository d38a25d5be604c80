// How the host that path-routed tenants share leads to this cluster, on the one cluster of the environment that makes its
// distribution. It names none of them, and knows of no tenant's home: requests go here, and reads to the peer when this
// cluster fails.
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { keptByArgocd } from '../../../../../compose/application-set.ts';
import { cdnSpec } from '../../../../../compose/cdn.ts';
import { revisionLabel } from '../../../../../compose/composition.ts';
import { cachePolicies, cdnComposition } from '../../../../../model/cloudfront.ts';
import { labels, platformLabels } from '../../../../../model/labels.ts';
import { cdnClaim, platformTenant } from '../../../../../model/names.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  const { platform, sharedOrigins } = target;
  if (sharedOrigins.length === 0) return;
  add(chart, {
    apiVersion: `${cdnClaim.group}/${cdnClaim.version}`,
    kind: cdnClaim.kind,
    metadata: {
      name: 'shared-host',
      namespace: platform.edge.namespace,
      labels: platformLabels,
      annotations: keptByArgocd,
    },
    spec: {
      ...specOf(target),
      crossplane: {
        compositionRef: { name: cdnComposition('shared', sharedOrigins.length) },
        compositionUpdatePolicy: 'Automatic',
        compositionRevisionSelector: { matchLabels: revisionLabel(platform.compositions.revision) },
      },
    },
  });
}

/** Nothing is cached: whether a tenant sleeps, or takes visitors of some addresses alone, no cache of a shared host knows. */
function specOf(target: ClusterTarget): Record<string, unknown> {
  const { platform, cluster, tiers, sharedOrigins } = target;
  const host = platform.domains.shared[cluster.environment];
  return cdnSpec(target, {
    tenant: platformTenant,
    host,
    tags: { [labels.environment]: cluster.environment, [labels.tenant]: platformTenant },
    origins: sharedOrigins,
    // Tenants of every tier are behind it.
    tier: tiers.premium.cdn,
    errorPercent: tiers.premium.alarms.errorPercent,
    apiPattern: `/*${platform.cdn.apiPath}/*`,
    cachePolicyId: cachePolicies.nothing,
    // NGINX gives up sooner, by the service.
    readSeconds: platform.edge.idleSeconds,
    entryHost: host,
    countries: [],
    isEnabled: true,
    isWatched: true,
  });
}
