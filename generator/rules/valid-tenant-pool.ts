// The range that tenants' own subnets are cut from is a free part of the VPC, and has a route table of its own.

import { canonicalRange, contains, overlap, parseRange, type Range } from '../model/cidr.ts';
import type { Cluster } from '../model/generated/inputs.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

const path = ['network', 'tenantPool'];

export const rule: FleetRule = {
  over: 'fleet',
  *check({ clusters }) {
    for (const source of clusters.values()) {
      const { tenantPool, tenantRouteTable } = source.value.network;
      if (tenantPool !== undefined) yield* checkPool(source, tenantPool);
      if ((tenantPool === undefined) === (tenantRouteTable === undefined)) continue;
      const [there, missing] =
        tenantPool === undefined ? ['tenantRouteTable', 'tenantPool'] : ['tenantPool', 'tenantRouteTable'];
      yield {
        ...locate(source, ['network', there], 'key'),
        message: `\`${there}\` goes with \`${missing}\`, which is missing.`,
        hint: `Add \`${missing}\`, or remove this.`,
      };
    }
  },
};

function* checkPool(source: Source<Cluster>, text: string): Iterable<Finding> {
  const { vpcCidr, subnets } = source.value.network;
  const place = locate(source, path);
  const pool = parseRange(text);
  const vpc = parseRange(vpcCidr);
  if (pool === undefined) {
    const hint = 'Write something like `10.16.64.0/18`.';
    yield { ...place, message: `\`${text}\` is not an IPv4 range.`, hint };
    return;
  }
  const taken = subnets.findIndex(({ cidr }) => isTaken(pool, cidr));
  if (canonicalRange(text) !== text) {
    const message = `\`${text}\` has bits set beyond its first ${pool.bits}, or zeros in front.`;
    yield { ...place, message, hint: `Write \`${canonicalRange(text)}\`.` };
  } else if (vpc !== undefined && !contains(vpc, pool)) {
    const message = `\`${text}\` does not lie in the VPC's \`${vpcCidr}\`.`;
    yield { ...place, message, hint: `Choose a free part of \`${vpcCidr}\`.` };
  } else if (taken >= 0) {
    yield {
      ...place,
      message: `\`${text}\` overlaps the cluster's own subnet \`${subnets[taken]?.cidr}\`.`,
      hint: 'Choose a part of the VPC that no subnet has.',
      related: [{ ...locate(source, ['network', 'subnets', taken, 'cidr']), message: 'The subnet is here.' }],
    };
  }
}

function isTaken(pool: Range, cidr: string): boolean {
  const subnet = parseRange(cidr);
  return subnet !== undefined && overlap(subnet, pool);
}
