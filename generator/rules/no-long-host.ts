// A claim bears the host that it is for, and no label may be longer; the first name in a certificate may have 64.

import { hostsOf } from '../model/hosts.ts';
import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

/** RFC 1123, for labels of Kubernetes; ACM API: RequestCertificate. */
const longest = 63;

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const { host, source, path } of hostsOf(fleet)) {
      if (source === fleet.domains || host.length <= longest) continue;
      yield {
        ...locate(source, path),
        message: `\`${host}\` has ${host.length} characters, and a host may have ${longest}.`,
        hint: 'Choose a shorter one: a certificate takes no longer name first.',
      };
    }
  },
};
