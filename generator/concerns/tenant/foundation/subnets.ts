// The tenant's own subnets for databases and caches, where it has any: its client VLAN. Their ranges come from the tenant's
// file, and rules hold them against the cluster's pool and every other tenant's.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { keptByArgocd } from '../../../compose/application-set.ts';
import { managedResource } from '../../../compose/managed.ts';
import { tenantLabels } from '../../../model/labels.ts';
import { dedicatedSubnetOf } from '../../../model/names.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, cluster, dedicatedSubnets } = target;
  const { region, network } = cluster;
  for (const { zone, cidr } of dedicatedSubnets) {
    const name = dedicatedSubnetOf(zone);
    object('Subnet', name, {
      region,
      vpcId: network.vpc,
      availabilityZone: zone,
      cidrBlock: cidr,
      mapPublicIpOnLaunch: false,
      tags: { tenant: tenant.id, cluster: cluster.name },
    });
    // Without it the VPC's main route table holds, which may lead to the internet.
    object('RouteTableAssociation', name, {
      region,
      routeTableId: network.tenantRouteTable,
      subnetIdRef: { name },
    });
  }

  /** Databases live in them: neither git nor the loss of an object takes them away. */
  function object(kind: string, name: string, forProvider: Readonly<Record<string, unknown>>): void {
    const metadata = {
      name,
      namespace: target.namespace,
      labels: tenantLabels(tenant.id),
      annotations: keptByArgocd,
    };
    add(chart, managedResource({ service: 'ec2', kind, metadata, mayDelete: false, forProvider }));
  }
}
