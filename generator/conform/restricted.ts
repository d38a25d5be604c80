// The Pod Security Standard `restricted`, which includes `baseline`, as a list of what a pod breaks
// (https://kubernetes.io/docs/concepts/security/pod-security-standards/). Knows one pod at a time, and no namespace.

import type { ISecurityContext } from 'kubernetes-models/v1/SecurityContext';
import type { Path } from '../model/source.ts';
import { listContainers, type PlacedContainer, type PodSpec, type Workload } from './workload.ts';

export interface Violation {
  readonly path: Path;
  readonly message: string;
}

const volumes = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);
const safeSysctls = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
]);
const seLinuxTypes = new Set([
  '',
  'container_t',
  'container_init_t',
  'container_kvm_t',
  'container_engine_t',
]);

export function listViolations(workload: Workload): Violation[] {
  const spec = [...workload.template, 'spec'];
  return [
    ...judgePod(workload.pod, spec),
    ...listContainers(workload).flatMap((placed) => [...judgeContainer(workload.pod, placed)]),
  ];
}

function* judgePod(pod: PodSpec, path: Path): Generator<Violation> {
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const) {
    if (pod[field]) yield { path: [...path, field], message: `\`${field}\` is forbidden.` };
  }
  for (const [index, { name, ...sources }] of (pod.volumes ?? []).entries()) {
    const source = Object.keys(sources).find((each) => !volumes.has(each));
    if (source === undefined) continue;
    yield {
      path: [...path, 'volumes', index],
      message: `volume \`${name}\` is of the forbidden kind \`${source}\`.`,
    };
  }
  const context = pod.securityContext ?? {};
  const at = [...path, 'securityContext'];
  for (const { name } of context.sysctls ?? []) {
    if (!safeSysctls.has(name)) yield { path: at, message: `sysctl \`${name}\` is forbidden.` };
  }
  yield* judgeIdentity(context, at);
}

type Shared = Pick<ISecurityContext, 'runAsUser' | 'seLinuxOptions' | 'appArmorProfile' | 'windowsOptions'>;

/** What a pod and a container can both say. */
function* judgeIdentity(context: Shared, path: Path): Generator<Violation> {
  const { runAsUser, seLinuxOptions: linux, appArmorProfile, windowsOptions } = context;
  if (runAsUser === 0) yield { path, message: '`runAsUser` 0 is root.' };
  if (appArmorProfile?.type === 'Unconfined') yield { path, message: 'AppArmor must not be `Unconfined`.' };
  if (windowsOptions?.hostProcess) yield { path, message: '`hostProcess` is forbidden.' };
  if (linux !== undefined && (linux.user || linux.role || !seLinuxTypes.has(linux.type ?? ''))) {
    yield { path, message: 'these `seLinuxOptions` are forbidden.' };
  }
}

function* judgeContainer(pod: PodSpec, { container, path: place }: PlacedContainer): Generator<Violation> {
  const context = container.securityContext ?? {};
  const path = container.securityContext === undefined ? place : [...place, 'securityContext'];
  const who = `container \`${container.name}\``;
  yield* judgeIdentity(context, path);
  if (context.privileged) yield { path, message: `${who} is privileged.` };
  if (context.allowPrivilegeEscalation !== false) {
    yield { path, message: `${who} needs \`allowPrivilegeEscalation: false\`.` };
  }
  if ((context.procMount ?? 'Default') !== 'Default')
    yield { path, message: `${who} needs the default \`procMount\`.` };
  // What the container says wins over what its pod says.
  if ((context.runAsNonRoot ?? pod.securityContext?.runAsNonRoot) !== true) {
    yield { path, message: `${who} needs \`runAsNonRoot: true\`, its own or its pod's.` };
  }
  const seccomp = (context.seccompProfile ?? pod.securityContext?.seccompProfile)?.type;
  if (seccomp !== 'RuntimeDefault' && seccomp !== 'Localhost') {
    yield { path, message: `${who} needs the seccomp profile \`RuntimeDefault\`.` };
  }
  const { drop = [], add = [] } = context.capabilities ?? {};
  if (!drop.includes('ALL')) yield { path, message: `${who} must drop \`ALL\` capabilities.` };
  const added = add.find((capability) => capability !== 'NET_BIND_SERVICE');
  if (added !== undefined) yield { path, message: `${who} adds the capability \`${added}\`.` };
  if ((container.ports ?? []).some(({ hostPort }) => hostPort))
    yield { path: place, message: `${who} opens a host port.` };
  if (asksForeignHost(container))
    yield { path: place, message: `${who} has a probe or hook that names a host.` };
}

/** Forbidden from 1.34 on: the kubelet would ask any host in the pod's name. */
function asksForeignHost({
  lifecycle,
  livenessProbe,
  readinessProbe,
  startupProbe,
}: PlacedContainer['container']): boolean {
  const handlers = [lifecycle?.postStart, lifecycle?.preStop, livenessProbe, readinessProbe, startupProbe];
  return handlers.some((handler) => Boolean(handler?.httpGet?.host ?? handler?.tcpSocket?.host));
}
