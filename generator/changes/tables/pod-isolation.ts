// What pods may do to their node and to each other, and as whom they act. Knows where a template is, not whose it is.
import { added, changed, either, lowered, ofKept, removed, replaced, to } from '../directions.ts';
import type { Row } from '../knowledge.ts';
import { rank } from '../measures.ts';
import { below } from './tell.ts';
import { turnedOff } from './turns.ts';
import { backOn, gains, present } from './ways.ts';

const standards = 'https://kubernetes.io/docs/concepts/security/pod-security-standards/';
const contexts = 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/';
const accounts = 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/';
const namespaces = 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/';
const volumes = 'https://kubernetes.io/docs/concepts/storage/volumes/';
const mesh = 'https://istio.io/latest/docs/reference/config/annotations/';
const injection = 'https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/';

/** @param pod way to a template's `spec` */
export function isolationRows(pod: string): Row[] {
  const { tell } = below(pod);
  return [
    ...tell(to(true), 'exposure', standards, {
      hostNetwork: 'the pod shares the network of its node',
      hostPID: 'the pod sees the processes of its node',
      hostIPC: 'the pod shares memory with the processes of its node',
    }),
    ...tell(to(true), 'exposure', contexts, {
      shareProcessNamespace: 'the containers of the pod see the processes and files of each other',
    }),
    ...tell(backOn, 'exposure', namespaces, { hostUsers: 'root in the pod is root on its node again' }),
    ...contextRows(`${pod}.securityContext`),
    ...tell(added, 'exposure', contexts, {
      'securityContext.sysctls[]': 'the pod sets another kernel parameter',
      'securityContext.supplementalGroups[]': 'the pod reaches the files of another group',
    }),
    ...tell(to(0), 'exposure', contexts, { 'securityContext.fsGroup': 'volumes belong to the root group' }),
    ...tell(changed, 'exposure', accounts, {
      serviceAccountName: 'the pods act as another account, with other rights',
    }),
    ...tell(backOn, 'exposure', accounts, {
      automountServiceAccountToken: 'the pods get a token for the API server',
    }),
    ...tell(either(replaced, removed), 'exposure', contexts, {
      runtimeClassName: 'the pods run in another sandbox, or in none',
    }),
    ...volumeRows(pod),
  ];
}

/** What a pod and each of its containers both have. A container's own value that goes leaves it to the pod's. */
export function contextRows(context: string): Row[] {
  const { tell } = below(context);
  return [
    ...tell(turnedOff, 'exposure', standards, { runAsNonRoot: 'nothing keeps it from running as root' }),
    ...tell(to(0, undefined), 'exposure', standards, {
      runAsUser: 'it runs as root, or as whom its image says',
    }),
    ...tell(to(0), 'exposure', standards, { runAsGroup: 'it runs in the root group' }),
    ...tell(to('Unconfined', undefined), 'exposure', standards, {
      'seccompProfile.type': 'no seccomp profile limits its system calls',
      'appArmorProfile.type': 'no AppArmor profile limits it',
    }),
    ...tell(changed, 'exposure', standards, {
      seLinuxOptions: 'another SELinux label decides what it reaches',
    }),
  ];
}

/** @param container way to one container */
export function containerIsolationRows(container: string): Row[] {
  const { tell } = below(`${container}.securityContext`);
  const rows = [
    ...contextRows(`${container}.securityContext`),
    ...tell(to(true), 'exposure', standards, { privileged: 'the container has all rights on its node' }),
    ...tell(backOn, 'exposure', standards, {
      allowPrivilegeEscalation: 'its processes may gain more rights than they were started with',
    }),
    ...tell(turnedOff, 'exposure', contexts, {
      readOnlyRootFilesystem: 'the container may change its own files',
    }),
    ...tell(present, 'exposure', standards, {
      'capabilities.add[]': 'the container gets another capability',
    }),
    ...tell(removed, 'exposure', standards, { 'capabilities.drop[]': 'the container keeps a capability' }),
    ...tell(to('Unmasked'), 'exposure', standards, { procMount: 'the container sees all of /proc' }),
    ...below(container).tell(present, 'exposure', standards, {
      'ports[].hostPort': 'the port is open on the node itself',
    }),
    ...below(container).tell(turnedOff, 'exposure', volumes, {
      'volumeMounts[].readOnly': 'the container may write where it could only read',
    }),
  ];
  return rows.map((one) => ({ ...one, when: ofKept(one.when) }));
}

function volumeRows(pod: string): Row[] {
  const { tell } = below(`${pod}.volumes[]`);
  const another = either(added, replaced);
  return [
    ...tell(present, 'exposure', standards, { 'hostPath.path': 'the pod reaches files of its node' }),
    ...tell(another, 'exposure', volumes, {
      'secret.secretName': 'the pod reads another secret',
      'projected.sources[].secret.name': 'the pod reads another secret',
      'projected.sources[].serviceAccountToken.audience': 'the pod gets a token for another audience',
    }),
    ...tell(replaced, 'downtime', volumes, {
      'persistentVolumeClaim.claimName':
        'the pods start on another volume, which does not hold the same data',
    }),
  ];
}

/** What keeps a pod's traffic in the mesh. @param template way to a template */
export function meshRows(template: string): Row[] {
  const annotation = (name: string) => `metadata.annotations["${name}"]`;
  const { tell } = below(template);
  const names = 'metadata.{labels,annotations}["sidecar.istio.io/inject"]';
  const narrower = either(added, replaced);
  return [
    ...tell(to('false', false), 'exposure', injection, {
      [names]: 'its pods leave the mesh: no mTLS, no policy',
    }),
    ...tell(to('none'), 'exposure', injection, {
      'metadata.labels["istio.io/dataplane-mode"]': 'its pods leave the mesh: no mTLS, no policy',
    }),
    ...tell(gains, 'exposure', mesh, {
      [annotation('traffic.sidecar.istio.io/excludeInboundPorts')]: 'the port is reached past the proxy',
      [annotation('traffic.sidecar.istio.io/excludeOutboundPorts')]: 'calls to the port leave past the proxy',
      [annotation('traffic.sidecar.istio.io/excludeOutboundIPRanges')]:
        'calls to the range leave past the proxy',
    }),
    ...tell(narrower, 'exposure', mesh, {
      [annotation('traffic.sidecar.istio.io/includeInboundPorts')]: 'other ports are reached past the proxy',
      [annotation('traffic.sidecar.istio.io/includeOutboundIPRanges')]: 'other calls leave past the proxy',
    }),
    ...tell(lowered(rank('NONE', 'REDIRECT', 'TPROXY'), 'REDIRECT'), 'exposure', mesh, {
      [annotation('sidecar.istio.io/interceptionMode')]: 'traffic is no longer sent through the proxy',
    }),
  ];
}
