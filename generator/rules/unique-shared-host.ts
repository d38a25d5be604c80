// Each environment has a shared host of its own: prefixes are unique within an environment, so on a host of both a tenant
// in staging could take the path of an insurer in production.

import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ platform }) {
    const { production, staging } = platform.value.domains.shared;
    if (production !== staging) return;
    yield {
      ...locate(platform, ['domains', 'shared', 'staging']),
      message: `\`${staging}\` is the shared host of production too.`,
      hint: 'Give staging a host of its own.',
      related: [
        { ...locate(platform, ['domains', 'shared', 'production']), message: 'The other one is here.' },
      ],
    };
  },
};
