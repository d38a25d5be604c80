// Only a tenant's own people are its engineers: no group of the platform, none that is another tenant's. And each of the
// platform's groups has one role: one that is a tenant's too would look into every other tenant.

import type { Platform, Tenant } from '../model/generated/inputs.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import { bySeniority } from '../model/seniority.ts';
import type { Path, Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

interface Claim {
  readonly group: string;
  readonly source: Source<Tenant>;
  readonly path: Path;
}

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    const platformGroups = new Set(Object.values(fleet.platform.value.groups));
    const owners = new Map<string, Claim>();
    // Every tenant owns the group that its id stands for, whether or not it names others.
    for (const source of fleet.tenants.values()) {
      const group = `tenant-${source.value.id}-engineers`;
      owners.set(group, { group, source, path: ['id'] });
    }
    yield* checkPlatform(fleet.platform, owners);
    for (const claim of bySeniority(fleet).flatMap(claimsOf)) {
      const owner = owners.get(claim.group);
      if (owner === undefined) owners.set(claim.group, claim);
      const isPlatform = platformGroups.has(claim.group);
      if (!isPlatform && (owner === undefined || owner.source === claim.source)) continue;
      const related =
        owner === undefined || isPlatform
          ? []
          : [{ ...locate(owner.source, owner.path), message: 'The other one is here.' }];
      yield {
        ...locate(claim.source, claim.path),
        message: `The group \`${claim.group}\` belongs to ${isPlatform ? 'the platform' : `the tenant \`${owner?.source.value.id}\``}.`,
        hint: "Name a group that holds this tenant's own engineers and nobody else.",
        related,
      };
    }
  },
};

function* checkPlatform(platform: Source<Platform>, tenants: ReadonlyMap<string, Claim>): Iterable<Finding> {
  const roles = new Map<string, Path>();
  for (const [role, group] of Object.entries(platform.value.groups)) {
    const path = ['groups', role];
    const other = roles.get(group);
    const tenant = tenants.get(group);
    if (other === undefined) roles.set(group, path);
    if (other === undefined && tenant === undefined) continue;
    yield {
      ...locate(platform, path),
      message: `The group \`${group}\` ${tenant === undefined ? 'has another role already' : "is a tenant's own"}.`,
      hint: 'Name a group that holds the people of this one role and nobody else.',
      related: [
        {
          ...(tenant === undefined ? locate(platform, other ?? path) : locate(tenant.source, tenant.path)),
          message: 'The other one is here.',
        },
      ],
    };
  }
}

function claimsOf(source: Source<Tenant>): Claim[] {
  const groups = source.value.access?.engineers ?? [];
  return groups.map((group, index) => ({ group, source, path: ['access', 'engineers', index] }));
}
