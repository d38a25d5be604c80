// No two tenants get the same cloud resource name: tenant `acme` with a service `eu-api` and tenant `acme-eu` with a
// service `api` would share an IAM role. Only ids that continue one another can meet, so only those are spelled out.

import type { Fleet } from '../model/fleet.ts';
import type { Tenant } from '../model/generated/inputs.ts';
import { deriveNames } from '../model/names.ts';
import { placementOf } from '../model/placement.ts';
import type { FleetRule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    const owners = new Map<string, Source<Tenant>>();
    const refused = new Set<Source<Tenant>>();
    for (const source of relatives(fleet)) {
      for (const { kind, name } of namesOf(fleet, source.value)) {
        const owner = owners.get(`${kind} ${name}`) ?? source;
        owners.set(`${kind} ${name}`, owner);
        if (owner === source || refused.has(source) || owner.value.id === source.value.id) continue;
        refused.add(source);
        yield {
          ...locate(source, ['id']),
          message: `The ${kind} \`${name}\` would belong to this tenant and to \`${owner.value.id}\`.`,
          hint: 'Choose an id that does not continue the other one with a part of a service name.',
          related: [{ ...locate(owner, ['id']), message: 'The other one is here.' }],
        };
      }
    }
  },
};

/** Tenants whose id is another's followed by a hyphen and more, and those others. */
function relatives(fleet: Fleet): Set<Source<Tenant>> {
  const found = new Set<Source<Tenant>>();
  for (const [id, source] of fleet.tenants) {
    for (let hyphen = id.indexOf('-'); hyphen > 0; hyphen = id.indexOf('-', hyphen + 1)) {
      const stem = fleet.tenants.get(id.slice(0, hyphen));
      if (stem !== undefined) found.add(stem).add(source);
    }
  }
  return found;
}

function namesOf(fleet: Fleet, tenant: Tenant) {
  const catalogue = Object.entries(fleet.services.value);
  return placementOf(tenant).flatMap((name) => {
    const cluster = fleet.clusters.get(name)?.value;
    if (cluster === undefined) return [];
    return deriveNames(tenant.id, {
      organisation: fleet.platform.value.organisation.id,
      region: cluster.region,
      backupRegion: cluster.backupRegion,
      cluster: cluster.name,
      services: catalogue.map(([service]) => service),
      queues: catalogue.flatMap(([, service]) => service.queue?.name ?? []),
    });
  });
}
