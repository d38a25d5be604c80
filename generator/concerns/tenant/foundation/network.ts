// Which connections exist: none by default, then DNS, the mesh's control plane, metrics and exactly the edges of the
// service graph, the tenant's own stores and the hosts it has declared. Nothing else has an address here, so Argo CD,
// Crossplane, the API server and the metadata of nodes are out of reach.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { kube } from '../../../compose/kube.ts';
import {
  controlPlanePods,
  type Egress,
  edgePods,
  type Ingress,
  namespaceNamed,
  type Peer,
  podsIn,
  type Rules,
  ranges,
  specOf,
  tcp,
  toNameServers,
} from '../../../compose/network-policy.ts';
import { hasIdentity } from '../../../compose/pod.ts';
import { selectorOf, tenantLabels } from '../../../model/labels.ts';
import { podIdentityAddress, ports } from '../../../model/ports.ts';
import { isRunning, type ResolvedService, type TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { mesh, telemetry } = target.platform;
  const everyPod = {};
  policy('default-deny', everyPod, { ingress: [], egress: [] });
  policy('allow-dns', everyPod, { egress: [toNameServers(target.platform)] });
  policy('allow-mesh', everyPod, {
    egress: [{ to: [podsIn(mesh.namespace, controlPlanePods)], ports: [tcp(ports.istiod)] }],
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

  function policy(name: string, pods: Record<string, string>, rules: Rules): void {
    const metadata = { name, namespace: target.namespace, labels: tenantLabels(target.tenant.id) };
    add(chart, kube.networkPolicy({ metadata, spec: specOf(pods, rules) }));
  }
}

/** Callers in the tenant, and the edge where the service is exposed. A suspended tenant is cut off from the edge. */
function ingressOf(target: TenantTarget, service: ResolvedService): Ingress[] {
  if (service.kind !== 'http') return [];
  const callers = target.services.filter(({ calls }) => calls.some((call) => call.service === service.name));
  const from: Peer[] = callers.map(({ name }) => podsOf(name));
  if (service.exposed !== undefined && isRunning(target)) {
    from.push(podsIn(target.platform.edge.namespace, edgePods));
  }
  return from.length === 0 ? [] : [{ from, ports: [tcp(service.port)] }];
}

/** Services it calls, what it keeps state in, and the hosts outside that it has declared. */
function egressOf(target: TenantTarget, service: ResolvedService): Egress[] {
  const rules: Egress[] = [];
  for (const call of service.calls) rules.push({ to: [podsOf(call.service)], ports: [tcp(call.port)] });
  const reach = (cidrs: readonly string[], port: number) => {
    // A rule whose list is empty allows every destination there is.
    if (cidrs.length > 0) rules.push({ to: ranges(cidrs), ports: [tcp(port)] });
  };
  if (service.needs.includes('database')) reach(target.databaseCidrs, ports.mariadb);
  if (service.needs.includes('cache')) reach(target.dataCidrs, ports.redis);
  if (hasIdentity(service)) {
    reach(endpointCidrs(target), ports.https);
    if (target.cluster.identity.mode === 'pod-identity') reach([podIdentityAddress], ports.podIdentity);
  }
  for (const { cidrs, port } of service.external) reach([...cidrs].sort(), port);
  return rules;
}

function endpointCidrs({ cluster }: TenantTarget): string[] {
  const subnets = cluster.network.subnets.filter(({ role }) => role === 'endpoint');
  return subnets.map(({ cidr }) => cidr).sort();
}

function podsOf(service: string): Peer {
  return { podSelector: { matchLabels: selectorOf(service) } };
}
