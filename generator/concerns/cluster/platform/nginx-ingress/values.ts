// What the chart of F5's NGINX Ingress Controller is told: an edge that reads the mesh's namespaces alone, knows clients by
// the address that CloudFront saw, and speaks to services through its proxy.
import type { Chart } from 'cdk8s';
import { write } from '../../../../compose/add.ts';
import { spreadOver } from '../../../../compose/component.ts';
import { firstHostOf } from '../../../../model/cidr.ts';
import { meshLabels } from '../../../../model/labels.ts';
import { edgeCertificate } from '../../../../model/names.ts';
import { ports } from '../../../../model/ports.ts';
import type { ClusterTarget } from '../../../../model/target.ts';

const pods = { 'app.kubernetes.io/name': 'nginx-ingress', 'app.kubernetes.io/instance': 'nginx-ingress' };

export function compose(chart: Chart, target: ClusterTarget): void {
  write(chart, {
    'nginx-ingress': {
      serviceNameOverride: target.platform.edge.service,
      // `templates/rights.yaml` has it: the chart's own reads every tenant's Secrets.
      rbac: { create: true, clusterrole: { create: false } },
      controller: { ...accessOf(target), ...trafficOf(target), ...podsOf(target) },
      prometheus: { create: true, port: ports.edgeMetrics },
    },
  });
}

/** What it reads of the cluster, and who may write its configuration. */
function accessOf({ platform }: ClusterTarget) {
  const { edge, mesh } = platform;
  const certificate = `${edge.namespace}/${edgeCertificate}`;
  const [[key, value] = []] = Object.entries(meshLabels(mesh.revision));
  return {
    ingressClass: { name: edge.ingressClass, create: true, setAsDefaultIngress: false },
    watchNamespaceLabel: `${key}=${value}`,
    watchSecretNamespace: edge.namespace,
    enableSnippets: false,
    enableTLSPassthrough: false,
    // The load balancer names no host when it opens a connection, so the default server must have a certificate too
    // (https://github.com/nginx/nginx-gateway-fabric/discussions/4521). It verifies none: CONTRIBUTING.md says who makes it.
    defaultTLS: { secret: certificate },
    wildcardTLS: { secret: certificate },
    serviceAccount: { name: edge.serviceAccount },
    telemetryReporting: { enable: false },
  };
}

/** How requests come in, and whose they are. */
function trafficOf({ cluster }: ClusterTarget) {
  const balancer = cluster.network.subnets.filter(({ role }) => role === 'node').map(({ cidr }) => cidr);
  return {
    config: {
      entries: {
        // The load balancer leaves the header as CloudFront wrote it: the last address is who spoke to CloudFront, and
        // those before it are the client's own words.
        'real-ip-header': 'X-Forwarded-For',
        'real-ip-recursive': 'False',
        'set-real-ip-from': balancer.join(','),
        'server-tokens': 'False',
        'ssl-protocols': 'TLSv1.3',
        'log-format-escaping': 'json',
        'log-format': accessLog,
      },
    },
    service: {
      // Behind the load balancer, which sends to the pods themselves.
      type: 'ClusterIP',
      httpPort: { enable: false },
      httpsPort: { enable: true, port: ports.https, targetPort: ports.https },
    },
    reportIngressStatus: { enable: true, enableLeaderElection: true },
    readyStatus: { enable: true, port: ports.edgeReadiness },
  };
}

function podsOf({ platform, cluster, components }: ClusterTarget) {
  const { replicas, resources } = components['nginx-ingress'];
  return {
    kind: 'deployment',
    ...farewellOf(platform),
    autoscaling: { enabled: true, minReplicas: replicas.min, maxReplicas: replicas.max },
    podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
    resources: { requests: resources, limits: { memory: resources.memory } },
    topologySpreadConstraints: spreadOver(pods),
    pod: {
      annotations: {
        // Requests reach NGINX itself, and leave through the proxy; the API server is not of the mesh
        // (https://docs.nginx.com/nginx-ingress-controller/tutorials/nginx-ingress-istio/).
        'traffic.sidecar.istio.io/includeInboundPorts': '',
        'traffic.sidecar.istio.io/excludeOutboundIPRanges': firstHostOf(cluster.network.serviceCidr),
      },
    },
  };
}

/**
 * NGINX takes no new connection once it is told to stop, and the load balancer sends some until it has heard of it
 * (https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/2366). After that the slowest request has its time.
 */
function farewellOf({ edge }: ClusterTarget['platform']) {
  return {
    lifecycle: { preStop: { sleep: { seconds: edge.drainSeconds } } },
    terminationGracePeriodSeconds: edge.drainSeconds + edge.idleSeconds,
    // A pod goes only when the load balancer has its successor.
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0 } },
  };
}

/** As the mesh's: without the query. */
const accessLog = `{${Object.entries({
  bytes_sent: '$bytes_sent',
  client: '$remote_addr',
  duration: '$request_time',
  host: '$host',
  method: '$request_method',
  path: '$uri',
  request_id: '$request_id',
  start_time: '$time_iso8601',
  status: '$status',
  upstream: '$upstream_addr',
})
  .map(([key, variable]) => `"${key}":"${variable}"`)
  .join(',')}}`;
