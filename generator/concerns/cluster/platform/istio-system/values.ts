// What Istio's charts are told: a mesh in which nothing is reached, seen or repeated that nobody declared.
import type { Chart } from 'cdk8s';
import { write } from '../../../../compose/add.ts';
import { spreadOver } from '../../../../compose/component.ts';
import { telemetryProviders } from '../../../../model/names.ts';
import { ports } from '../../../../model/ports.ts';
import { privateRanges } from '../../../../model/public-range.ts';
import type { ClusterTarget } from '../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  const { components, platform } = target;
  const { mesh } = platform;
  const { replicas, resources } = components['istio-system'];
  write(chart, {
    // Whose webhook checks objects that name no revision.
    base: { defaultRevision: mesh.revision },
    cni: {},
    istiod: {
      revision: mesh.revision,
      autoscaleMin: replicas.min,
      autoscaleMax: replicas.max,
      // Without the plug-in every pod would need NET_ADMIN, which Pod Security `restricted` forbids.
      cni: { enabled: true },
      env: istiodSettings,
      resources: { requests: resources, limits: { memory: resources.memory } },
      seccompProfile: { type: 'RuntimeDefault' },
      topologySpreadConstraints: spreadOver({ app: 'istiod', 'istio.io/rev': mesh.revision }),
      global: {
        logAsJson: true,
        proxy: {
          resources: mesh.proxy,
          // Long answers of the DNS come over TCP, and the registry does not have the DNS of the cluster.
          excludeOutboundPorts: String(ports.dns),
        },
      },
      meshConfig: meshConfig(target),
    },
  });
}

/**
 * A tenant names where its identity provider's keys are: not even by way of the DNS may that be an address of ours, here or
 * on a peer. Without the list istiod fetches from wherever it can
 * (https://istio.io/latest/docs/reference/config/analysis/ist0175/).
 */
const istiodSettings = { BLOCKED_CIDRS_IN_JWKS_URIS: privateRanges.join(',') };

/** https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/ */
function meshConfig(target: ClusterTarget) {
  const { mesh, telemetry } = target.platform;
  const own = ['.'];
  const seen = {
    key: 'kubernetes.io/metadata.name',
    operator: 'In',
    values: [mesh.namespace, telemetry.namespace],
  };
  return {
    rootNamespace: mesh.namespace,
    trustDomain: mesh.trustDomain,
    enableAutoMtls: true,
    outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
    // Policies compare paths as services read them: `%2e%2e`, `%2f` and `//` must not lead round one.
    pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' },
    discoverySelectors: [{ matchLabels: { 'istio.io/rev': mesh.revision } }, { matchExpressions: [seen] }],
    // What is meant for other namespaces says so itself; the edge, for one, sees only Services that are exposed to it
    // (https://istio.io/latest/docs/ops/configuration/mesh/configuration-scoping/).
    defaultServiceExportTo: own,
    defaultVirtualServiceExportTo: own,
    defaultDestinationRuleExportTo: own,
    // Where no VirtualService says otherwise: only what never reached a service, so that nothing is done twice.
    defaultHttpRetryPolicy: { attempts: mesh.retries.attempts, retryOn: 'connect-failure,refused-stream' },
    defaultConfig: { holdApplicationUntilProxyStarts: true },
    extensionProviders: [accessLog, tracesOf(target)],
  };
}

/** Without the query and without a token: both can name a policy holder or let somebody in. */
const accessLog = {
  name: telemetryProviders.accessLog,
  envoyFileAccessLog: {
    path: '/dev/stdout',
    logFormat: {
      labels: {
        authority: '%REQ(:AUTHORITY)%',
        bytes_received: '%BYTES_RECEIVED%',
        bytes_sent: '%BYTES_SENT%',
        duration: '%DURATION%',
        method: '%REQ(:METHOD)%',
        path: '%REQ_WITHOUT_QUERY(X-ENVOY-ORIGINAL-PATH?:PATH)%',
        peer: '%DOWNSTREAM_PEER_URI_SAN%',
        request_id: '%REQ(X-REQUEST-ID)%',
        response_code: '%RESPONSE_CODE%',
        response_code_details: '%RESPONSE_CODE_DETAILS%',
        response_flags: '%RESPONSE_FLAGS%',
        start_time: '%START_TIME%',
        upstream_cluster: '%UPSTREAM_CLUSTER%',
      },
    },
  },
} as const;

function tracesOf({ platform: { telemetry } }: ClusterTarget) {
  const service = `${telemetry.collector}.${telemetry.namespace}.svc.cluster.local`;
  return { name: telemetryProviders.traces, opentelemetry: { service, port: telemetry.otlpPort } };
}
