// A static front end has no secrets: it has no process that could keep one, and every browser gets all of its files.

import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ services }) {
    for (const [name, { runtime, secrets }] of Object.entries(services.value)) {
      if (runtime !== 'static' || secrets === undefined) continue;
      yield {
        ...locate(services, [name, 'secrets'], 'key'),
        message: `\`${name}\` is static: whatever it has, every browser gets.`,
        hint: 'Give the secret to the service that the front end asks, and remove it here.',
      };
    }
  },
};
