// The tenant's Redis on this cluster. It is there whether or not a service needs it today: sessions and jobs that are held in
// it would be lost with it.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { claim } from '../../../compose/claim.ts';
import { tagsOf } from '../../../compose/tags.ts';
import { cacheClaim, cacheParametersOf, dedicatedSubnetOf } from '../../../model/names.ts';
import type { TenantTarget } from '../../../model/target.ts';
import { renderDaily, renderWeekly } from '../../../model/window.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, cluster, tier, platform, recovery } = target;
  const { engineVersion, family, eviction } = platform.cache;
  const { windows } = recovery.mechanisms;
  const hasReplica = tier.cache.replicas > 0;
  const spec = {
    region: cluster.region,
    tenant: tenant.id,
    engineVersion,
    parameterFamily: family,
    parameterGroup: cacheParametersOf(tenant.id, family),
    eviction,
    nodeType: tier.cache.nodeType,
    nodes: 1 + tier.cache.replicas,
    automaticFailover: hasReplica,
    multiAz: hasReplica && tier.cache.multiAz,
    snapshotDays: tier.cache.snapshotDays,
    snapshotWindow: renderDaily(windows.backup),
    maintenanceWindow: renderWeekly(windows.maintenance),
    ...subnetsOf(target),
    tags: tagsOf(target),
  };
  add(chart, claim(target, { definition: cacheClaim, name: 'cache', spec }));
}

/** The tenant's own are objects of ours whose ids AWS gives; the cluster's are in its file. */
function subnetsOf({ dedicatedSubnets, cluster }: TenantTarget): object {
  if (dedicatedSubnets.length > 0) {
    const names = dedicatedSubnets.map(({ zone }) => dedicatedSubnetOf(zone));
    return { subnetIdRefs: names.map((name) => ({ name })) };
  }
  const shared = cluster.network.subnets.filter(({ role }) => role === 'data');
  return { subnetIds: shared.map(({ id }) => id).sort() };
}
