// What isolation hangs on in the values of the platform's charts: each setting by its value, and no other way to open it.
import ipaddr from 'ipaddr.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ClusterTarget } from '../../../model/target.ts';
import { type ComposedClusterTree, composeExample } from '../../testing/example.ts';

const test = suite('values of components');
const clusters = await composeExample();

function documentOf({ target, files }: ComposedClusterTree, file: string): Record<string, unknown> {
  const path = `${target.cluster.name}/platform/${file}`;
  const found = files.find((one) => one.path === path)?.document;
  assert.ok(found, path);
  return found;
}

function look(value: unknown, path: string): unknown {
  const [step, ...rest] = path.split(/(?<!\\)\./);
  if (step === undefined || value === undefined) return value;
  const member = (value as Record<string, unknown>)[step.replaceAll('\\.', '.')];
  return rest.length === 0 ? member : look(member, rest.join('.'));
}

type Settings = Readonly<Record<string, unknown>>;

/** What of `settings` a document does not say, as `path: what it says instead`. */
function differences(document: unknown, settings: Settings): string[] {
  return Object.entries(settings)
    .map(([path, wanted]) => [path, JSON.stringify(look(document, path)), JSON.stringify(wanted)])
    .filter(([, is, wanted]) => is !== wanted)
    .map(([path, is]) => `${path}: ${is}`);
}

function meshOf({ platform }: ClusterTarget): Settings {
  return {
    'base.defaultRevision': platform.mesh.revision,
    'istiod.revision': platform.mesh.revision,
    'istiod.cni.enabled': true,
    'istiod.meshConfig.trustDomain': platform.mesh.trustDomain,
    'istiod.meshConfig.trustDomainAliases': undefined,
    'istiod.meshConfig.rootNamespace': platform.mesh.namespace,
    'istiod.meshConfig.enableAutoMtls': true,
    'istiod.meshConfig.outboundTrafficPolicy': { mode: 'REGISTRY_ONLY' },
    'istiod.meshConfig.pathNormalization': { normalization: 'DECODE_AND_MERGE_SLASHES' },
    'istiod.meshConfig.defaultServiceExportTo': ['.'],
    'istiod.meshConfig.defaultVirtualServiceExportTo': ['.'],
    'istiod.meshConfig.defaultDestinationRuleExportTo': ['.'],
    'istiod.meshConfig.defaultHttpRetryPolicy.retryOn': 'connect-failure,refused-stream',
  };
}

function edgeOf({ platform, cluster }: ClusterTarget): Settings {
  const { edge, mesh } = platform;
  const balancer = cluster.network.subnets.filter(({ role }) => role === 'node').map(({ cidr }) => cidr);
  const controller: Settings = {
    enableSnippets: false,
    enableTLSPassthrough: false,
    watchNamespace: undefined,
    watchNamespaceLabel: `istio.io/rev=${mesh.revision}`,
    watchSecretNamespace: edge.namespace,
    'ingressClass.name': edge.ingressClass,
    'ingressClass.setAsDefaultIngress': false,
    'serviceAccount.name': edge.serviceAccount,
    'service.type': 'ClusterIP',
    'service.httpPort': { enable: false },
    'config.entries.set-real-ip-from': balancer.join(','),
    'config.entries.real-ip-header': 'X-Forwarded-For',
    'config.entries.real-ip-recursive': 'False',
    'pod.annotations.traffic\\.sidecar\\.istio\\.io/includeInboundPorts': '',
    'lifecycle.preStop.sleep.seconds': edge.drainSeconds,
    terminationGracePeriodSeconds: edge.drainSeconds + edge.idleSeconds,
    'strategy.rollingUpdate.maxUnavailable': 0,
  };
  const below = Object.entries(controller).map(([path, value]) => [
    `nginx-ingress.controller.${path}`,
    value,
  ]);
  return {
    ...Object.fromEntries(below),
    'nginx-ingress.serviceNameOverride': edge.service,
    'nginx-ingress.rbac.clusterrole': { create: false },
  };
}

function secretsOf({ platform }: ClusterTarget): Settings {
  const off = [
    'ClusterExternalSecret',
    'ClusterGenerator',
    'ClusterPushSecret',
    'ClusterStore',
    'PushSecret',
  ];
  return {
    ...Object.fromEntries(off.map((kind) => [`external-secrets.process${kind}`, false])),
    'external-secrets.rbac.aggregateToEdit': false,
    'external-secrets.rbac.aggregateToView': false,
    'external-secrets.serviceAccount.name': platform.secrets.serviceAccount,
  };
}

function balancerOf({ platform, cluster }: ClusterTarget): Settings {
  const name = 'aws-load-balancer-controller';
  const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': platform.edge.namespace } };
  return {
    [`${name}.clusterName`]: cluster.name,
    [`${name}.vpcId`]: cluster.network.vpc,
    [`${name}.ingressClassParams.spec`]: { namespaceSelector, scheme: 'internal' },
    [`${name}.disableIngressClassAnnotation`]: true,
    [`${name}.controllerConfig.featureGates.EnableServiceController`]: false,
  };
}

/** Nothing of a tenant is on a volume, so nothing of Velero's runs on nodes or holds a key. */
function veleroOf(): Settings {
  return {
    'velero.serviceAccount.server.name': 'velero',
    'velero.credentials': { useSecret: false },
    'velero.deployNodeAgent': false,
    'velero.upgradeCRDs': false,
    'velero.cleanUpCRDs': false,
    'velero.podSecurityContext.runAsNonRoot': true,
    'velero.containerSecurityContext.allowPrivilegeEscalation': false,
  };
}

const expected: Readonly<Record<string, (target: ClusterTarget) => Settings>> = {
  'istio-system': meshOf,
  'nginx-ingress': edgeOf,
  'external-secrets': secretsOf,
  'aws-load-balancer-controller': balancerOf,
  'crossplane-system': () => ({ 'crossplane.provider.defaultActivations': [] }),
  velero: veleroOf,
};

test('every component says what isolation hangs on', () => {
  for (const cluster of clusters) {
    assert.equal(Object.keys(expected).sort(), Object.keys(cluster.target.components).sort());
    for (const [component, settings] of Object.entries(expected)) {
      const document = documentOf(cluster, `${component}/values.yaml`);
      assert.equal(differences(document, settings(cluster.target)), [], component);
    }
  }
});

test('a setting that is another, or gone, is found', () => {
  const document = { a: { b: 1, 'c.d': 2 } };
  assert.equal(differences(document, { 'a.b': 1, 'a.c\\.d': 2, 'a.e': undefined }), []);
  assert.equal(differences(document, { 'a.b': 2, 'a.x': 0 }), ['a.b: 1', 'a.x: undefined']);
});

test('the mesh sees its own namespaces, the collector and nothing else', () => {
  for (const cluster of clusters) {
    const { mesh, telemetry } = cluster.target.platform;
    const selectors = look(
      documentOf(cluster, 'istio-system/values.yaml'),
      'istiod.meshConfig.discoverySelectors',
    );
    const values = [mesh.namespace, telemetry.namespace];
    assert.equal(selectors, [
      { matchLabels: { 'istio.io/rev': mesh.revision } },
      { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }] },
    ]);
  }
});

/** What rules of a role let somebody read that holds secrets or settings of all tenants. */
function secretsIn(rules: readonly Rule[]): string[] {
  return rules.flatMap(({ resources = [], apiGroups = [] }) =>
    resources.filter((one) => /^(?:secrets|configmaps|\*)$/.test(one) || apiGroups.includes('*')),
  );
}

interface Rule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
}

test('istiod fetches keys from no address but those of the internet', () => {
  for (const cluster of clusters) {
    const list = look(
      documentOf(cluster, 'istio-system/values.yaml'),
      'istiod.env.BLOCKED_CIDRS_IN_JWKS_URIS',
    ) as string;
    const blocked = list.split(',').map((cidr) => ipaddr.parseCIDR(cidr));
    const isBlocked = (text: string) => {
      const address = ipaddr.parse(text);
      return blocked.some(([net, bits]) => net.kind() === address.kind() && address.match(net, bits));
    };
    const nets = clusters.flatMap(
      ({
        target: {
          cluster: { network },
        },
      }) => [network.vpcCidr, network.podCidr, network.serviceCidr],
    );
    const ours = nets.map((cidr) => cidr.replace(/\.0\/\d+$/, '.9'));
    for (const address of [
      ...ours,
      '169.254.169.254',
      '127.0.0.1',
      '192.168.1.1',
      '::1',
      'fd00:ec2::254',
      'fe80::1',
    ]) {
      assert.ok(isBlocked(address), address);
    }
    for (const address of ['52.94.5.1', '198.51.100.7', '2600:1f18::1'])
      assert.not(isBlocked(address), address);
  }
});

test('the edge reads no Secret but those of its own namespace', () => {
  for (const { files } of clusters) {
    const inside = files.filter(({ path }) => path.includes('/platform/nginx-ingress/'));
    const roles = inside.flatMap(({ manifests }) => manifests.filter(({ kind }) => kind === 'ClusterRole'));
    assert.is(roles.length, 1);
    for (const role of roles) assert.equal(secretsIn(role.rules as Rule[]), []);
  }
  assert.equal(secretsIn([{ apiGroups: [''], resources: ['pods', 'secrets'] }]), ['secrets']);
  assert.equal(secretsIn([{ apiGroups: ['*'], resources: ['pods'] }]), ['pods']);
});

test('no log of the mesh or the edge holds a query', () => {
  for (const cluster of clusters) {
    const [mesh, edge] = ['istio-system', 'nginx-ingress'].map((name) =>
      documentOf(cluster, `${name}/values.yaml`),
    );
    const words = [
      look(mesh, 'istiod.meshConfig.extensionProviders'),
      look(edge, 'nginx-ingress.controller.config'),
    ];
    for (const text of words.map((one) => JSON.stringify(one))) {
      assert.not.match(text, /%REQ\([^)]*PATH|\$request(?:_uri)?\b|\$args|\$query_string|AUTHORIZATION/i);
    }
  }
});

test('every chart is one that its component names, at its exact version', () => {
  for (const cluster of clusters) {
    for (const [name, { charts }] of Object.entries(cluster.target.components)) {
      const { dependencies } = documentOf(cluster, `${name}/Chart.yaml`);
      assert.is(JSON.stringify(dependencies), JSON.stringify(charts), name);
    }
  }
});

test('with IRSA a controller names its role, with Pod Identity the role is bound to its name', async () => {
  const { compose } = await import('./external-secrets/values.ts');
  const { Chart, App } = await import('cdk8s');
  const { documentOf: read } = await import('../../../compose/add.ts');
  const [cluster] = clusters;
  assert.ok(cluster);
  const accountOf = (identity: ClusterTarget['cluster']['identity']) => {
    const chart = new Chart(new App(), 'x');
    compose(chart, { ...cluster.target, cluster: { ...cluster.target.cluster, identity } });
    return look(read(chart), 'external-secrets.serviceAccount');
  };
  const { account, name } = cluster.target.cluster;
  assert.equal(accountOf({ mode: 'pod-identity' }), { create: true, name: 'external-secrets' });
  assert.equal(accountOf({ mode: 'irsa', oidcProvider: 'oidc.eks.example/id/A' }), {
    create: true,
    name: 'external-secrets',
    annotations: { 'eks.amazonaws.com/role-arn': `arn:aws:iam::${account}:role/${name}-external-secrets` },
  });
});

test.run();
