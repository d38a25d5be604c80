// No host pretends to be another: not the platform's, not another tenant's, and none mixes alphabets behind `xn--`.
import { domainToUnicode } from 'node:url';
import type { Fleet } from '../model/fleet.ts';
import { type HostClaim, isWithin, platformZones, verifiedHosts, zonesOf } from '../model/hosts.ts';
import { scriptsOf, skeletonOfHost } from '../model/lookalike.ts';
import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    const owners = ownersBySkeleton(fleet);
    // A tenant's host lies in one of these, or `require-verified-domain` refuses it.
    for (const claim of verifiedHosts(fleet)) {
      const words = findMixed(claim.host) ?? findTwin(claim, owners);
      if (words === undefined) continue;
      yield { ...locate(claim.source, claim.path), ...words };
    }
  },
};

interface Owner {
  readonly zone: string;
  /** A tenant's id, or `undefined` for the platform. */
  readonly tenant: string | undefined;
}

/** What each zone looks like that somebody has proved to own. */
function ownersBySkeleton(fleet: Fleet): Map<string, Owner> {
  const owners = new Map<string, Owner>();
  for (const [tenant, hosts] of Object.entries(fleet.domains.value)) {
    for (const zone of hosts) {
      const skeleton = skeletonOfHost(shown(zone));
      if (!owners.has(skeleton)) owners.set(skeleton, { zone, tenant });
    }
  }
  for (const zone of platformZones(fleet)) {
    owners.set(skeletonOfHost(shown(zone)), { zone, tenant: undefined });
  }
  return owners;
}

function findMixed(host: string) {
  if (!host.includes('xn--')) return undefined;
  for (const label of shown(host).split('.')) {
    const scripts = scriptsOf(label);
    if (scripts.length < 2) continue;
    return {
      message: `\`${host}\` is written \`${label}\` to people and mixes alphabets: ${scripts.join(' and ')}.`,
      hint: 'Use a host in one alphabet.',
    };
  }
  return undefined;
}

function findTwin({ host, tenant }: HostClaim, owners: ReadonlyMap<string, Owner>) {
  for (const zone of zonesOf(skeletonOfHost(shown(host)))) {
    const owner = owners.get(zone);
    if (owner === undefined || owner.tenant === tenant || isWithin(host, owner.zone)) continue;
    const whose = owner.tenant === undefined ? 'the platform' : `\`${owner.tenant}\``;
    return {
      message: `\`${host}\` looks like \`${owner.zone}\`, which belongs to ${whose}.`,
      hint: 'Choose a host that nobody can take for that one.',
    };
  }
  return undefined;
}

/** What a browser may show. */
function shown(host: string): string {
  return host.includes('xn--') ? domainToUnicode(host) : host;
}
