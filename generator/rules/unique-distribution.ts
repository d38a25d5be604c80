// A CloudFront distribution is of one tenant and serves one host of it. Its id is taken over as it stands
// (https://docs.crossplane.io/latest/managed-resources/managed-resources/#external-name): with another tenant's, that
// tenant's hosts, certificate and firewall would be overwritten. AWS looks at no tag there, so this is the only fence.
import type { Fleet } from '../model/fleet.ts';
import type { Tenant } from '../model/generated/inputs.ts';
import { isWithin } from '../model/hosts.ts';
import type { FleetRule } from '../model/rule.ts';
import { bySeniority } from '../model/seniority.ts';
import type { Source } from '../model/source.ts';
import { list } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

interface Owner {
  readonly source: Source<Tenant>;
  readonly host: string;
}

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    const owners = new Map<string, Owner>();
    for (const source of bySeniority(fleet)) {
      for (const [host, id] of Object.entries(source.value.cdn?.distributions ?? {})) {
        const path = ['cdn', 'distributions', host];
        const zones = fleet.domains.value[source.value.id] ?? [];
        if (!isOwn(fleet, source.value, host)) {
          yield {
            ...locate(source, path, 'key'),
            message: `\`${host}\` is no host of \`${source.value.id}\`, and so has no distribution of it.`,
            hint: zones.length === 0 ? 'Remove it.' : `Remove it, or write a host in ${list(zones, 'or')}.`,
          };
        }
        const owner = owners.get(id);
        if (owner === undefined) {
          owners.set(id, { source, host });
          continue;
        }
        const whose = owner.source === source ? '' : ` of \`${owner.source.value.id}\``;
        yield {
          ...locate(source, path),
          message: `\`${id}\` serves \`${owner.host}\`${whose}, and would be made to serve \`${host}\`.`,
          hint: 'Write the id that AWS gave for this host, or none before there is one.',
          related: [
            {
              ...locate(owner.source, ['cdn', 'distributions', owner.host]),
              message: 'The other one is here.',
            },
          ],
        };
      }
    }
  },
};

/** Its host, or a former or future one, in a zone that is verified for it. */
function isOwn({ domains }: Fleet, { id, routing }: Tenant, host: string): boolean {
  // A host of `routing` that is not verified is `require-verified-domain`'s to say.
  return host === routing?.host || (domains.value[id] ?? []).some((zone) => isWithin(host, zone));
}
