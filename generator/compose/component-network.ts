// The NetworkPolicies of a platform component's namespace: closed both ways, then what the component needs. Tenants' pods
// share the network with it, and have addresses of their own range, which nothing here lets in by address.
import type { Chart } from 'cdk8s';
import { firstHostOf, specialRanges } from '../model/cidr.ts';
import { platformLabels } from '../model/labels.ts';
import { podIdentityAddress, ports } from '../model/ports.ts';
import type { ClusterTarget } from '../model/target.ts';
import { add } from './add.ts';
import { kube } from './kube.ts';
import {
  type Egress,
  type Ingress,
  namespaceNamed,
  ranges,
  specOf,
  tcp,
  toNameServers,
} from './network-policy.ts';

/** Every pod of the namespace may do what all of the component's pods need together. */
export function isolateComponent(
  chart: Chart,
  target: ClusterTarget,
  namespace: string,
  rules: { readonly ingress: readonly Ingress[]; readonly egress: readonly Egress[] },
): void {
  const everyPod = {};
  const policy = (name: string, given: Parameters<typeof specOf>[1]) =>
    add(
      chart,
      kube.networkPolicy({
        metadata: { name, namespace, labels: platformLabels },
        spec: specOf(everyPod, given),
      }),
    );
  policy('default-deny', { ingress: [], egress: [] });
  policy('allow-dns', { egress: [toNameServers(target.platform)] });
  policy('allow-component', rules);
}

/** Where the API server calls webhooks from. Pods are not there: their range is another. */
export function fromApiServer({ cluster }: ClusterTarget, ...open: readonly number[]): Ingress {
  return { from: ranges(interfacesOf(cluster)), ports: open.map(tcp) };
}

/** Where the API server has its interfaces. */
function interfacesOf({ network }: ClusterTarget['cluster']): string[] {
  return network.subnets
    .filter(({ role }) => role === network.apiServerRole)
    .map(({ cidr }) => cidr)
    .sort();
}

export function fromTelemetry({ platform }: ClusterTarget, ...open: readonly number[]): Ingress {
  return { from: [namespaceNamed(platform.telemetry.namespace)], ports: open.map(tcp) };
}

/** By its Service's address and by its own: which of them a policy sees depends on where it is enforced. */
export function toApiServer({ cluster }: ClusterTarget): Egress {
  const service = firstHostOf(cluster.network.serviceCidr);
  return { to: ranges([service, ...interfacesOf(cluster)]), ports: [tcp(ports.https)] };
}

/**
 * The API server, AWS and the internet by TLS. AWS has interfaces in the VPC; else nothing private: no pod, no metadata of a
 * node, and nothing of the peer, whose network is routed here as well.
 */
export function toOutside({ cluster }: ClusterTarget): Egress {
  const own = ranges([firstHostOf(cluster.network.serviceCidr), cluster.network.vpcCidr]);
  const internet = { ipBlock: { cidr: '0.0.0.0/0', except: [...specialRanges] } };
  return { to: [internet, ...own], ports: [tcp(ports.https)] };
}

/** What gives a controller the credentials of its role; with IRSA that is AWS itself. */
export function toIdentityAgent({ cluster }: ClusterTarget): Egress[] {
  if (cluster.identity.mode !== 'pod-identity') return [];
  return [{ to: ranges([podIdentityAddress]), ports: [tcp(ports.podIdentity)] }];
}
