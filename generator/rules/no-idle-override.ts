// An override does something: it is for a cluster the tenant is placed on and a service it has, and of a kind that scales.
// One that does nothing was meant to do something.

import type { Fleet } from '../model/fleet.ts';
import type { Tenant } from '../model/generated/inputs.ts';
import { type Override, overridesOf } from '../model/overrides.ts';
import { placementOf } from '../model/placement.ts';
import type { Finding, TenantRule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { list } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const source of fleet.tenants.values()) {
      const placement = placementOf(source.value);
      for (const override of overridesOf(source.value)) {
        const { cluster } = override;
        if (cluster === undefined || placement.includes(cluster)) {
          yield* checkServices(fleet, source, override);
        } else if (fleet.clusters.has(cluster)) {
          yield {
            ...locate(source, override.path, 'key'),
            message: `The tenant is not placed on \`${cluster}\`, so this override does nothing.`,
            hint: `Remove it, or place the tenant there. It is on ${list(placement)}.`,
          };
        }
      }
    }
  },
};

function* checkServices(fleet: Fleet, source: Source<Tenant>, override: Override): Iterable<Finding> {
  for (const [name, { enabled, replicas, resources }] of Object.entries(override.services)) {
    const kind = fleet.services.value[name]?.kind;
    if (kind === undefined) continue;
    const path = [...override.path, 'services', name];
    const isOff = (enabled ?? source.value.services?.[name]?.enabled) === false;
    if (isOff && (replicas ?? resources) !== undefined) {
      yield {
        ...locate(source, [...path, replicas === undefined ? 'resources' : 'replicas'], 'key'),
        message: `\`${name}\` is switched off, so this override does nothing.`,
        hint: 'Remove it, or remove `enabled: false`.',
      };
    } else if (replicas !== undefined && (kind === 'schedule' || kind === 'migration')) {
      yield {
        ...locate(source, [...path, 'replicas'], 'key'),
        message: `\`${name}\` runs as one job at a time; it has no replicas.`,
        hint: 'Remove it.',
      };
    }
  }
}
