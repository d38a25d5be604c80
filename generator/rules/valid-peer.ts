// Peers name each other, are of one environment and live in different regions.

import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ clusters }) {
    for (const [name, source] of clusters) {
      const { peer, environment, region } = source.value;
      const other = clusters.get(peer ?? '')?.value;
      if (peer === undefined || other === undefined) continue;
      if (peer === name) {
        yield {
          ...locate(source, ['peer']),
          message: `\`${name}\` is its own peer.`,
          hint: 'Name the other cluster, or remove it.',
        };
      } else if (other.peer !== name) {
        yield {
          ...locate(source, ['peer']),
          message: `\`${peer}\` does not name \`${name}\` as its peer${other.peer === undefined ? '' : `, but \`${other.peer}\``}.`,
          hint: `Write \`peer: ${name}\` in \`clusters/${peer}.yaml\` too, or remove it here.`,
        };
      } else if (name < peer) {
        // What is wrong with a pair is said once, at the later of the two.
      } else if (other.environment !== environment) {
        yield {
          ...locate(source, ['peer']),
          message: `\`${peer}\` is a ${other.environment} cluster, \`${name}\` a ${environment} one.`,
          hint: 'Pair clusters of one environment.',
        };
      } else if (other.region === region) {
        yield {
          ...locate(source, ['peer']),
          message: `\`${peer}\` is in \`${region}\` too, so both are lost when the region is.`,
          hint: 'Pair clusters of different regions.',
        };
      }
    }
  },
};
