// A tenant's own subnet is a piece of its cluster's pool in its one right spelling, of a size that suits databases, in a zone
// of the cluster, and the only one there.

import { canonicalRange, contains, parseRange } from '../model/cidr.ts';
import type { Cluster, DedicatedSubnet, Tenant } from '../model/generated/inputs.ts';
import type { Finding, TenantRule } from '../model/rule.ts';
import type { Path, Source } from '../model/source.ts';
import { list } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

/** Bits: AWS makes none that is narrower (VPC user guide, "Subnet sizing"), and keeps five addresses of each for itself. */
const narrowest = 28;
/** A tenant has a few databases and caches; what is wider is a slip. */
const widest = 24;

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants, clusters }) {
    for (const source of tenants.values()) {
      for (const [name, { subnets = [] }] of Object.entries(source.value.clusterOverrides ?? {})) {
        const cluster = clusters.get(name)?.value;
        if (cluster === undefined || subnets.length === 0) continue;
        const path = ['clusterOverrides', name, 'subnets'];
        if (cluster.network.tenantPool === undefined) {
          yield {
            ...locate(source, path, 'key'),
            message: `\`${name}\` has no range that tenants' own subnets are cut from.`,
            hint: `Remove them, or give \`clusters/${name}.yaml\` a \`network.tenantPool\`.`,
          };
          continue;
        }
        yield* checkZones(source, path, subnets, cluster);
        for (const [index, { cidr }] of subnets.entries()) {
          yield* checkRange(source, [...path, index, 'cidr'], cidr, cluster.network.tenantPool);
        }
      }
    }
  },
};

function* checkZones(
  source: Source<Tenant>,
  path: Path,
  subnets: readonly DedicatedSubnet[],
  { name, network }: Cluster,
): Iterable<Finding> {
  const zones = [...new Set(network.subnets.map(({ zone }) => zone))].sort();
  for (const [index, { zone }] of subnets.entries()) {
    const first = subnets.findIndex((other) => other.zone === zone);
    if (!zones.includes(zone)) {
      yield {
        ...locate(source, [...path, index, 'zone']),
        message: `\`${name}\` is not in the zone \`${zone}\`.`,
        hint: `Choose among ${list(zones)}.`,
      };
    } else if (first !== index) {
      yield {
        ...locate(source, [...path, index, 'zone']),
        message: `\`${zone}\` has a subnet of the tenant already.`,
        hint: 'Write one subnet per zone: what lives in one zone is lost with it.',
        related: [{ ...locate(source, [...path, first, 'zone']), message: 'The other one is here.' }],
      };
    }
  }
}

function* checkRange(source: Source<Tenant>, path: Path, text: string, pool: string): Iterable<Finding> {
  const range = parseRange(text);
  const outer = parseRange(pool);
  if (range === undefined) {
    yield {
      ...locate(source, path),
      message: `\`${text}\` is not an IPv4 range.`,
      hint: `Choose a free part of \`${pool}\`.`,
    };
  } else if (canonicalRange(text) !== text) {
    yield {
      ...locate(source, path),
      message: `\`${text}\` has bits set beyond its first ${range.bits}, or zeros in front.`,
      hint: `Write \`${canonicalRange(text)}\`.`,
    };
  } else if (range.bits < widest || range.bits > narrowest) {
    yield {
      ...locate(source, path),
      message: `\`${text}\` is too ${range.bits < widest ? 'wide' : 'narrow'} for databases of one tenant.`,
      hint: `Choose a range between \`/${widest}\` and \`/${narrowest}\`.`,
    };
  } else if (outer !== undefined && !contains(outer, range)) {
    yield {
      ...locate(source, path),
      message: `\`${text}\` does not lie in the cluster's pool, \`${pool}\`.`,
      hint: `Choose a free part of \`${pool}\`.`,
    };
  }
}
