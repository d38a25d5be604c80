// Each tier agrees with itself, and rings and priorities rank the tiers alike: who is rolled out to last is evicted last.

import type { Tier, Tiers } from '../model/generated/inputs.ts';
import { parseCpu, parseMemory } from '../model/quantity.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import type { Path, Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ tiers }) {
    for (const [name, tier] of Object.entries(tiers.value) as [string, Tier][]) {
      for (const [path, steps] of orders(tier)) yield* checkOrder(tiers, [name, ...path], steps);
      yield* checkSubnets(tiers, name, tier);
    }
    yield* checkRanks(tiers);
  },
};

/** Named values that must not fall. */
type Steps = readonly (readonly [name: string, value: string | number | undefined, size: number])[];

function orders({ quota, container, replicas }: Tier): (readonly [Path, Steps])[] {
  const measure = { cpu: parseCpu, memory: parseMemory };
  const cpu = (text: string | undefined) => (text === undefined ? Number.NaN : parseCpu(text));
  const memory = (text: string | undefined) => (text === undefined ? Number.NaN : parseMemory(text));
  const quotaSteps = <Value extends string | number>(
    { min, default: usual, max }: { min?: Value; default: Value; max?: Value },
    size: (value: Value | undefined) => number,
  ): Steps => [
    ['min', min, size(min)],
    ['default', usual, size(usual)],
    ['max', max, size(max)],
  ];
  const containerSteps = (key: 'cpu' | 'memory'): Steps =>
    (['min', 'default', 'max'] as const).map((name) => [
      name,
      container[name][key],
      measure[key](container[name][key]),
    ]);
  return [
    [['quota', 'cpu'], quotaSteps(quota.cpu, cpu)],
    [['quota', 'memory'], quotaSteps(quota.memory, memory)],
    [['quota', 'pods'], quotaSteps(quota.pods, Number)],
    [['container', '*', 'cpu'], containerSteps('cpu')],
    [['container', '*', 'memory'], containerSteps('memory')],
    [
      ['replicas'],
      [
        ['min', replicas.min, replicas.min],
        ['max', replicas.max, replicas.max],
      ],
    ],
  ];
}

/** `*` in a path stands for the step's name, which otherwise comes last. */
function* checkOrder(tiers: Source<Tiers>, path: Path, steps: Steps): Iterable<Finding> {
  const given = steps.filter(([, value]) => value !== undefined);
  for (const [index, [name, value, size]] of given.entries()) {
    const before = given[index - 1];
    if (before === undefined || before[2] <= size) continue;
    const full = path.includes('*') ? path.map((step) => (step === '*' ? name : step)) : [...path, name];
    yield {
      ...locate(tiers, full),
      message: `\`${name}\` is \`${value}\`, less than \`${before[0]}\`, which is \`${before[1]}\`.`,
      hint: `Raise \`${name}\` or lower \`${before[0]}\`.`,
    };
  }
}

/** `require-dedicated-subnets` asks for them of whoever is on two clusters. */
function* checkSubnets(
  tiers: Source<Tiers>,
  name: string,
  { maxClusters, dedicatedSubnets }: Tier,
): Iterable<Finding> {
  if (maxClusters < 2 || dedicatedSubnets) return;
  yield {
    ...locate(tiers, [name, 'dedicatedSubnets']),
    message: `A ${name} tenant may be on ${maxClusters} clusters, and has no subnets of its own that keep its data apart there.`,
    hint: 'Set `dedicatedSubnets` to true, or `maxClusters` to 1.',
    related: [{ ...locate(tiers, [name, 'maxClusters']), message: 'It may be on more than one here.' }],
  };
}

function* checkRanks(tiers: Source<Tiers>): Iterable<Finding> {
  const ranked = (Object.entries(tiers.value) as [string, Tier][]).sort(
    ([, a], [, b]) => a.ring - b.ring || a.priority - b.priority,
  );
  for (const [index, [name, tier]] of ranked.entries()) {
    const [otherName, other] = ranked[index - 1] ?? [];
    if (otherName === undefined || other === undefined) continue;
    if (tier.ring === other.ring) {
      yield {
        ...locate(tiers, [name, 'ring']),
        message: `\`${name}\` and \`${otherName}\` are in the same ring, ${tier.ring}.`,
        hint: 'Give each tier a ring of its own, so that one is rolled out to before the other.',
      };
    }
    if (tier.priority <= other.priority) {
      yield {
        ...locate(tiers, [name, 'priority']),
        message: `\`${name}\` is rolled out to after \`${otherName}\`, but its priority is not higher: ${tier.priority} and ${other.priority}.`,
        hint: 'Give the tier of the later ring the higher priority.',
      };
    }
  }
}
