// Who reaches Crossplane: the API server, and its own functions, which answer whoever asks. It can make anything in AWS, so
// no tenant's pod comes near it.
import type { Chart } from 'cdk8s';
import {
  fromApiServer,
  fromTelemetry,
  isolateComponent,
  toIdentityAgent,
  toOutside,
} from '../../../../../compose/component-network.ts';
import { ranges, tcp } from '../../../../../compose/network-policy.ts';
import { ports } from '../../../../../model/ports.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  const ownPods = [{ podSelector: {} }];
  isolateComponent(chart, target, 'crossplane-system', {
    ingress: [
      fromApiServer(target, ports.webhook),
      fromTelemetry(target, ports.controllerMetrics),
      { from: ownPods, ports: [tcp(ports.webhook)] },
    ],
    egress: [
      { to: ownPods, ports: [tcp(ports.webhook)] },
      // Packages come from a registry on the internet.
      toOutside(target),
      // Users and rights are made in the databases themselves.
      { to: ranges(databaseCidrsOf(target)), ports: [tcp(ports.mariadb)] },
      ...toIdentityAgent(target),
    ],
  });
}

/** Of every tenant: the cluster's subnets for data, and the pool that tenants' own are cut from. */
function databaseCidrsOf({ cluster: { network } }: ClusterTarget): string[] {
  const shared = network.subnets.filter(({ role }) => role === 'data').map(({ cidr }) => cidr);
  return [...shared, ...(network.tenantPool === undefined ? [] : [network.tenantPool])].sort();
}
