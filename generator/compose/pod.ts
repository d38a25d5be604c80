// The pod every workload has in common: Pod Security `restricted`, read-only root, no API token, its own account.
import type { k8s } from 'cdk8s-plus-30';
import { annotations, serviceLabels } from '../model/labels.ts';
import { cacheConnection, priorityClassOf, secretOf } from '../model/names.ts';
import { podIdentityAddress } from '../model/ports.ts';
import type { ResolvedService, TenantTarget } from '../model/target.ts';
import { browserConfigFolder, volumeOf } from '../model/volumes.ts';
import { configName, configOf, hashConfig } from './config.ts';
import type { Plain } from './kube.ts';
import { secretKeysOf } from './secrets.ts';

/** What a long-running service adds to the pod of a job. */
export interface PodParts {
  readonly container?: Partial<Plain<k8s.Container>>;
  readonly spec?: Partial<Plain<k8s.PodSpec>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A pod template; `parts` win over what all pods have. */
export function podOf(
  target: TenantTarget,
  service: ResolvedService,
  parts: PodParts,
): Plain<k8s.PodTemplateSpec> {
  return {
    metadata: {
      labels: serviceLabels(target.tenant.id, service.name),
      annotations: {
        [annotations.configHash]: hashConfig(settingsOf(target, service)),
        ...sidecarResources(target),
        ...sidecarBypass(target, service),
        ...parts.annotations,
      },
    },
    spec: {
      serviceAccountName: service.name,
      automountServiceAccountToken: false,
      // Every Service of the namespace as environment variables: noise at best.
      enableServiceLinks: false,
      priorityClassName: priorityClassOf(target.tier.name),
      securityContext: {
        runAsNonRoot: true,
        runAsUser: service.user,
        runAsGroup: service.user,
        fsGroup: service.user,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      ...parts.spec,
      containers: [containerOf(service, parts.container)],
      volumes: volumesOf(target, service),
    },
  };
}

/** What a pod has to start anew for: its settings, and where its secrets come from. Their values no hash may know. */
function settingsOf(target: TenantTarget, service: ResolvedService): Record<string, string> {
  const secrets = secretKeysOf(target, service).map(({ variable, secret, property }) => {
    return [variable, `${secret}#${property}`];
  });
  return { ...configOf(target, service), ...Object.fromEntries(secrets) };
}

function containerOf(
  service: ResolvedService,
  parts: Partial<Plain<k8s.Container>> | undefined,
): Plain<k8s.Container> {
  const { cpu, memory } = service.resources;
  return {
    name: service.name,
    image: service.image,
    ...(service.command.length > 0 ? { command: [...service.command] } : {}),
    ...(service.runtime === 'static' ? {} : { envFrom: environmentOf(service) }),
    ...(service.needs.includes('cache') ? { env: [cacheHost] } : {}),
    resources: {
      requests: { cpu, memory },
      // Memory is not shared: what a pod may use is what it has been promised. CPU is, so it has no limit of its own.
      limits: { memory },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: mountsOf(service),
    ...parts,
  };
}

/** AWS says where a cache is when it is there, and until then no pod that needs it starts. */
const cacheHost: Plain<k8s.EnvVar> = {
  name: 'REDIS_HOST',
  // What provider-aws-elasticache writes (`config/elasticache/config.go`).
  valueFrom: { secretKeyRef: { name: cacheConnection, key: 'primary_endpoint_address' } },
};

function environmentOf(service: ResolvedService): Plain<k8s.EnvFromSource>[] {
  const settings = { configMapRef: { name: configName(service) } };
  if (service.secrets.length === 0) return [settings];
  return [settings, { secretRef: { name: secretOf(service.name) } }];
}

function mountsOf(service: ResolvedService): Plain<k8s.VolumeMount>[] {
  const scratch = service.writable.map((path) => ({ name: volumeOf(path), mountPath: path }));
  if (service.runtime !== 'static') return scratch;
  return [
    ...scratch,
    { name: volumeOf(browserConfigFolder), mountPath: browserConfigFolder, readOnly: true },
  ];
}

function volumesOf(target: TenantTarget, service: ResolvedService): Plain<k8s.Volume>[] {
  const sizeLimit = target.platform.workloads.scratch;
  const scratch = service.writable.map((path) => ({ name: volumeOf(path), emptyDir: { sizeLimit } }));
  if (service.runtime !== 'static') return scratch;
  return [...scratch, { name: volumeOf(browserConfigFolder), configMap: { name: configName(service) } }];
}

/** Istio injects the sidecar; its share of the quota is ours to say (istio.io: "Resource Annotations"). */
function sidecarResources({ platform: { mesh } }: TenantTarget): Record<string, string> {
  return {
    'sidecar.istio.io/proxyCPU': mesh.proxy.requests.cpu,
    'sidecar.istio.io/proxyCPULimit': mesh.proxy.limits.cpu,
    'sidecar.istio.io/proxyMemory': mesh.proxy.requests.memory,
    'sidecar.istio.io/proxyMemoryLimit': mesh.proxy.limits.memory,
  };
}

/** Whether its pods act as an AWS role of their own. */
export function hasIdentity({ needs }: ResolvedService): boolean {
  return (['bucket', 'key', 'queue'] as const).some((need) => needs.includes(need));
}

/**
 * With Pod Identity, credentials come from the node, which is no part of the mesh: the sidecar need not see them, nor be
 * up first.
 */
function sidecarBypass({ cluster }: TenantTarget, service: ResolvedService): Record<string, string> {
  return hasIdentity(service) && cluster.identity.mode === 'pod-identity'
    ? { 'traffic.sidecar.istio.io/excludeOutboundIPRanges': podIdentityAddress }
    : {};
}
