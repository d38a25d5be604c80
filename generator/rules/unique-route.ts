// No two tenants answer at the same address: a host belongs to one tenant everywhere, a prefix to one tenant of an
// environment. Of two, the one to change is the newcomer, and never the one whose own id the prefix is.

import type { Fleet } from '../model/fleet.ts';
import type { Tenant } from '../model/generated/inputs.ts';
import { isWithin } from '../model/hosts.ts';
import type { FleetRule } from '../model/rule.ts';
import { bySeniority } from '../model/seniority.ts';
import type { Path, Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

interface Claim {
  readonly key: string;
  readonly words: string;
  readonly path: Path;
}

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    const owners = new Map<string, { readonly claim: Claim; readonly source: Source<Tenant> }>();
    for (const source of bySeniority(fleet).sort(byOwnName)) {
      const claim = claimOf(fleet, source.value);
      if (claim === undefined) continue;
      const owner = owners.get(claim.key);
      if (owner === undefined) {
        owners.set(claim.key, { claim, source });
        continue;
      }
      yield {
        ...locate(source, claim.path),
        message: `${claim.words} already belongs to \`${owner.source.value.id}\`.`,
        hint: 'Choose another one; only one tenant can answer there.',
        related: [{ ...locate(owner.source, owner.claim.path), message: 'The other one is here.' }],
      };
    }
  },
};

/** First those that ask for no other prefix than their id. */
function byOwnName(a: Source<Tenant>, b: Source<Tenant>): number {
  const rank = ({ value: { routing, id } }: Source<Tenant>) => ((routing?.prefix ?? id) === id ? 0 : 1);
  return rank(a) - rank(b);
}

/** A host, or a first path segment of the host that an environment's path-routed tenants share. */
function claimOf(fleet: Fleet, { routing, id, home }: Tenant): Claim | undefined {
  if (routing?.mode === 'domain') {
    const { host } = routing;
    // A host that is not the tenant's at all is one mistake: `require-verified-domain` says it.
    const isOwn = (zone: string) => host !== undefined && isWithin(host, zone);
    if (host === undefined || !fleet.domains.value[id]?.some(isOwn)) return undefined;
    return { key: host, words: `The host \`${host}\``, path: ['routing', 'host'] };
  }
  const environment = fleet.clusters.get(home)?.value.environment;
  if (environment === undefined) return undefined;
  const prefix = routing?.prefix ?? id;
  const path = routing?.prefix === undefined ? ['id'] : ['routing', 'prefix'];
  return { key: `${environment}/${prefix}`, words: `The path \`/${prefix}\` of ${environment}`, path };
}
