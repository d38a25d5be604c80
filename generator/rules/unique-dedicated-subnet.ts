// No address is in two tenants' own subnets on one cluster, nor twice in one tenant's.

import { overlap, parseRange, type Range } from '../model/cidr.ts';
import type { Tenant } from '../model/generated/inputs.ts';
import type { FleetRule } from '../model/rule.ts';
import type { Path, Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

interface Placed {
  readonly source: Source<Tenant>;
  readonly path: Path;
  readonly range: Range;
}

export const rule: FleetRule = {
  over: 'fleet',
  *check({ tenants }) {
    for (const placed of subnetsOf(tenants.values()).values()) {
      // Sorted by first address, a range that overlaps any earlier one overlaps the earlier one that ends last.
      placed.sort((a, b) => a.range.first - b.range.first || a.range.bits - b.range.bits);
      let last: Placed | undefined;
      for (const one of placed) {
        if (last !== undefined && overlap(last.range, one.range)) {
          const owner = last.source === one.source ? 'another of its subnets' : `\`${last.source.value.id}\``;
          yield {
            ...locate(one.source, one.path),
            message: `\`${one.range.text}\` overlaps \`${last.range.text}\` of ${owner}.`,
            hint: "Choose a part of the cluster's pool that nobody has.",
            related: [{ ...locate(last.source, last.path), message: 'The other one is here.' }],
          };
        }
        if (last === undefined || one.range.last > last.range.last) last = one;
      }
    }
  },
};

/** By cluster. */
function subnetsOf(tenants: Iterable<Source<Tenant>>): Map<string, Placed[]> {
  const placed = new Map<string, Placed[]>();
  for (const source of tenants) {
    for (const [cluster, { subnets = [] }] of Object.entries(source.value.clusterOverrides ?? {})) {
      const here = placed.get(cluster) ?? [];
      placed.set(cluster, here);
      for (const [index, { cidr }] of subnets.entries()) {
        const range = parseRange(cidr);
        const path = ['clusterOverrides', cluster, 'subnets', index, 'cidr'];
        if (range !== undefined) here.push({ source, path, range });
      }
    }
  }
  return placed;
}
