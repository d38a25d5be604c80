// The pod every workload has in common: Pod Security `restricted`, read-only root, no API token, its own account.
import type { k8s } from 'cdk8s-plus-30';
import { annotations, serviceLabels } from '../model/labels.ts';
import { priorityClassOf } from '../model/names.ts';
import { podIdentityAddress } from '../model/ports.ts';
import type { ResolvedService, TenantTarget } from '../model/target.ts';
import { browserConfigFolder, volumeOf } from '../model/volumes.ts';
import { configName, configOf, hashConfig } from './config.ts';
import type { Plain } from './kube.ts';

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
  const config = configOf(target, service);
  return {
    metadata: {
      labels: serviceLabels(target.tenant.id, service.name),
      annotations: {
        [annotations.configHash]: hashConfig(config),
        ...sidecarResources(target),
        ...sidecarBypass(service),
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

function containerOf(
  service: ResolvedService,
  parts: Partial<Plain<k8s.Container>> | undefined,
): Plain<k8s.Container> {
  const { cpu, memory } = service.resources;
  return {
    name: service.name,
    image: service.image,
    ...(service.command.length > 0 ? { command: [...service.command] } : {}),
    ...(service.runtime === 'static' ? {} : { envFrom: [{ configMapRef: { name: configName(service) } }] }),
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
  return needs.includes('bucket') || needs.includes('queue');
}

/** Credentials come from the node, which is no part of the mesh: the sidecar need not see them, nor be up first. */
function sidecarBypass(service: ResolvedService): Record<string, string> {
  return hasIdentity(service)
    ? { 'traffic.sidecar.istio.io/excludeOutboundIPRanges': podIdentityAddress }
    : {};
}
