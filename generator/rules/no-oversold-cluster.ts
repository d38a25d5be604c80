// The quotas of the tenants that run on a cluster add up to no more than the cluster may grow to.

import type { Fleet } from '../model/fleet.ts';
import type { Cluster, Tenant } from '../model/generated/inputs.ts';
import { hasPods, lifecycleOn, placementOf } from '../model/placement.ts';
import { formatCpu, formatMemory, parseCpu, parseMemory } from '../model/quantity.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { list } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

interface Share {
  readonly tenant: string;
  readonly cpu: number;
  readonly memory: number;
  readonly pods: number;
}

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    const shares = new Map<string, Share[]>([...fleet.clusters.keys()].map((name) => [name, []]));
    for (const { value } of fleet.tenants.values()) {
      for (const cluster of placementOf(value)) {
        if (hasPods(lifecycleOn(value, cluster))) shares.get(cluster)?.push(shareOf(fleet, value, cluster));
      }
    }
    for (const [name, source] of fleet.clusters) yield* checkCluster(source, shares.get(name) ?? []);
  },
};

function* checkCluster(source: Source<Cluster>, shares: readonly Share[]): Iterable<Finding> {
  const { capacity, name } = source.value;
  const rows = [
    ['cpu', 'CPU', parseCpu(capacity.cpu), formatCpu],
    ['memory', 'memory', parseMemory(capacity.memory), formatMemory],
    ['pods', 'pods', capacity.pods, String],
  ] as const;
  for (const [key, noun, most, format] of rows) {
    const sum = shares.reduce((total, share) => total + share[key], 0);
    if (sum <= most) continue;
    const largest = shares.toSorted((a, b) => b[key] - a[key]).slice(0, 3);
    const share = largest.length === 1 ? 'The only one is' : 'The largest are';
    yield {
      ...locate(source, ['capacity', key]),
      message: `\`${name}\` has ${format(most)} ${noun}, and the quotas of its ${shares.length} running tenants add up to ${format(sum)}.`,
      hint: `Raise the capacity, or lower quotas or move tenants. ${share} ${list(largest.map(({ tenant }) => tenant))}.`,
    };
  }
}

/** In the precedence of `resolve`, but for the quota only: this runs for every tenant of the fleet. */
function shareOf(fleet: Fleet, tenant: Tenant, cluster: string): Share {
  const own = tenant.clusterOverrides?.[cluster]?.quota;
  const { quota } = fleet.tiers.value[tenant.tier];
  return {
    tenant: tenant.id,
    cpu: parseCpu(own?.cpu ?? tenant.quota?.cpu ?? quota.cpu.default),
    memory: parseMemory(own?.memory ?? tenant.quota?.memory ?? quota.memory.default),
    pods: own?.pods ?? tenant.quota?.pods ?? quota.pods.default,
  };
}
