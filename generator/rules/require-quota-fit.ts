// A tenant's quota holds everything its services may ask for at once: every autoscaler at its maximum and one
// rollout of each service on top, sidecars included. Otherwise pods stay pending just when load is highest.

import { demandOf } from '../model/demand.ts';
import type { Tenant } from '../model/generated/inputs.ts';
import { formatCpu, formatMemory, parseCpu, parseMemory } from '../model/quantity.ts';
import type { TargetRule } from '../model/rule.ts';
import type { Path } from '../model/source.ts';
import { isRunning } from '../model/target.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TargetRule = {
  over: 'target',
  *check(target, fleet) {
    if (!isRunning(target)) return;
    const source = fleet.tenants.get(target.tenant.id);
    if (source === undefined) return;
    const { quota } = target;
    const demand = demandOf(target);
    const rows = [
      ['cpu', 'CPU', parseCpu(quota.cpu), demand.cpu, quota.cpu, formatCpu(demand.cpu)],
      [
        'memory',
        'memory',
        parseMemory(quota.memory),
        demand.memory,
        quota.memory,
        formatMemory(demand.memory),
      ],
      ['pods', 'pods', quota.pods, demand.pods, String(quota.pods), String(demand.pods)],
    ] as const;
    for (const [key, noun, most, need, mostText, needText] of rows) {
      if (need <= most) continue;
      yield {
        ...locate(source, pathOf(source.value, target.cluster.name, key)),
        message: `On \`${target.cluster.name}\` its services may ask for ${needText} ${noun}; the quota is ${mostText}.`,
        hint: `Write \`quota.${key}\` as ${needText} or more, or lower \`replicas.max\` of its services.`,
      };
    }
  },
};

/** Where the quota comes from: the cluster's section, the file, or the tier. */
function pathOf(tenant: Tenant, cluster: string, key: 'cpu' | 'memory' | 'pods'): Path {
  if (tenant.clusterOverrides?.[cluster]?.quota?.[key] !== undefined) {
    return ['clusterOverrides', cluster, 'quota', key];
  }
  return tenant.quota?.[key] === undefined ? ['tier'] : ['quota', key];
}
