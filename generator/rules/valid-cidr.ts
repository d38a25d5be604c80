// Every range of a cluster is a private one in its one right spelling, has a size that AWS accepts, and lies where its
// role says; no two of them overlap, and none of the peer's either, since peers route to each other.

import { canonicalRange, contains, overlap, parseRange, type Range } from '../model/cidr.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Cluster } from '../model/generated/inputs.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import type { Path, Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

interface Named {
  readonly path: Path;
  readonly text: string;
  /** Number of fixed bits of the widest and the narrowest range that may stand here. */
  readonly widest: number;
  readonly narrowest: number;
}

type Placed = Named & { readonly range: Range };

/** RFC 1918 and RFC 6598. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].flatMap(
  (text) => parseRange(text) ?? [],
);

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    for (const source of fleet.clusters.values()) {
      const named = rangesOf(source.value);
      for (const one of named) yield* checkRange(source, one);
      const placed = named.flatMap((one) => {
        const range = parseRange(one.text);
        return range === undefined ? [] : [{ ...one, range }];
      });
      yield* checkSubnets(source, placed);
      yield* checkOverlaps(
        source,
        placed.filter(({ path }) => path.length === 2),
      );
      yield* checkOverlaps(
        source,
        placed.filter(({ path }) => path.length > 2),
      );
      yield* checkPeer(fleet, source, placed);
    }
  },
};

/** The three ranges of the cluster, then its subnets. Sizes: VPC user guide, "VPC CIDR blocks"; EKS for Services. */
function rangesOf({ network }: Cluster): Named[] {
  const vpc = { widest: 16, narrowest: 28 };
  return [
    { path: ['network', 'vpcCidr'], text: network.vpcCidr, ...vpc },
    { path: ['network', 'podCidr'], text: network.podCidr, ...vpc },
    { path: ['network', 'serviceCidr'], text: network.serviceCidr, widest: 12, narrowest: 24 },
    ...network.subnets.map(({ cidr }, index) => ({
      path: ['network', 'subnets', index, 'cidr'],
      text: cidr,
      ...vpc,
    })),
  ];
}

function* checkRange(source: Source<Cluster>, { path, text, widest, narrowest }: Named): Iterable<Finding> {
  const range = parseRange(text);
  if (range === undefined) {
    yield {
      ...locate(source, path),
      message: `\`${text}\` is not an IPv4 range.`,
      hint: 'Write something like `10.16.0.0/16`.',
    };
  } else if (canonicalRange(text) !== text) {
    yield {
      ...locate(source, path),
      message: `\`${text}\` has bits set beyond its first ${range.bits}, or zeros in front.`,
      hint: `Write \`${canonicalRange(text)}\`.`,
    };
  } else if (!privateRanges.some((outer) => contains(outer, range))) {
    yield {
      ...locate(source, path),
      message: `\`${text}\` is not a private range.`,
      hint: 'Choose one in `10.0.0.0/8`, `172.16.0.0/12`, `192.168.0.0/16` or `100.64.0.0/10`.',
    };
  } else if (range.bits < widest || range.bits > narrowest) {
    yield {
      ...locate(source, path),
      message: `\`${text}\` has a size that AWS refuses here.`,
      hint: `Choose a range between \`/${widest}\` and \`/${narrowest}\`.`,
    };
  }
}

/** Pods take addresses from the pod range, everything else from the VPC's. */
function* checkSubnets(source: Source<Cluster>, placed: readonly Placed[]): Iterable<Finding> {
  for (const { path, range } of placed) {
    const subnet = source.value.network.subnets[Number(path[2])];
    if (path.length === 2 || subnet === undefined) continue;
    const key = subnet.role === 'pod' ? 'podCidr' : 'vpcCidr';
    const outer = placed.find((one) => one.path[1] === key && one.path.length === 2)?.range;
    if (outer === undefined || contains(outer, range)) continue;
    yield {
      ...locate(source, path),
      message: `A subnet with \`role: ${subnet.role}\` lies in the cluster's \`${key}\`, \`${outer.text}\`; \`${range.text}\` does not.`,
      hint: `Choose a free part of \`${outer.text}\`.`,
    };
  }
}

/** Sorted by first address, a range that overlaps any earlier one overlaps the earlier one that ends last. */
function* checkOverlaps(source: Source<Cluster>, placed: readonly Placed[]): Iterable<Finding> {
  const sorted = placed.toSorted((a, b) => a.range.first - b.range.first || a.range.bits - b.range.bits);
  let last: Placed | undefined;
  for (const one of sorted) {
    if (last !== undefined && overlap(last.range, one.range)) {
      yield {
        ...locate(source, one.path),
        message: `\`${one.text}\` overlaps \`${last.text}\`.`,
        hint: 'Choose ranges that share no address.',
        related: [{ ...locate(source, last.path), message: 'The other one is here.' }],
      };
    }
    if (last === undefined || one.range.last > last.range.last) last = one;
  }
}

/** Each pair is looked at once, from the cluster that stands later in the alphabet. */
function* checkPeer(fleet: Fleet, source: Source<Cluster>, placed: readonly Placed[]): Iterable<Finding> {
  const peer = fleet.clusters.get(source.value.peer ?? '');
  if (peer === undefined || peer.value.name >= source.value.name) return;
  const { vpcCidr, podCidr } = peer.value.network;
  for (const { path, range } of placed) {
    if (path[1] !== 'vpcCidr' && path[1] !== 'podCidr') continue;
    const theirs = [vpcCidr, podCidr].find((text) => {
      const other = parseRange(text);
      return other !== undefined && overlap(other, range);
    });
    if (theirs === undefined) continue;
    yield {
      ...locate(source, path),
      message: `\`${range.text}\` overlaps \`${theirs}\` of the peer \`${peer.value.name}\`, and peers route to each other.`,
      hint: 'Choose ranges that share no address.',
    };
  }
}
