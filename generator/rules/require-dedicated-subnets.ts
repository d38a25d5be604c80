// A tenant on two clusters keeps its data in subnets of its own on both. AWS lets the pods of its other cluster in by their
// range, which is every tenant's there (https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html):
// what keeps the others out is that no policy of theirs leads to its subnets. Either cluster may become its home.
import type { Cluster } from '../model/generated/inputs.ts';
import { placementOf } from '../model/placement.ts';
import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants, clusters, tiers }) {
    for (const source of tenants.values()) {
      const { id, home, tier, clusterOverrides } = source.value;
      const placement = placementOf(source.value);
      const peer = clusters.get(home)?.value.peer;
      // A placement that is none is other rules' to say, and so is a tier that has two clusters and no subnets.
      const isPair =
        peer !== undefined &&
        placement.length === 2 &&
        [home, peer].every((name) => placement.includes(name));
      if (!isPair || !tiers.value[tier].dedicatedSubnets) continue;
      for (const [index, name] of placement.entries()) {
        const cluster = clusters.get(name)?.value;
        if (cluster === undefined || clusterOverrides?.[name]?.subnets !== undefined) continue;
        const other = name === home ? peer : home;
        yield {
          ...locate(source, ['clusters', index]),
          message: `\`${id}\` has no subnets of its own on \`${name}\`, and pods of every tenant on \`${other}\` ${name === home ? 'may knock at its database' : 'could knock at its database once that is its home'}.`,
          hint: hintFor(cluster),
        };
      }
    }
  },
};

function hintFor({ name, network: { tenantPool } }: Cluster): string {
  const path = `\`clusterOverrides.${name}.subnets\``;
  return tenantPool === undefined
    ? `Give \`clusters/${name}.yaml\` a \`network.tenantPool\`, and the tenant ${path} from it.`
    : `Add ${path}: one range in each of its zones, from the free part of \`${tenantPool}\`.`;
}
