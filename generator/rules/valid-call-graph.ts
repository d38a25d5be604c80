// A service calls other services that answer requests: not itself, and no worker, schedule or migration.

import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ services }) {
    for (const [caller, { calls = {} }] of Object.entries(services.value)) {
      for (const callee of Object.keys(calls)) {
        const kind = services.value[callee]?.kind;
        if (kind === undefined) continue;
        if (callee === caller) {
          yield {
            ...locate(services, [caller, 'calls', callee], 'key'),
            message: `\`${caller}\` calls itself.`,
            hint: 'Remove it: a pod reaches itself without leave.',
          };
        } else if (kind !== 'http') {
          yield {
            ...locate(services, [caller, 'calls', callee], 'key'),
            message: `\`${caller}\` calls \`${callee}\`, which answers no requests: its kind is \`${kind}\`.`,
            hint: 'Remove it, or give the callee `kind: http`.',
          };
        }
      }
    }
  },
};
