// A host outside the platform that a service may reach is outside: a name of the public DNS that is neither the platform's
// nor a tenant's, in public ranges that are written in their one right way and are not half the internet.

import { canonicalRange, isPublic, parseRange } from '../model/cidr.ts';
import type { Fleet } from '../model/fleet.ts';
import type { External } from '../model/generated/inputs.ts';
import { hostsOf, isWithin, platformZones } from '../model/hosts.ts';
import { overridesOf } from '../model/overrides.ts';
import { mistakeInName } from '../model/public-name.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import type { Path, Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

/** Bits. Whoever has a wider range rents it out: anybody's machine is in it. */
const widest = 20;

interface Declared extends External {
  readonly source: Source<unknown>;
  readonly path: Path;
  /** Whose file it stands in; none: the catalogue, and so every tenant's. */
  readonly tenant?: string;
}

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    for (const declared of externalsOf(fleet)) {
      yield* checkHost(fleet, declared);
      for (const index of declared.cidrs.keys()) yield* checkRange(declared, index);
    }
  },
};

function* externalsOf({ services, tenants }: Fleet): Iterable<Declared> {
  for (const [name, { external = [] }] of Object.entries(services.value)) {
    for (const [index, one] of external.entries()) {
      yield { ...one, source: services, path: [name, 'external', index] };
    }
  }
  for (const source of tenants.values()) {
    for (const override of overridesOf(source.value)) {
      for (const [name, { external = [] }] of Object.entries(override.services)) {
        const path = [...override.path, 'services', name, 'external'];
        for (const [index, one] of external.entries()) {
          yield { ...one, source, path: [...path, index], tenant: source.value.id };
        }
      }
    }
  }
}

function* checkHost(fleet: Fleet, { host, source, path, tenant }: Declared): Iterable<Finding> {
  const mistake = mistakeInName(host) ?? ownerOf(fleet, host, tenant);
  if (mistake === undefined) return;
  yield {
    ...locate(source, [...path, 'host']),
    message: `\`${host}\` ${mistake}.`,
    hint: 'Write a host outside the platform; services of the tenant are named in `calls`, AWS in `needs`.',
  };
}

/** A tenant may reach machines in a zone of its own, though not its own front door. */
function ownerOf(fleet: Fleet, host: string, tenant: string | undefined): string | undefined {
  const zone = platformZones(fleet).find((one) => isWithin(host, one));
  if (zone !== undefined) return `lies in \`${zone}\`, which belongs to the platform`;
  // An endpoint of AWS leads to everybody's buckets and queues, not to the tenant's alone.
  if (isWithin(host, 'amazonaws.com')) return 'is an endpoint of AWS';
  const claim = [...hostsOf(fleet)].find(
    (one) => isWithin(host, one.host) && (one.tenant !== tenant || one.source !== fleet.domains),
  );
  return claim && `leads to the tenant \`${claim.tenant}\``;
}

function* checkRange({ cidrs, source, path }: Declared, index: number): Iterable<Finding> {
  const text = cidrs[index] as string;
  const place = locate(source, [...path, 'cidrs', index]);
  const range = parseRange(text);
  if (range === undefined) {
    const hint = 'Write something like `203.0.113.0/28`.';
    yield { ...place, message: `\`${text}\` is not an IPv4 range.`, hint };
  } else if (canonicalRange(text) !== text) {
    const message = `\`${text}\` has bits set beyond its first ${range.bits}, or zeros in front.`;
    yield { ...place, message, hint: `Write \`${canonicalRange(text)}\`.` };
  } else if (!isPublic(range)) {
    const message = `\`${text}\` is not a range of the internet.`;
    yield { ...place, message, hint: 'Write the public ranges that the host says it has.' };
  } else if (range.bits < widest) {
    const message = `\`${text}\` is so wide that anybody may have a machine in it.`;
    yield { ...place, message, hint: `Write the ranges of this host, none wider than \`/${widest}\`.` };
  }
}
