// A cluster's parts are where the cluster is: its certificate in its region and account, its subnets in zones of its
// region. Machines, pods, databases and the API server have two zones at least.

import type { Cluster } from '../model/generated/inputs.ts';
import { placementOf } from '../model/placement.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ clusters, tenants }) {
    const inUse = new Set([...tenants.values()].flatMap(({ value }) => placementOf(value)));
    for (const [name, source] of clusters) {
      yield* checkCertificate(source);
      yield* checkZones(source, inUse.has(name));
      yield* checkDefaults(source);
    }
  },
};

function* checkCertificate(source: Source<Cluster>): Iterable<Finding> {
  const { certificates, region, account } = source.value;
  const [, , , certificateRegion, certificateAccount] = certificates.loadBalancer.split(':');
  if (certificateRegion !== region) {
    yield {
      ...locate(source, ['certificates', 'loadBalancer']),
      message: `The certificate is in \`${certificateRegion}\`; a load balancer in \`${region}\` cannot use it.`,
      hint: `Issue one in \`${region}\` and write its ARN.`,
    };
  }
  if (certificateAccount !== account) {
    yield {
      ...locate(source, ['certificates', 'loadBalancer']),
      message: `The certificate is in the account \`${certificateAccount}\`, the cluster in \`${account}\`.`,
      hint: "Issue one in the cluster's account and write its ARN.",
    };
  }
}

function* checkZones(source: Source<Cluster>, hasTenants: boolean): Iterable<Finding> {
  const { network, region } = source.value;
  for (const [index, { zone }] of network.subnets.entries()) {
    if (zone.slice(0, -1) === region) continue;
    yield {
      ...locate(source, ['network', 'subnets', index, 'zone']),
      message: `The zone \`${zone}\` is not in \`${region}\`.`,
      hint: `Write one like \`${region}a\`.`,
    };
  }
  // Tenants reach queues and buckets through the endpoints; before the first of them nothing does.
  const roles = ['node', 'pod', 'data', network.apiServerRole ?? 'node', ...(hasTenants ? ['endpoint'] : [])];
  for (const role of new Set(roles)) {
    const zones = new Set(network.subnets.filter((subnet) => subnet.role === role).map(({ zone }) => zone));
    if (zones.size > 1) continue;
    yield {
      ...locate(source, ['network', 'subnets'], 'key'),
      message: `Subnets with \`role: ${role}\` are in ${zones.size === 0 ? 'no zone' : 'one zone'}; two are needed, three are better.`,
      hint: 'Add one per zone: what lives in one zone is lost with it.',
    };
  }
}

function* checkDefaults(source: Source<Cluster>): Iterable<Finding> {
  const replicas = source.value.tenantDefaults?.replicas;
  if (replicas === undefined || replicas.min <= replicas.max) return;
  yield {
    ...locate(source, ['tenantDefaults', 'replicas', 'min']),
    message: `\`min\` is ${replicas.min}, more than \`max\`, which is ${replicas.max}.`,
    hint: 'Write the smaller one as `min`.',
  };
}
