// Which connections exist: none by default, then DNS, the mesh's control plane, metrics and exactly the edges of the
// service graph.
import type { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-30';
import { add } from '../../../compose/add.ts';
import { kube, type Plain } from '../../../compose/kube.ts';
import { namespaceNamed, tcp } from '../../../compose/network-policy.ts';
import { hasIdentity } from '../../../compose/pod.ts';
import { selectorOf, tenantLabels } from '../../../model/labels.ts';
import { podIdentityAddress, ports } from '../../../model/ports.ts';
import { isRunning, type ResolvedService, type TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { dns, mesh, telemetry } = target.platform;
  const everyPod = {};
  policy('default-deny', everyPod, { ingress: [], egress: [] });
  policy('allow-dns', everyPod, {
    egress: [
      {
        to: [podsIn(dns.namespace, dns.selector)],
        ports: [tcp(ports.dns), { protocol: 'UDP', port: ports.dns }],
      },
    ],
  });
  policy('allow-mesh', everyPod, {
    egress: [{ to: [podsIn(mesh.namespace, { app: 'istiod' })], ports: [tcp(ports.istiod)] }],
  });
  policy('allow-telemetry', everyPod, {
    ingress: [{ from: [namespaceNamed(telemetry.namespace)], ports: [tcp(ports.sidecarMetrics)] }],
    egress: [{ to: [namespaceNamed(telemetry.namespace)], ports: [tcp(telemetry.otlpPort)] }],
  });
  for (const service of target.services) {
    policy(`service-${service.name}`, selectorOf(service.name), {
      ingress: ingressOf(target, service),
      egress: egressOf(target, service),
    });
  }

  /** A direction that is given is enforced, also when it allows nothing. */
  function policy(
    name: string,
    pods: Record<string, string>,
    rules: { ingress?: Plain<k8s.NetworkPolicyIngressRule>[]; egress?: Plain<k8s.NetworkPolicyEgressRule>[] },
  ): void {
    add(
      chart,
      kube.networkPolicy({
        metadata: { name, namespace: target.namespace, labels: tenantLabels(target.tenant.id) },
        spec: {
          podSelector: Object.keys(pods).length === 0 ? {} : { matchLabels: pods },
          policyTypes: [...(rules.ingress ? ['Ingress'] : []), ...(rules.egress ? ['Egress'] : [])],
          ...(rules.ingress?.length ? { ingress: rules.ingress } : {}),
          ...(rules.egress?.length ? { egress: rules.egress } : {}),
        },
      }),
    );
  }
}

/** Callers in the tenant, and the edge where the service is exposed. A suspended tenant is cut off from the edge. */
function ingressOf(target: TenantTarget, service: ResolvedService): Plain<k8s.NetworkPolicyIngressRule>[] {
  if (service.kind !== 'http') return [];
  const callers = target.services.filter(({ calls }) => calls.includes(service.name));
  const from: Plain<k8s.NetworkPolicyPeer>[] = callers.map(({ name }) => podsOf(name));
  if (service.exposed !== undefined && isRunning(target)) {
    from.push(namespaceNamed(target.platform.edge.namespace));
  }
  return from.length === 0 ? [] : [{ from, ports: [tcp(service.port)] }];
}

/** Services it calls, and what it keeps state in. */
function egressOf(target: TenantTarget, service: ResolvedService): Plain<k8s.NetworkPolicyEgressRule>[] {
  const rules: Plain<k8s.NetworkPolicyEgressRule>[] = [];
  for (const callee of target.services) {
    if (callee.kind === 'http' && service.calls.includes(callee.name)) {
      rules.push({ to: [podsOf(callee.name)], ports: [tcp(callee.port)] });
    }
  }
  const reach = (cidrs: readonly string[], port: number) => {
    // A rule whose list is empty allows every destination there is.
    if (cidrs.length > 0) rules.push({ to: ranges(cidrs), ports: [tcp(port)] });
  };
  if (service.needs.includes('database')) reach(target.databaseCidrs, ports.mariadb);
  if (service.needs.includes('cache')) reach(cidrsOf(target, 'data'), ports.redis);
  if (hasIdentity(service)) {
    reach(cidrsOf(target, 'endpoint'), ports.https);
    reach([podIdentityAddress], ports.podIdentity);
  }
  return rules;
}

function cidrsOf(target: TenantTarget, role: 'data' | 'endpoint'): string[] {
  const subnets = target.cluster.network.subnets.filter((subnet) => subnet.role === role);
  return subnets.map(({ cidr }) => cidr).sort();
}

function ranges(cidrs: readonly string[]): Plain<k8s.NetworkPolicyPeer>[] {
  return cidrs.map((cidr) => ({ ipBlock: { cidr } }));
}

function podsOf(service: string): Plain<k8s.NetworkPolicyPeer> {
  return { podSelector: { matchLabels: selectorOf(service) } };
}

function podsIn(namespace: string, pods: Record<string, string>): Plain<k8s.NetworkPolicyPeer> {
  return { ...namespaceNamed(namespace), podSelector: { matchLabels: pods } };
}
