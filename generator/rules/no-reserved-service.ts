// No service bears a name that its pods or its namespace hold already: a service is a container and a ServiceAccount.

import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

const holders = new Map([
  ['default', 'the ServiceAccount that every namespace has'],
  // Istio's injection template, `istio-injection/files`: `sidecar`.
  ['istio-init', 'a container that Istio adds to every pod'],
  ['istio-proxy', 'a container that Istio adds to every pod'],
  ['istio-validation', 'a container that Istio adds to every pod'],
]);

export const rule: FleetRule = {
  over: 'fleet',
  *check({ services }) {
    for (const name of Object.keys(services.value)) {
      const holder = holders.get(name);
      if (holder === undefined) continue;
      yield {
        ...locate(services, [name], 'key'),
        message: `\`${name}\` is ${holder}.`,
        hint: 'Choose another name, here and in `platform/releases/`.',
      };
    }
  },
};
