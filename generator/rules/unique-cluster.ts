// No two clusters share a network: two files about one VPC or one subnet are a copy that nobody finished.

import type { Cluster } from '../model/generated/inputs.ts';
import type { FleetRule } from '../model/rule.ts';
import type { Path, Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ clusters }) {
    const owners = new Map<string, { readonly source: Source<Cluster>; readonly path: Path }>();
    for (const source of clusters.values()) {
      for (const { id, path } of idsOf(source.value)) {
        const owner = owners.get(id);
        if (owner === undefined) {
          owners.set(id, { source, path });
          continue;
        }
        const whose = owner.source === source ? 'in this file' : `to \`${owner.source.value.name}\``;
        yield {
          ...locate(source, path),
          message: `\`${id}\` already belongs ${owner.source === source ? 'to another entry ' : ''}${whose}.`,
          hint: 'Write the id that AWS shows for this one.',
          related: [{ ...locate(owner.source, owner.path), message: 'The other one is here.' }],
        };
      }
    }
  },
};

function idsOf({ network, dns }: Cluster): { id: string; path: Path }[] {
  return [
    { id: network.vpc, path: ['network', 'vpc'] },
    { id: dns.privateZone, path: ['dns', 'privateZone'] },
    ...network.subnets.map(({ id }, index) => ({ id, path: ['network', 'subnets', index, 'id'] })),
  ];
}
