// One tenant's objects with nothing wrong, for tests to break one at a time. Knows nothing of what the generator renders.

type Loose = Record<string, unknown>;

const namespace = 'tenant-acme';
const labels = { 'app.kubernetes.io/name': 'billing' };

function object(apiVersion: string, kind: string, name: string, rest: Loose): Loose {
  return { apiVersion, kind, metadata: { name, namespace }, ...rest };
}

const container = {
  name: 'billing',
  image: 'registry.example/billing@sha256:0000000000000000000000000000000000000000000000000000000000000000',
  env: [
    { name: 'LOG_LEVEL', value: 'info' },
    { name: 'CURRENCY', valueFrom: { configMapKeyRef: { name: 'billing', key: 'currency' } } },
    { name: 'CARRIER', valueFrom: { secretKeyRef: { name: 'billing-secrets', key: 'CARRIER_TOKEN' } } },
    { name: 'REDIS_HOST', valueFrom: { secretKeyRef: { name: 'cache-connection', key: 'address' } } },
  ],
  envFrom: [{ configMapRef: { name: 'billing' } }, { secretRef: { name: 'billing-secrets' } }],
  ports: [{ name: 'http', containerPort: 8080 }],
  readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
  resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  },
  volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
};

function pod(name: string, more: Loose): Loose {
  return {
    automountServiceAccountToken: false,
    serviceAccountName: 'billing',
    priorityClassName: 'tier-premium',
    securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [{ ...container, name }],
    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
    ...more,
  };
}

function deployment(name: string, own: Loose): Loose {
  const topologySpreadConstraints = [
    {
      maxSkew: 1,
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: own },
    },
  ];
  return object('apps/v1', 'Deployment', name, {
    spec: {
      selector: { matchLabels: own },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
      template: { metadata: { labels: own }, spec: pod(name, { topologySpreadConstraints }) },
    },
  });
}

function foundation(): Record<string, Loose> {
  return {
    namespace: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
    },
    quota: object('v1', 'ResourceQuota', 'tenant', {
      spec: { hard: { 'requests.cpu': '4', 'limits.memory': '8Gi', pods: '40' } },
    }),
    range: object('v1', 'LimitRange', 'tenant', {
      spec: {
        limits: [
          {
            type: 'Container',
            min: { cpu: '10m' },
            defaultRequest: { memory: '64Mi' },
            default: { memory: '128Mi' },
            max: { memory: '1Gi' },
          },
        ],
      },
    }),
    priority: {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'tier-premium' },
      value: 100_000,
      preemptionPolicy: 'Never',
    },
    account: object('v1', 'ServiceAccount', 'billing', { automountServiceAccountToken: false }),
    role: object('rbac.authorization.k8s.io/v1', 'Role', 'support', {
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }],
    }),
    binding: object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'support', {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'support' },
      subjects: [
        { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'acme-support' },
        { kind: 'ServiceAccount', name: 'billing', namespace },
      ],
    }),
    viewers: object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'viewers', {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'acme-engineers' }],
    }),
    policy: object('networking.k8s.io/v1', 'NetworkPolicy', 'billing', {
      spec: {
        podSelector: { matchLabels: labels },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [{ podSelector: {} }], ports: [{ protocol: 'TCP', port: 8080 }] }],
        egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.96.0.0/12'] } }] }],
      },
    }),
  };
}

function secrets(): Record<string, Loose> {
  return {
    store: object('external-secrets.io/v1', 'SecretStore', 'own', {
      spec: {
        provider: {
          aws: {
            service: 'SecretsManager',
            region: 'us-east-1',
            auth: { jwt: { serviceAccountRef: { name: 'billing' } } },
          },
        },
      },
    }),
    external: object('external-secrets.io/v1', 'ExternalSecret', 'billing-secrets', {
      spec: {
        secretStoreRef: { kind: 'SecretStore', name: 'own' },
        data: [
          { secretKey: 'CARRIER_TOKEN', remoteRef: { key: '/production/acme/carrier', property: 'token' } },
        ],
      },
    }),
  };
}

/** What a claim of a key becomes writes a Secret: no such thing is, but a claim of a key is short. */
function claims(): Record<string, Loose> {
  const connected = { writeConnectionSecretToRef: { name: 'cache-connection' } };
  const base = { apiVersion: 'kms.aws.m.upbound.io/v1beta1', kind: 'Key', spec: connected };
  return {
    composition: {
      apiVersion: 'apiextensions.crossplane.io/v1',
      kind: 'Composition',
      metadata: { name: 'keyclaims.tenantry.dev' },
      spec: {
        compositeTypeRef: { apiVersion: 'tenantry.dev/v1alpha1', kind: 'KeyClaim' },
        mode: 'Pipeline',
        pipeline: [
          {
            step: 'resources',
            functionRef: { name: 'function-patch-and-transform' },
            input: {
              apiVersion: 'pt.fn.crossplane.io/v1beta1',
              kind: 'Resources',
              resources: [{ name: 'key', base }],
            },
          },
        ],
      },
    },
    claim: object('tenantry.dev/v1alpha1', 'KeyClaim', 'key', {
      spec: {
        region: 'us-east-1',
        account: '111122223333',
        tenant: 'acme',
        use: 'tenant',
        alias: 'alias/t-acme',
        tags: {},
        crossplane: {
          compositionRef: { name: 'keyclaims.tenantry.dev' },
          compositionUpdatePolicy: 'Automatic',
          compositionRevisionSelector: { matchLabels: { 'tenantry.dev/revision': '1' } },
        },
      },
    }),
  };
}

/** One row of a control matrix: what a field of the quota should be. */
export function control(name: string, field: string, expected: string, compare: string): string {
  const evidence = {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    name,
    field: ['spec', 'hard', field],
    expected,
    compare,
  };
  return JSON.stringify({ evidence: [evidence] });
}

function workloads(): Record<string, Loose> {
  return {
    config: object('v1', 'ConfigMap', 'billing', { data: { currency: 'EUR' } }),
    matrix: object('v1', 'ConfigMap', 'compliance.matrix', {
      data: {
        'obligations.json': '{}',
        'memory.control.json': control('tenant', 'limits.memory', '8Gi', 'equal'),
        'room.control.json': control('tenant', 'pods', '40', 'atLeast'),
      },
    }),
    deployment: deployment('billing', labels),
    service: object('v1', 'Service', 'billing', {
      spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    }),
    hpa: object('autoscaling/v2', 'HorizontalPodAutoscaler', 'billing', {
      spec: {
        minReplicas: 2,
        maxReplicas: 6,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'billing' },
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
          },
        ],
      },
    }),
    vpa: object('autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', 'billing', {
      spec: {
        targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'billing' },
        updatePolicy: { updateMode: 'Initial' },
        resourcePolicy: {
          containerPolicies: [{ containerName: 'billing', controlledResources: ['memory'] }],
        },
      },
    }),
    pdb: object('policy/v1', 'PodDisruptionBudget', 'billing', {
      spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
    }),
  };
}

function events(): Record<string, Loose> {
  return {
    worker: deployment('worker', { 'app.kubernetes.io/name': 'worker' }),
    auth: object('keda.sh/v1alpha1', 'TriggerAuthentication', 'queue', {
      spec: { podIdentity: { provider: 'aws' } },
    }),
    scaled: object('keda.sh/v1alpha1', 'ScaledObject', 'worker', {
      spec: {
        scaleTargetRef: { name: 'worker' },
        minReplicaCount: 1,
        maxReplicaCount: 10,
        triggers: [
          { type: 'aws-sqs-queue', metadata: { queueLength: '5' }, authenticationRef: { name: 'queue' } },
        ],
      },
    }),
    migrate: object('batch/v1', 'Job', 'migrate', {
      spec: {
        backoffLimit: 2,
        template: {
          metadata: { labels: { job: 'migrate' } },
          spec: pod('migrate', { restartPolicy: 'Never' }),
        },
      },
    }),
    cron: object('batch/v1', 'CronJob', 'scheduler', {
      spec: {
        schedule: '*/5 * * * 1-5',
        timeZone: 'Europe/Berlin',
        jobTemplate: { spec: { template: { spec: pod('scheduler', { restartPolicy: 'OnFailure' }) } } },
      },
    }),
    project: object('argoproj.io/v1alpha1', 'AppProject', 'acme', {
      spec: {
        sourceRepos: ['https://git.example/tenantry.git'],
        destinations: [{ namespace, server: 'https://kubernetes.default.svc' }],
      },
    }),
    application: object('argoproj.io/v1alpha1', 'Application', 'acme', {
      spec: {
        project: 'acme',
        source: { repoURL: 'https://git.example/tenantry.git', path: 'rendered', targetRevision: 'main' },
        destination: { namespace, server: 'https://kubernetes.default.svc' },
      },
    }),
  };
}

function edge(): Record<string, Loose> {
  const variable = `$\{binary_remote_addr}`;
  return {
    ingress: object('networking.k8s.io/v1', 'Ingress', 'billing', {
      spec: { defaultBackend: { service: { name: 'billing', port: { number: 80 } } } },
    }),
    limit: object('k8s.nginx.org/v1', 'Policy', 'limit', {
      spec: {
        ingressClassName: 'nginx',
        rateLimit: { rate: '10r/s', key: variable, zoneSize: '1m' },
      },
    }),
    server: object('k8s.nginx.org/v1', 'VirtualServer', 'edge', {
      spec: {
        ingressClassName: 'nginx',
        host: 'portal.acme.example',
        tls: {},
        policies: [{ name: 'limit' }],
        upstreams: [{ name: 'billing', service: 'billing', port: 80 }],
        routes: [
          { path: '/', action: { proxy: { upstream: 'billing' } } },
          { path: '/gone', action: { return: { code: 410, body: 'gone' } } },
        ],
      },
    }),
  };
}

/** Fresh objects by a short name, every time. */
export function makeSoundTree(): Record<string, Loose> {
  // Not `structuredClone`: it would keep the parts that objects share shared, and one fault would break several.
  return JSON.parse(
    JSON.stringify({ ...foundation(), ...secrets(), ...claims(), ...workloads(), ...events(), ...edge() }),
  );
}

/** One rendered file per object, in the tenant's folder of `cluster`. JSON is YAML. */
export function* renderTree(
  cluster: string,
  tree: Record<string, unknown>,
): Generator<[path: string, text: string]> {
  for (const [name, value] of Object.entries(tree)) {
    yield [`${cluster}/tenants/acme/workloads/${name}.yaml`, JSON.stringify(value, null, 2)];
  }
}
