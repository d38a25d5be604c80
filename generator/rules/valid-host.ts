// A tenant's host is a name of the public DNS: no address, no name that only a machine or a cluster knows, no broken label.
import { hostsOf } from '../model/hosts.ts';
import { mistakeInName } from '../model/public-name.ts';
import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const { host, source, path } of hostsOf(fleet)) {
      const reason = mistakeInName(host);
      if (reason === undefined) continue;
      yield {
        ...locate(source, path),
        message: `\`${host}\` ${reason}.`,
        hint: 'Write a host name of the public DNS that the insurer owns.',
      };
    }
  },
};
