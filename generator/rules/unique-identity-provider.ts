// No tenant trusts tokens that another tenant's provider signs: no two share an issuer or keys, none uses another's domain, and
// on the platform's own provider each has its own realm alone.
import type { Fleet } from '../model/fleet.ts';
import type { Tenant } from '../model/generated/inputs.ts';
import { isWithin, platformZones, verifiedHosts } from '../model/hosts.ts';
import { normaliseUrl, splitUrl } from '../model/https-url.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import { bySeniority } from '../model/seniority.ts';
import type { Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

type Key = 'issuer' | 'jwksUri';

interface Owner {
  readonly source: Source<Tenant>;
  readonly key: Key;
}

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    const owners = new Map<string, Owner>();
    for (const source of bySeniority(fleet)) {
      if (source.value.identity === undefined) continue;
      const foreign = findForeign(fleet, source);
      if (foreign) yield foreign;
      else yield* findShared(owners, source);
    }
  },
};

/** An address that is the platform's or another tenant's. */
function findForeign(fleet: Fleet, source: Source<Tenant>): Finding | undefined {
  const { id, identity } = source.value;
  for (const key of ['issuer', 'jwksUri'] as const) {
    const url = identity?.[key] ?? '';
    const { host } = splitUrl(url);
    const place = locate(source, ['identity', key]);
    const { realms, keysPath } = fleet.platform.value.identity;
    const realm = `${realms}/${id}`;
    if (isOfPlatform(fleet, host)) {
      if (url === (key === 'issuer' ? realm : `${realm}${keysPath}`)) continue;
      return {
        ...place,
        message: `\`${url}\` is the platform's, where \`${id}\` has the realm \`${realm}\` and no other.`,
        hint: 'Remove `identity`: that realm is what a tenant has without it.',
      };
    }
    const zones = [...verifiedHosts(fleet)].filter((claim) => isWithin(host, claim.host));
    // A name that two tenants have is `unique-domain`'s to say.
    const owner = zones.some(({ tenant }) => tenant === id) ? undefined : zones[0];
    if (owner === undefined) continue;
    return {
      ...place,
      message: `\`${host}\` lies in \`${owner.host}\`, which belongs to \`${owner.tenant}\`.`,
      hint: "Write the address of this tenant's own provider.",
      related: [{ ...locate(owner.source, owner.path), message: 'It is verified here.' }],
    };
  }
  return undefined;
}

function isOfPlatform(fleet: Fleet, host: string): boolean {
  const zones = [...platformZones(fleet), splitUrl(fleet.platform.value.identity.realms).host];
  return zones.some((zone) => isWithin(host, zone));
}

function* findShared(owners: Map<string, Owner>, source: Source<Tenant>): Iterable<Finding> {
  for (const key of ['issuer', 'jwksUri'] as const) {
    const url = source.value.identity?.[key] ?? '';
    const id = `${key} ${normaliseUrl(url)}`;
    const owner = owners.get(id);
    if (owner === undefined) {
      owners.set(id, { source, key });
      continue;
    }
    yield {
      ...locate(source, ['identity', key]),
      message: `\`${owner.source.value.id}\` has this ${key === 'issuer' ? 'issuer' : 'address of keys'} too: tokens of the one would be taken for tokens of the other.`,
      hint: 'Give each tenant a provider, or a realm of one, of its own.',
      related: [{ ...locate(owner.source, ['identity', owner.key]), message: 'The other one is here.' }],
    };
  }
}
