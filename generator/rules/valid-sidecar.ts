// The sidecar that every pod carries fits into the container limits of every tier; else no pod of the tier starts.

import type { Tier } from '../model/generated/inputs.ts';
import { parseCpu, parseMemory } from '../model/quantity.ts';
import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ platform, tiers }) {
    const { requests, limits } = platform.value.mesh.proxy;
    for (const { key, noun, measure } of dimensions) {
      const all = Object.entries(tiers.value) as [string, Tier][];
      const place = (part: string) => locate(platform, ['mesh', 'proxy', part, key]);
      if (measure(requests[key]) > measure(limits[key])) {
        yield {
          ...place('requests'),
          message: `The sidecar asks for \`${requests[key]}\` ${noun}, more than its limit, \`${limits[key]}\`.`,
          hint: 'Lower the request or raise the limit.',
        };
      }
      const [greedy] = all.toSorted(
        ([, a], [, b]) => measure(b.container.min[key]) - measure(a.container.min[key]),
      );
      const least = greedy?.[1].container.min[key] ?? requests[key];
      if (measure(requests[key]) < measure(least)) {
        yield {
          ...place('requests'),
          message: `The sidecar asks for \`${requests[key]}\` ${noun}; a container of the tier \`${greedy?.[0]}\` must ask for \`${least}\`.`,
          hint: 'Raise it, or lower `container.min` of the tiers in `platform/tiers.yaml`.',
        };
      }
      const [narrow] = all.toSorted(
        ([, a], [, b]) => measure(a.container.max[key]) - measure(b.container.max[key]),
      );
      const most = narrow?.[1].container.max[key] ?? limits[key];
      if (measure(limits[key]) > measure(most)) {
        yield {
          ...place('limits'),
          message: `The sidecar may use \`${limits[key]}\` ${noun}; a container of the tier \`${narrow?.[0]}\` may use \`${most}\`.`,
          hint: 'Lower it, or raise `container.max` of the tiers in `platform/tiers.yaml`.',
        };
      }
    }
  },
};

const dimensions = [
  { key: 'cpu', noun: 'CPU', measure: parseCpu },
  { key: 'memory', noun: 'memory', measure: parseMemory },
] as const;
