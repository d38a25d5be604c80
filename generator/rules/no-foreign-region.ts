// A tenant's data stays in the countries that its contract names: the regions of all its clusters lie there, and so do
// those that they keep copies in. A copy that another cluster takes today goes there once the tenant leaves that cluster.

import tenantSchema from '../../schemas/tenant.schema.json' with { type: 'json' };
import type { Cluster, Tenant } from '../model/generated/inputs.ts';
import { placementOf } from '../model/placement.ts';
import type { Finding, TenantRule } from '../model/rule.ts';
import type { Path, Source } from '../model/source.ts';
import { list } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

const usual: readonly string[] = tenantSchema.properties.residency.default;

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants, clusters }) {
    for (const source of tenants.values()) {
      for (const [index, name] of placementOf(source.value).entries()) {
        const cluster = clusters.get(name);
        const path = source.value.clusters === undefined ? ['home'] : ['clusters', index];
        if (cluster !== undefined) yield* checkRegions(source, path, cluster);
      }
    }
  },
};

function* checkRegions(source: Source<Tenant>, path: Path, cluster: Source<Cluster>): Iterable<Finding> {
  const { residency = usual } = source.value;
  const contract = { ...locate(source, ['residency']), message: 'The contract is here.' };
  for (const key of ['region', 'backupRegion'] as const) {
    const region = cluster.value[key];
    if (residency.includes(region.slice(0, region.indexOf('-')))) continue;
    const does = key === 'region' ? 'is' : 'keeps copies';
    yield {
      ...locate(source, path),
      message: `\`${cluster.value.name}\` ${does} in \`${region}\`; the tenant's data may be in ${list(residency)} only.`,
      hint: 'Choose another cluster, or change `residency` if the contract allows it.',
      related: [
        ...(source.value.residency === undefined ? [] : [contract]),
        { ...locate(cluster, [key]), message: 'The region is here.' },
      ],
    };
  }
}
