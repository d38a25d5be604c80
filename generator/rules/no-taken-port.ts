// A service's ports differ from each other and from those of the sidecar that shares its pod.

import { sidecarPorts } from '../model/ports.ts';
import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ services }) {
    for (const [name, { port, metricsPort }] of Object.entries(services.value)) {
      for (const [key, number] of [
        ['port', port],
        ['metricsPort', metricsPort],
      ] as const) {
        if (number === undefined || !sidecarPorts.has(number)) continue;
        yield {
          ...locate(services, [name, key]),
          message: `The sidecar in every pod of \`${name}\` listens on ${number} already.`,
          hint: 'Choose a port outside 15000 to 15099.',
        };
      }
      if (port === undefined || port !== metricsPort) continue;
      yield {
        ...locate(services, [name, 'metricsPort']),
        message: `\`${name}\` answers requests on ${port} already, so its metrics cannot be there.`,
        hint: 'Serve metrics on a port of their own, which the edge does not reach.',
      };
    }
  },
};
