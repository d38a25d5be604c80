// What the catalogue gives a service in a tier is within what the tier allows a container and an autoscaler.

import type { Fleet, TierName } from '../model/fleet.ts';
import type { Service, Tier } from '../model/generated/inputs.ts';
import { parseCpu, parseMemory } from '../model/quantity.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    for (const [name, service] of Object.entries(fleet.services.value)) {
      for (const [tierName, tier] of Object.entries(fleet.tiers.value) as [TierName, Tier][]) {
        yield* checkResources(fleet, name, service, tierName, tier);
        yield* checkReplicas(fleet, name, service, tierName, tier);
      }
    }
  },
};

function* checkResources(
  { services }: Fleet,
  name: string,
  { resources }: Service,
  tierName: TierName,
  { container }: Tier,
): Iterable<Finding> {
  for (const [key, measure] of [
    ['cpu', parseCpu],
    ['memory', parseMemory],
  ] as const) {
    const value = resources[tierName][key];
    const [least, most] = [container.min[key], container.max[key]];
    if (measure(value) >= measure(least) && measure(value) <= measure(most)) continue;
    yield {
      ...locate(services, [name, 'resources', tierName, key]),
      message: `\`${key}\` is \`${value}\`; a container of the tier \`${tierName}\` may have \`${least}\` to \`${most}\`.`,
      hint: "Stay within that, or change the tier's `container` in `platform/tiers.yaml`.",
    };
  }
}

function* checkReplicas(
  { services }: Fleet,
  name: string,
  { kind, replicas }: Service,
  tierName: TierName,
  tier: Tier,
): Iterable<Finding> {
  if (replicas === undefined) return;
  const { min, max } = replicas[tierName];
  const path = [name, 'replicas', tierName];
  if (min > max) {
    yield {
      ...locate(services, [...path, 'min']),
      message: `\`${name}\` has at least ${min} and at most ${max} replicas in the tier \`${tierName}\`.`,
      hint: 'Write the smaller one as `min`.',
    };
    return;
  }
  // A worker may idle below the tier's least: nobody waits for its answer.
  const isTooFew = kind === 'http' && min < tier.replicas.min;
  if (!isTooFew && max <= tier.replicas.max) return;
  const key = isTooFew ? 'min' : 'max';
  yield {
    ...locate(services, [...path, key]),
    message: `\`${key}\` is ${isTooFew ? min : max}; the tier \`${tierName}\` has at ${isTooFew ? 'least' : 'most'} ${tier.replicas[key]} replicas.`,
    hint: "Stay within that, or change the tier's `replicas` in `platform/tiers.yaml`.",
  };
}
