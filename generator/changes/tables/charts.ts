// Umbrella charts of platform components: which upstream charts are installed, and the values that isolation hangs on. What
// another version makes of the values, and every value that no row names, is unknown.
import { added, changed, either, lowered, ofSame, raised, removed, replaced, to } from '../directions.ts';
import { chartKind, valuesKind } from '../documents.ts';
import type { Knowledge, Row } from '../knowledge.ts';
import { number } from '../measures.ts';
import { harmless, noHarm, row, verdict } from './rows.ts';
import { below, expand } from './tell.ts';

const helm = 'https://helm.sh/docs/topics/charts/';
const mesh = 'https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/';
const scoping = 'https://istio.io/latest/docs/ops/configuration/mesh/configuration-scoping/';
const revisions = 'https://istio.io/latest/docs/setup/upgrade/canary/';
const nginx =
  'https://docs.nginx.com/nginx-ingress-controller/installation/installing-nic/installation-with-helm/';
const deregistration = 'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/2366';
const rollouts =
  'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment';
const realIp = 'https://nginx.org/en/docs/http/ngx_http_realip_module.html';
const secrets = 'https://external-secrets.io/latest/guides/security-best-practices/';
const classes =
  'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/ingress_class/';

const chart: Knowledge = {
  ...chartKind,
  nature: 'access',
  created: verdict('cost', 'a component comes to the cluster, with all that its charts create', helm),
  deleted: verdict('downtime', 'nobody keeps up what the charts created', helm),
  rows: [
    row(
      'dependencies[].version',
      ofSame(changed),
      'unknown',
      'what the other version installs cannot be told',
      helm,
    ),
    row(
      'dependencies[].repository',
      ofSame(changed),
      'exposure',
      'the component is taken from somewhere else',
      helm,
    ),
    row('dependencies[]', added, 'unknown', 'what the other chart installs cannot be told', helm),
    row('dependencies[]', removed, 'downtime', 'nobody keeps up what the chart created', helm),
    ...harmless('apiVersion', 'description', 'name', 'type', 'version'),
  ],
};

const { tell: tellMesh } = below('istiod');
const { tell: tellEdge, fine: fineOfEdge } = below('nginx-ingress.controller');
const { tell: tellEdgeChart } = below('nginx-ingress');
const { tell: tellSecrets } = below('external-secrets');
const { tell: tellBalancer } = below('aws-load-balancer-controller');

const meshRows: readonly Row[] = [
  ...tellMesh(either(to('ALLOW_ANY'), removed), 'exposure', mesh, {
    'meshConfig.outboundTrafficPolicy.mode': 'pods may open connections to anywhere',
  }),
  ...tellMesh(changed, 'exposure', mesh, {
    'meshConfig.pathNormalization.normalization':
      'paths are compared otherwise: one may pass that was refused',
    'meshConfig.discoverySelectors': 'what the mesh does not see, its policies do not guard',
    'meshConfig.extensionProviders': 'access logs and traces of all tenants go elsewhere',
    'env.BLOCKED_CIDRS_IN_JWKS_URIS': 'istiod may fetch keys from addresses that it did not',
    'global.proxy.excludeOutboundPorts': 'other traffic passes by the proxies',
  }),
  ...tellMesh(either(to(false), removed), 'exposure', mesh, {
    'meshConfig.enableAutoMtls': 'requests inside the mesh are no longer encrypted by themselves',
  }),
  ...tellMesh(added, 'exposure', scoping, {
    'meshConfig.default{Service,VirtualService,DestinationRule}ExportTo[]':
      'more namespaces see what says nothing itself',
  }),
  ...tellMesh(removed, 'exposure', scoping, {
    'meshConfig.default{Service,VirtualService,DestinationRule}ExportTo':
      'every namespace sees what says nothing itself',
  }),
  ...tellMesh(added, 'exposure', mesh, {
    'meshConfig.trustDomainAliases[]': 'identities of another trust domain are believed',
  }),
  ...tellMesh(changed, 'downtime', mesh, {
    'meshConfig.trustDomain': 'no policy names the identities that pods get',
    'meshConfig.defaultHttpRetryPolicy': 'other requests are repeated',
    'meshConfig.defaultConfig': 'proxies start with another configuration',
  }),
  ...tellMesh(replaced, 'downtime', revisions, {
    revision: 'namespaces that name the old revision get no proxies',
  }),
];

const edgeRows: readonly Row[] = [
  ...tellEdgeChart(either(to(true), removed), 'exposure', nginx, {
    'rbac.clusterrole.create': 'the edge may read the Secrets of every namespace',
  }),
  ...tellEdge(to(true), 'exposure', nginx, {
    enableSnippets: 'whoever writes an object of the edge writes its configuration',
    enableTLSPassthrough: 'connections pass the edge unread',
  }),
  ...tellEdge(changed, 'exposure', nginx, {
    'watch{Namespace,NamespaceLabel,SecretNamespace}':
      'the edge reads objects or Secrets of other namespaces',
    'pod.annotations': 'other traffic of the edge passes by its proxy',
    'config.entries': 'the configuration of all hosts is another',
  }),
  ...tellEdge(changed, 'exposure', realIp, {
    'config.entries["{real-ip-header,real-ip-recursive,set-real-ip-from}"]':
      'a client may choose the address it is known by',
  }),
  ...tellEdge(either(to('LoadBalancer', 'NodePort'), removed), 'exposure', nginx, {
    'service.type': 'the edge is reached past the load balancer',
  }),
  ...fineOfEdge('{lifecycle,terminationGracePeriodSeconds,strategy}'),
  ...tellEdge(either(lowered(number), removed), 'downtime', deregistration, {
    'lifecycle.preStop.sleep.seconds': 'the load balancer may send requests to a pod that has ended',
    terminationGracePeriodSeconds: 'a pod that stops has less time for requests that it still answers',
  }),
  ...tellEdge(either(raised(number), removed), 'downtime', rollouts, {
    'strategy.rollingUpdate.maxUnavailable': 'fewer pods are left while others are replaced',
  }),
];

const otherRows: readonly Row[] = [
  ...tellSecrets(either(to(true), removed), 'exposure', secrets, {
    'process{ClusterStore,ClusterExternalSecret,ClusterGenerator,ClusterPushSecret,PushSecret}':
      'secrets may cross from one namespace to another, or leave the cluster',
    'rbac.aggregateTo{View,Edit}': 'whoever has the common role has its rights over secrets too',
  }),
  ...tellBalancer(changed, 'exposure', classes, {
    'ingressClassParams.spec': 'other namespaces may own load balancers, or reach the internet with them',
  }),
  ...[
    ...expand('*.{replicaCount,replicas,autoscaleMin}'),
    '*.*.replicaCount',
    'nginx-ingress.controller.autoscaling.minReplicas',
  ].map((field) => row(field, lowered(number), 'downtime', 'fewer pods are left when one is lost', helm)),
  ...harmless(
    ...expand('*.{resources,resourcesCrossplane,resourcesRBACManager,autoscaleMax}'),
    '*.*.resources',
    'nginx-ingress.controller.autoscaling.maxReplicas',
  ),
];

const values: Knowledge = {
  ...valuesKind,
  nature: 'access',
  created: noHarm,
  deleted: verdict('unknown', 'the charts decide by themselves', helm),
  rows: [...meshRows, ...edgeRows, ...otherRows],
};

export const charts: readonly Knowledge[] = [chart, values];
