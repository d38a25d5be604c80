// Which free parts of the clusters' pools a new tenant takes: one in each zone. Judges nothing: rules hold them against the rest.
import { freeRanges, parseRange } from '../model/cidr.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Cluster, DedicatedSubnet } from '../model/generated/inputs.ts';

/** Room for 27 databases and caches in a zone: AWS keeps five addresses (VPC user guide, "Subnet sizing"). */
const bits = 27;

/** By cluster; a cluster that is unknown, or whose pool is full, is left out. */
export function freeSubnets(fleet: Fleet, clusters: readonly string[]): Record<string, DedicatedSubnet[]> {
  const entries = clusters.flatMap((name) => {
    const cluster = fleet.clusters.get(name)?.value;
    const subnets = cluster === undefined ? [] : subnetsOn(fleet, cluster);
    return subnets.length === 0 ? [] : [[name, subnets] as const];
  });
  return Object.fromEntries(entries);
}

function subnetsOn({ tenants }: Fleet, { name, network }: Cluster): DedicatedSubnet[] {
  const pool = parseRange(network.tenantPool ?? '');
  if (pool === undefined) return [];
  const taken = [...tenants.values()]
    .flatMap(({ value }) => value.clusterOverrides?.[name]?.subnets ?? [])
    .flatMap(({ cidr }) => parseRange(cidr) ?? []);
  const zones = [...new Set(network.subnets.map(({ zone }) => zone))].sort();
  const free = freeRanges(pool, taken, bits, zones.length);
  if (free.length < zones.length) return [];
  return zones.flatMap((zone, index) => {
    const range = free[index];
    return range === undefined ? [] : [{ zone, cidr: range.text }];
  });
}
