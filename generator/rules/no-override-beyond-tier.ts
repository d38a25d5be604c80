// What a tenant overrides stays within what its tier lets it move.

import type { Fleet } from '../model/fleet.ts';
import type { QuotaOverride, ServiceOverride, Tenant } from '../model/generated/inputs.ts';
import { type Override, overridesOf } from '../model/overrides.ts';
import { parseCpu, parseMemory } from '../model/quantity.ts';
import type { Finding, TenantRule } from '../model/rule.ts';
import type { Path, Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

/** One value and the bounds it must keep; all three in the same notation. */
interface Bounded {
  readonly path: Path;
  readonly value: string | number;
  readonly least: string | number;
  readonly most: string | number;
  readonly measure: (value: string | number) => number;
}

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    for (const source of fleet.tenants.values()) {
      for (const override of overridesOf(source.value)) {
        for (const bounded of boundsOf(fleet, source.value, override)) {
          yield* hold(source, bounded);
        }
      }
    }
  },
};

function* hold(source: Source<Tenant>, { path, value, least, most, measure }: Bounded): Iterable<Finding> {
  if (measure(value) >= measure(least) && measure(value) <= measure(most)) return;
  const { tier } = source.value;
  const isFixed = least === most;
  yield {
    ...locate(source, path),
    message: isFixed
      ? `The tier \`${tier}\` has a fixed value here, \`${least}\`, not \`${value}\`.`
      : `\`${path.at(-1)}\` is \`${value}\`; the tier \`${tier}\` allows \`${least}\` to \`${most}\`.`,
    hint: isFixed
      ? 'Remove it, or sell the tenant another tier.'
      : 'Stay within that, or sell the tenant another tier.',
  };
}

function* boundsOf(fleet: Fleet, tenant: Tenant, { path, quota, services }: Override): Iterable<Bounded> {
  yield* quotaBounds(fleet, tenant, [...path, 'quota'], quota);
  for (const [name, override] of Object.entries(services)) {
    yield* serviceBounds(fleet, tenant, name, [...path, 'services', name], override);
  }
}

function* quotaBounds(fleet: Fleet, { tier }: Tenant, path: Path, quota: QuotaOverride): Iterable<Bounded> {
  for (const key of ['cpu', 'memory', 'pods'] as const) {
    const value = quota[key];
    if (value === undefined) continue;
    // A tier that gives no bound does not let the value move past its default.
    const { default: fallback, min, max } = fleet.tiers.value[tier].quota[key];
    yield {
      path: [...path, key],
      value,
      least: min ?? fallback,
      most: max ?? fallback,
      measure: measures[key],
    };
  }
}

function* serviceBounds(
  fleet: Fleet,
  { tier }: Tenant,
  name: string,
  path: Path,
  { replicas = {}, resources = {} }: ServiceOverride,
): Iterable<Bounded> {
  const { container, replicas: bounds } = fleet.tiers.value[tier];
  const usual = fleet.services.value[name]?.replicas?.[tier];
  for (const key of ['min', 'max'] as const) {
    const value = replicas[key];
    if (value === undefined) continue;
    // What the catalogue gives without being asked may be written out too.
    const least = Math.min(bounds.min, usual?.min ?? bounds.min);
    const most = Math.max(bounds.max, usual?.max ?? bounds.max);
    yield { path: [...path, 'replicas', key], value, least, most, measure: Number };
  }
  for (const key of ['cpu', 'memory'] as const) {
    const value = resources[key];
    if (value === undefined) continue;
    const least = container.min[key];
    const most = container.max[key];
    yield { path: [...path, 'resources', key], value, least, most, measure: measures[key] };
  }
}

const measures = {
  cpu: (value: string | number) => parseCpu(String(value)),
  memory: (value: string | number) => parseMemory(String(value)),
  pods: Number,
};
