// No service bears a name that its pods or its namespace hold already: a service is a container and a ServiceAccount.

import { copierOf, secretReader } from '../model/names.ts';
import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

const holders = new Map([
  ['default', 'the ServiceAccount that every namespace has'],
  // Istio's injection template, `istio-injection/files`: `sidecar`.
  ['istio-init', 'a container that Istio adds to every pod'],
  ['istio-proxy', 'a container that Istio adds to every pod'],
  ['istio-validation', 'a container that Istio adds to every pod'],
  [secretReader, "the ServiceAccount and the role that read a tenant's secrets"],
  [copierOf('documents'), 'the role that copies documents to another region'],
  [copierOf('audit'), 'the role that copies audit trails to another region'],
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
