// One cluster of an environment makes the distribution of its shared host: AWS lets one distribution have a name, and one
// cluster can have it made only once it has a VPC origin.

import type { FleetRule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ clusters }) {
    const owners = new Map<string, Source<unknown>>();
    for (const source of clusters.values()) {
      const { name, environment, edge } = source.value;
      if (edge.sharedHost !== true) continue;
      const place = locate(source, ['edge', 'sharedHost']);
      if (edge.vpcOrigin === undefined) {
        yield {
          ...place,
          message: `No distribution can lead to \`${name}\`: it has no \`vpcOrigin\`.`,
          hint: 'Make the VPC origin first and write down its id, or take `sharedHost` away until then.',
        };
      }
      const owner = owners.get(environment);
      owners.set(environment, owner ?? source);
      if (owner === undefined) continue;
      yield {
        ...place,
        message: `The shared host of ${environment} leads to another cluster already.`,
        hint: 'Take `sharedHost` away from one of them.',
        related: [{ ...locate(owner, ['edge', 'sharedHost']), message: 'The other one is here.' }],
      };
    }
  },
};
