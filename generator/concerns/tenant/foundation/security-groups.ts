// The tenant's network on this cluster: asks for its security groups and says which pods are in the client group.
// What the groups let through is the same for every tenant, and written in Crossplane's composition.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { claim } from '../../../compose/claim.ts';
import { networkClaim } from '../../../model/names.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, cluster, services, peerPodCidr } = target;
  const clients = services.filter(({ needs }) => needs.includes('database') || needs.includes('cache'));
  const spec = {
    region: cluster.region,
    vpcId: cluster.network.vpc,
    clusterSecurityGroupId: cluster.network.securityGroup,
    tenant: tenant.id,
    cluster: cluster.name,
    ...(peerPodCidr !== undefined && { peerPodCidr }),
    ...(clients.length > 0 && { services: clients.map(({ name }) => name) }),
  };
  add(chart, claim(target, { definition: networkClaim, name: 'network', spec }));
}
