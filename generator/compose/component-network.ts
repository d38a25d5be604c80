// The NetworkPolicies of a platform component's namespace: closed both ways, then what the component needs. Tenants' pods
// share the network with it, and have addresses of their own range, which nothing here lets in by address.
import type { Chart } from 'cdk8s';
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

/**
 * Where the API server calls webhooks from: its interfaces in the VPC, whose subnets are not ours to know. Pods are not
 * there: their range is another.
 */
export function fromApiServer({ cluster }: ClusterTarget, ...open: readonly number[]): Ingress {
  return { from: ranges([cluster.network.vpcCidr]), ports: open.map(tcp) };
}

export function fromTelemetry({ platform }: ClusterTarget, ...open: readonly number[]): Ingress {
  return { from: [namespaceNamed(platform.telemetry.namespace)], ports: open.map(tcp) };
}

/** By its Service's address and by its own: which of them a policy sees depends on where it is enforced. */
export function toApiServer({ cluster }: ClusterTarget): Egress {
  return { to: ranges([cluster.network.serviceCidr, cluster.network.vpcCidr]), ports: [tcp(ports.https)] };
}

/** The API server, AWS and the internet by TLS, and no pod, nor the metadata of a node. */
export function toOutside({ cluster }: ClusterTarget): Egress {
  const except = [cluster.network.podCidr, linkLocal].sort();
  return { to: [{ ipBlock: { cidr: '0.0.0.0/0', except } }], ports: [tcp(ports.https)] };
}

/** RFC 3927; the metadata of a node is at 169.254.169.254. */
const linkLocal = '169.254.0.0/16';

/** What gives a controller the credentials of its role; with IRSA that is AWS itself. */
export function toIdentityAgent({ cluster }: ClusterTarget): Egress[] {
  if (cluster.identity.mode !== 'pod-identity') return [];
  return [{ to: ranges([podIdentityAddress]), ports: [tcp(ports.podIdentity)] }];
}
