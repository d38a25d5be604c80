// A service answers before the load balancer gives up: else callers see its 504 while the service still works.

import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ services, platform }) {
    const { idleSeconds } = platform.value.edge;
    for (const [name, service] of Object.entries(services.value)) {
      const { timeoutSeconds, exposed } = service;
      if (exposed === undefined || timeoutSeconds === undefined || timeoutSeconds < idleSeconds) continue;
      yield {
        ...locate(services, [name, 'timeoutSeconds']),
        message: `\`${name}\` may take ${timeoutSeconds} seconds, and the load balancer waits for ${idleSeconds}.`,
        hint: `Choose less than ${idleSeconds}: what takes longer belongs into the queue.`,
        related: [{ ...locate(platform, ['edge', 'idleSeconds']), message: 'The load balancer waits here.' }],
      };
    }
  },
};
