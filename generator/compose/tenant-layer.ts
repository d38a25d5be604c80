// One ApplicationSet per layer: an Application for every tenant of the cluster that has files in that layer. What a
// tenant's Application may reach follows from its directory's name, never from a value in a file.
import { labels } from '../model/labels.ts';
import type { Layer } from '../model/layers.ts';
import type { Manifest } from '../model/manifest.ts';
import { applicationOf, namespaceOf, projectOf } from '../model/names.ts';
import type { ClusterTarget } from '../model/target.ts';
import { applicationSet, type SetPlan, syncPolicyOf } from './application-set.ts';

export interface LayerPlan {
  readonly layer: Layer;
  /** Applications and their objects outlive the tenant's `target.yaml` and the set. */
  readonly keeps: boolean;
  /** What leaves the folder leaves the cluster. */
  readonly prune: boolean;
  readonly syncOptions?: readonly string[];
  readonly strategy?: NonNullable<SetPlan['strategy']>;
}

/** The folder of `target.yaml`: the tenant's id. */
const tenant = '{{ .path.basename }}';

export function tenantLayer(target: ClusterTarget, plan: LayerPlan): Manifest {
  const { layer, keeps, prune, syncOptions = [], strategy } = plan;
  const tenants = `rendered/${target.cluster.name}/tenants`;
  return applicationSet(target, {
    name: `tenant-${layer}`,
    git: { files: [{ path: `${tenants}/*/target.yaml` }] },
    // A folder that is not there is an error to an Application, so without files there is none.
    selector: { matchLabels: { [`layers.${layer}`]: 'true' } },
    keeps,
    ...(strategy && { strategy }),
    application: {
      name: applicationOf(tenant, layer),
      labels: {
        [labels.tenant]: tenant,
        [labels.layer]: layer,
        [labels.tier]: '{{ .tier }}',
        [labels.ring]: '{{ .ring }}',
      },
      project: projectOf(tenant),
      namespace: namespaceOf(tenant),
      path: `${tenants}/${tenant}/${layer}`,
      // Says that these are plain manifests: a `Chart.yaml` that slips in is refused, not executed.
      directory: { include: '*.yaml' },
      syncPolicy: syncPolicyOf(target.platform, prune, ...syncOptions),
    },
  });
}
