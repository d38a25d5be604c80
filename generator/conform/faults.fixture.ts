// One row per mistake that conform must find: the code, the object to break and what to put where. Each is a change to
// the sound tree and nothing else.

import { control } from './sound-tree.fixture.ts';

/** `value` undefined removes the field; an empty pointer replaces, adds or removes the whole object. */
export interface Fault {
  readonly code: string;
  readonly object: string;
  readonly pointer: string;
  readonly value: unknown;
}

type Row = readonly [code: string, object: string, pointer: string, value?: unknown];

const pod = '/spec/template/spec';
const main = `${pod}/containers/0`;
const namespace = 'tenant-acme';
const long = 'a'.repeat(64);
const secondScaler = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'second', namespace },
  spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'worker' } },
};

const scopedRole = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name: 'support', namespace },
};
const twin = {
  name: 'billing',
  image: 'registry.example/billing',
  resources: { requests: { cpu: '10m' } },
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
};

const rows: readonly Row[] = [
  ['require-identity', 'service', '/metadata/name'],
  ['require-identity', 'service', '/apiVersion'],
  ['require-identity', 'service', '', ['not an object']],
  ['require-schema', 'service', '/kind', 'Sevice'],
  ['require-schema', 'service', '/apiVersion', 'shop.example/v1'],
  ['no-unknown-field', 'deployment', '/spec/replica', 3],
  ['no-unknown-field', 'deployment', `${main}/readinessProbe/httpGet/pth`, '/'],
  ['no-unknown-field', 'deployment', '/status', {}],
  ['no-unknown-field', 'deployment', '/metadata/creationTimestamp', null],
  ['no-unknown-field', 'deployment', `${pod}/containers/0/resources/request`, {}],
  ['no-unknown-field', 'scaled', '/spec/minReplicas', 1],
  ['no-unknown-field', 'application', '/spec/source/revision', 'main'],
  ['require-field', 'deployment', '/spec/selector'],
  ['require-field', 'application', '/spec/project'],
  ['require-field', 'hpa', '/spec/maxReplicas'],
  ['valid-field', 'deployment', '/spec/replicas', '3'],
  ['valid-field', 'deployment', '/spec/minReadySeconds', 1.5],
  ['valid-field', 'deployment', '/spec/paused', 'no'],
  ['valid-field', 'deployment', `${main}/env/0/value`, 1],
  ['valid-field', 'deployment', `${main}/resources/limits/memory`, '256MiB'],
  ['valid-field', 'deployment', '/metadata/labels', null],
  ['valid-field', 'vpa', '/spec/updatePolicy/updateMode', 'Sometimes'],
  ['valid-field', 'config', '/data/currency', true],
  ['valid-scope', 'extra', '', scopedRole],
  ['valid-scope', 'range', '/metadata/namespace'],
  ['require-namespace', 'policy', '/metadata/namespace', 'tenant-amce'],
  ['valid-object-name', 'policy', '/metadata/name', 'Billing'],
  ['valid-object-name', 'cron', '/metadata/name', 'a'.repeat(53)],
  ['valid-object-name', 'migrate', '/metadata/name', long],
  ['valid-object-name', 'viewers', '/metadata/name', 'a/b'],
  ['valid-label', 'policy', '/metadata/labels', { tier: long }],
  ['valid-label', 'policy', '/metadata/labels', { 'cost center': 'x' }],
  ['valid-label', 'deployment', `${pod}/nodeSelector`, { zone: 'a b' }],
  ['valid-annotation', 'policy', '/metadata/annotations', { 'a/b/c': 'x' }],
  ['valid-annotation', 'policy', '/metadata/annotations', { note: 'x'.repeat(262_144) }],
  [
    'unique-object',
    'twin',
    '',
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'billing', namespace } },
  ],
  ['valid-quantity', 'quota', '/spec/hard/requests.cpu', '-4'],
  ['valid-quantity', 'deployment', `${main}/resources/requests/memory`, '128m'],
  ['valid-resources', 'deployment', `${main}/resources/requests/memory`, '257Mi'],
  ['valid-resources', 'deployment', `${main}/resources/limits/memory`, '2Gi'],
  ['valid-resources', 'deployment', `${main}/resources/requests/cpu`, '5m'],
  ['valid-limit-range', 'range', '/spec/limits/0/defaultRequest/memory', '256Mi'],
  ['require-quota-resources', 'worker', `${main}/resources/requests/cpu`],
  ['require-own-selector', 'worker', '/spec/selector/matchLabels/app.kubernetes.io~1name', 'werker'],
  [
    'require-own-selector',
    'worker',
    `${pod}/topologySpreadConstraints/0/labelSelector`,
    { matchLabels: { a: 'b' } },
  ],
  ['require-service-pods', 'service', '/spec/selector', { app: 'billing' }],
  ['require-service-pods', 'service', '/spec/ports/0/targetPort', 9090],
  ['valid-probe', 'deployment', `${main}/readinessProbe/httpGet/port`, 'htttp'],
  ['valid-probe', 'deployment', `${main}/livenessProbe`, { tcpSocket: { port: 8081 } }],
  ['valid-probe', 'deployment', `${main}/readinessProbe/exec`, { command: ['true'] }],
  ['valid-probe', 'deployment', `${main}/livenessProbe`, { tcpSocket: { port: 8080 }, successThreshold: 2 }],
  ['valid-probe', 'deployment', `${main}/readinessProbe/periodSeconds`, 0],
  ['valid-port', 'worker', `${main}/ports/1`, { name: 'metrics-endpoint', containerPort: 9090 }],
  ['valid-port', 'worker', `${main}/ports/1`, { name: 'http', containerPort: 9090 }],
  ['valid-port', 'worker', `${main}/ports/1`, { containerPort: 90_900 }],
  ['valid-port', 'service', '/spec/ports/1', { port: 81, targetPort: 'http' }],
  ['valid-replica-range', 'hpa', '/spec/minReplicas', 7],
  ['valid-replica-range', 'scaled', '/spec/minReplicaCount', 11],
  ['valid-replica-range', 'scaled', '/spec/idleReplicaCount', 1],
  ['no-scaler-conflict', 'deployment', '/spec/replicas', 3],
  ['no-scaler-conflict', 'worker', '/spec/replicas', 3],
  ['no-scaler-conflict', 'second', '', secondScaler],
  ['no-vertical-conflict', 'vpa', '/spec/resourcePolicy'],
  ['no-vertical-conflict', 'vpa', '/spec/resourcePolicy/containerPolicies/0/containerName', 'bill'],
  ['no-vertical-conflict', 'vpa', '/spec/resourcePolicy/containerPolicies/0/controlledResources/1', 'cpu'],
  ['require-scaled-resource', 'hpa', '/spec/metrics/0/resource/name', 'ephemeral-storage'],
  ['valid-disruption-budget', 'pdb', '/spec/maxUnavailable', 0],
  ['valid-disruption-budget', 'pdb', '/spec/maxUnavailable', '0%'],
  [
    'valid-disruption-budget',
    'pdb',
    '/spec',
    { minAvailable: 2, selector: { matchLabels: { 'app.kubernetes.io/name': 'billing' } } },
  ],
  ['valid-disruption-budget', 'pdb', '/spec/minAvailable', 1],
  ['valid-disruption-budget', 'pdb', '/spec/selector/matchLabels/app.kubernetes.io~1name', 'bill'],
  ['require-reference', 'deployment', `${pod}/serviceAccountName`, 'biling'],
  ['require-reference', 'deployment', `${pod}/priorityClassName`, 'tier-gold'],
  ['require-reference', 'deployment', `${main}/envFrom/0/configMapRef/name`, 'bills'],
  ['require-reference', 'deployment', `${main}/env/1/valueFrom/configMapKeyRef/key`, 'curency'],
  ['require-reference', 'deployment', `${pod}/volumes/1`, { name: 'config', configMap: { name: 'bills' } }],
  ['require-reference', 'deployment', `${main}/envFrom/1/secretRef/name`, 'bills'],
  ['require-reference', 'deployment', `${main}/env/2/valueFrom/secretKeyRef/key`, 'CARIER_TOKEN'],
  [
    'require-reference',
    'deployment',
    `${pod}/volumes/1`,
    { name: 'config', secret: { secretName: 'billing-secrets', items: [{ key: 'TOKEN', path: 'token' }] } },
  ],
  ['require-reference', 'deployment', `${main}/env/3/valueFrom/secretKeyRef/name`, 'cache-conection'],
  ['require-reference', 'claim', '/spec/crossplane/compositionRef/name', 'cacheclaims.tenantry.dev'],
  [
    'require-reference',
    'composition',
    '/spec/pipeline/0/input/resources/0/base/spec/writeConnectionSecretToRef/name',
    'key-connection',
  ],
  ['require-reference', 'external', '/metadata/name', 'bills'],
  ['require-reference', 'external', '/spec/target', { name: 'bills' }],
  ['require-reference', 'external', '/spec/target', { creationPolicy: 'Merge' }],
  ['require-reference', 'external', '/spec/secretStoreRef/name', 'others'],
  ['require-reference', 'external', '/spec/secretStoreRef/kind', 'ClusterSecretStore'],
  ['require-reference', 'store', '/spec/provider/aws/auth/jwt/serviceAccountRef/name', 'biling'],
  ['require-reference', 'hpa', '/spec/scaleTargetRef/name', 'biling'],
  ['require-reference', 'vpa', '/spec/targetRef/name', 'biling'],
  ['require-reference', 'scaled', '/spec/scaleTargetRef/name', 'werker'],
  ['require-reference', 'scaled', '/spec/triggers/0/authenticationRef/name', 'kew'],
  ['require-reference', 'binding', '/roleRef/name', 'suport'],
  ['require-reference', 'binding', '/subjects/1/name', 'biling'],
  ['require-reference', 'viewers', '/roleRef/name', 'viewer'],
  ['require-reference', 'ingress', '/spec/defaultBackend/service/name', 'biling'],
  ['require-reference', 'application', '/spec/project', 'acne'],
  ['unique-container-name', 'deployment', `${pod}/initContainers`, [twin]],
  ['unique-container-name', 'migrate', `${main}/name`, 'Migrate'],
  ['unique-env-name', 'deployment', `${main}/env/1/name`, 'LOG_LEVEL'],
  ['unique-env-name', 'deployment', `${main}/env/1/name`, '1-CURRENCY'],
  ['require-volume', 'deployment', `${main}/volumeMounts/0/name`, 'temp'],
  ['require-volume', 'deployment', `${main}/volumeMounts/1`, { name: 'tmp', mountPath: '/tmp' }],
  ['require-volume', 'deployment', `${pod}/volumes/1`, { name: 'tmp', emptyDir: {} }],
  ['require-volume', 'deployment', `${pod}/volumes/1`, { name: 'none' }],
  ['require-pod', 'migrate', pod],
  ['require-pod', 'migrate', `${pod}/containers`, []],
  ['require-pod', 'migrate', `${main}/image`],
  ['valid-restart-policy', 'migrate', `${pod}/restartPolicy`],
  ['valid-restart-policy', 'deployment', `${pod}/restartPolicy`, 'Never'],
  ['require-restricted-pod', 'deployment', `${pod}/hostNetwork`, true],
  ['require-restricted-pod', 'deployment', `${pod}/volumes/1`, { name: 'host', hostPath: { path: '/' } }],
  ['require-restricted-pod', 'deployment', `${pod}/securityContext/runAsNonRoot`],
  ['require-restricted-pod', 'deployment', `${pod}/securityContext/runAsUser`, 0],
  ['require-restricted-pod', 'deployment', `${pod}/securityContext/seccompProfile`],
  [
    'require-restricted-pod',
    'deployment',
    `${pod}/securityContext/sysctls`,
    [{ name: 'kernel.msgmax', value: '1' }],
  ],
  ['require-restricted-pod', 'deployment', `${main}/securityContext/privileged`, true],
  ['require-restricted-pod', 'deployment', `${main}/securityContext/allowPrivilegeEscalation`],
  ['require-restricted-pod', 'deployment', `${main}/securityContext/runAsNonRoot`, false],
  ['require-restricted-pod', 'deployment', `${main}/securityContext/capabilities/drop/0`, 'NET_RAW'],
  ['require-restricted-pod', 'deployment', `${main}/securityContext/capabilities/add`, ['NET_ADMIN']],
  ['require-restricted-pod', 'deployment', `${main}/securityContext/procMount`, 'Unmasked'],
  ['require-restricted-pod', 'deployment', `${main}/securityContext/seLinuxOptions`, { user: 'root' }],
  ['require-restricted-pod', 'deployment', `${main}/securityContext/appArmorProfile`, { type: 'Unconfined' }],
  ['require-restricted-pod', 'deployment', `${main}/ports/0/hostPort`, 8080],
  ['require-restricted-pod', 'deployment', `${main}/readinessProbe/httpGet/host`, 'other.example'],
  ['valid-schedule', 'cron', '/spec/schedule', '*/5 * * *'],
  ['valid-schedule', 'cron', '/spec/schedule', '61 * * * *'],
  ['valid-schedule', 'cron', '/spec/schedule', '5-1 * * * *'],
  ['valid-schedule', 'cron', '/spec/timeZone', 'Europe/Bonn'],
  ['valid-config-map', 'config', '/data/a~1b', 'x'],
  ['valid-config-map', 'config', '/binaryData', { currency: 'RVVS' }],
  ['valid-config-map', 'config', '/data/big', 'x'.repeat(1_048_576)],
  ['valid-network-policy', 'policy', '/spec/policyTypes', ['Ingress']],
  ['valid-upstream', 'server', '/spec/routes/0/action/proxy/upstream', 'billling'],
  ['valid-upstream', 'server', '/spec/upstreams/0/port', 8080],
  ['valid-upstream', 'server', '/spec/routes/1/path', '/'],
  ['require-reference', 'server', '/spec/policies/0/name', 'limits'],
  ['require-reference', 'server', '/spec/upstreams/0/service', 'billling'],
  ['no-unknown-field', 'server', '/spec/server-snippets', 'return 200;'],
  ['valid-field', 'server', '/spec/routes/1/action/return/body', '$host'],
  ['valid-field', 'limit', '/spec/rateLimit/rate', '10'],
  ['require-field', 'limit', '/spec/rateLimit/key'],
  ['valid-network-policy', 'policy', '/spec/egress/0/to/0/ipBlock/cidr', '10.0.0.1/8'],
  ['valid-network-policy', 'policy', '/spec/egress/0/to/0/ipBlock/except/0', '192.168.0.0/16'],
  ['valid-network-policy', 'policy', '/spec/egress/0/to/0/podSelector', {}],
  ['valid-network-policy', 'policy', '/spec/egress/0/to', []],
  ['valid-network-policy', 'policy', '/spec/egress/0/to'],
  ['valid-network-policy', 'policy', '/spec/ingress/0/ports/0/endPort', 80],
  ['valid-evidence', 'quota', '/spec/hard/limits.memory', '9Gi'],
  ['valid-evidence', 'quota', '/spec/hard/pods', '39'],
  ['valid-evidence', 'quota', '/spec/hard/pods'],
  ['valid-evidence', 'matrix', '/data/memory.control.json', control('gone', 'limits.memory', '8Gi', 'equal')],
  ['valid-rollout', 'deployment', '/spec/strategy/type', 'Recreate'],
  ['valid-rollout', 'deployment', '/spec/strategy/rollingUpdate/maxSurge', 0],
  ['valid-subject', 'binding', '/subjects/0/apiGroup'],
  ['valid-subject', 'binding', '/subjects/0/namespace', namespace],
  ['valid-subject', 'binding', '/subjects/1/namespace'],
  ['valid-priority-class', 'priority', '/value', 1_000_000_001],
];

export const faults: readonly Fault[] = rows.map(([code, object, pointer, value]) => ({
  code,
  object,
  pointer,
  value,
}));

/** Changes `tree` in place. Throws when the pointer leads nowhere, which would make a fault that is none. */
export function seed(tree: Record<string, unknown>, { object, pointer, value }: Fault): void {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/'));
  const last = steps.pop();
  if (last === undefined) {
    tree[object] = value;
    return;
  }
  let node = tree[object] as Record<string, unknown>;
  for (const step of steps) node = node[step] as Record<string, unknown>;
  if (value === undefined && !(last in node)) throw new Error(`${object}${pointer} is not there to remove`);
  if (value === undefined) delete node[last];
  else node[last] = value;
}
