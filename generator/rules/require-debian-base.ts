// Every service is built on one of the platform's base images, which the schema of `platform.yaml` keeps to Debian.

import type { FleetRule } from '../model/rule.ts';
import { list } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ services, platform }) {
    const { bases } = platform.value.images;
    for (const [name, { image }] of Object.entries(services.value)) {
      if (bases.includes(image.base)) continue;
      yield {
        ...locate(services, [name, 'image', 'base']),
        message: `\`${name}\` is built on \`${image.base}\`, which is not one of the platform's base images.`,
        hint: `Build it on ${list(bases, 'or')}.`,
      };
    }
  },
};
