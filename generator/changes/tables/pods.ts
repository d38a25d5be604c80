// What a change of a pod template does, for every kind that has one. Knows where the template is, not whose it is.
import { added, changed, either, lowered, ofKept, removed, replaced } from '../directions.ts';
import type { Row } from '../knowledge.ts';
import { type Measure, number, quantity, rank } from '../measures.ts';
import { containerIsolationRows, isolationRows, meshRows } from './pod-isolation.ts';
import { below } from './tell.ts';
import { differs } from './ways.ts';

const pods = 'https://kubernetes.io/docs/concepts/workloads/pods/';
const images = 'https://kubernetes.io/docs/concepts/containers/images/';
const secrets = 'https://kubernetes.io/docs/concepts/configuration/secret/';
const probes = 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/';
const resources = 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/';
const lifecycles = 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/';
const scheduling = 'https://kubernetes.io/docs/concepts/scheduling-eviction';
const sidecar = 'https://istio.io/latest/docs/reference/config/annotations/';

/** @param template way to the template: `spec.template` */
export function podRows(template: string): Row[] {
  const pod = `${template}.spec`;
  return [
    ...meshRows(template),
    ...labelRows(template),
    ...isolationRows(pod),
    ...placeRows(pod),
    ...['containers', 'initContainers'].flatMap((list) => containerRows(`${pod}.${list}[]`)),
    ...sidecarRows(template),
  ];
}

/** For kinds whose controller replaces running pods by ones of the new template. */
export function restartRows(template: string, source: string): Row[] {
  return [{ field: template, when: changed, lane: 'downtime', reason: 'its pods restart', source }];
}

/** Network policies, services and budgets find pods by these. */
function labelRows(template: string): Row[] {
  const names = 'metadata.labels["{app.kubernetes.io/name,tenantry.dev/tenant}"]';
  return below(template).tell(either(replaced, removed), 'exposure', pods, {
    [names]: 'policies that select its pods by the label do not reach them any more',
  });
}

function placeRows(pod: string): Row[] {
  const { tell } = below(pod);
  return [
    ...tell(added, 'exposure', `${scheduling}/taint-and-toleration/`, {
      'tolerations[]': 'the pods may run on nodes that were kept from them',
    }),
    ...tell(replaced, 'exposure', `${scheduling}/taint-and-toleration/`, {
      'tolerations[].*': 'the pods may run on nodes that were kept from them',
    }),
    ...tell(either(replaced, removed), 'exposure', `${scheduling}/assign-pod-node/`, {
      'nodeSelector.*': 'the pods may run on other nodes, beside other pods',
    }),
    ...tell(changed, 'exposure', `${scheduling}/assign-pod-node/`, {
      'affinity.nodeAffinity': 'the pods may run on other nodes, beside other pods',
    }),
    ...tell(removed, 'downtime', `${scheduling}/assign-pod-node/`, {
      'affinity.podAntiAffinity': 'its pods may share a node, and fall with it',
    }),
    ...tell(removed, 'downtime', `${scheduling}/topology-spread-constraints/`, {
      'topologySpreadConstraints[]': 'its pods may share a zone or a node, and fall with it',
    }),
    ...tell(
      lowered(rank('ScheduleAnyway', 'DoNotSchedule')),
      'downtime',
      `${scheduling}/topology-spread-constraints/`,
      { 'topologySpreadConstraints[].whenUnsatisfiable': 'its pods may share a zone when others are full' },
    ),
    ...tell(changed, 'downtime', `${scheduling}/pod-priority-preemption/`, {
      priorityClassName: 'the pods have another rank when nodes are full',
    }),
    ...tell(lowered(number, 30), 'downtime', lifecycles, {
      terminationGracePeriodSeconds: 'a pod that stops has less time for what it still does',
    }),
  ];
}

/** @param container way to one container */
function containerRows(container: string): Row[] {
  const { tell } = below(container);
  const another = either(added, replaced);
  const rows = [
    ...tell(differs('registry', registryOf), 'exposure', images, {
      image: 'the image comes from another registry',
    }),
    ...tell(lowered(isPinned), 'exposure', images, { image: 'no digest says any more which image runs' }),
    ...tell(another, 'exposure', secrets, {
      'env[].valueFrom.secretKeyRef.{name,key}': 'the container reads another secret',
      'envFrom[].secretRef.name': 'the container reads another secret',
    }),
    ...tell(removed, 'downtime', probes, {
      livenessProbe: 'a container that hangs is not restarted any more',
      readinessProbe: 'requests reach a container that is not ready',
      startupProbe: 'a container that starts slowly is restarted before it is up',
    }),
    ...tell(removed, 'downtime', lifecycles, {
      'lifecycle.preStop': 'a container that stops does not finish what it still does',
    }),
    ...tell(lowered(quantity), 'downtime', resources, {
      'resources.limits.memory': 'the container is killed when it needs more',
      'resources.limits.cpu': 'the container is throttled when it needs more',
    }),
    ...tell(removed, 'exposure', resources, {
      'resources.limits.memory': 'nothing bounds the memory that the container takes from others',
    }),
  ];
  return [
    ...containerIsolationRows(container),
    ...rows.map((one) => ({ ...one, when: ofKept(one.when) })),
    ...tell(changed, 'cost', resources, { 'resources.requests': 'the pods reserve another amount' }),
  ];
}

/** The proxy that Istio adds has its resources in annotations. */
function sidecarRows(template: string): Row[] {
  const { tell } = below(`${template}.metadata`);
  return [
    ...tell(changed, 'cost', sidecar, {
      'annotations["sidecar.istio.io/{proxyCPU,proxyMemory}"]': 'the proxies reserve another amount',
    }),
    ...tell(lowered(quantity), 'downtime', sidecar, {
      'annotations["sidecar.istio.io/{proxyCPULimit,proxyMemoryLimit}"]':
        'the proxy has less before it is stopped',
    }),
  ];
}

/** A name whose first part has no dot and no port is on Docker Hub. */
function registryOf(image: unknown): string {
  const [first = '', ...rest] = String(image).split('/');
  return rest.length > 0 && /[.:]|^localhost$/.test(first) ? first : 'docker.io';
}

const isPinned: Measure = (image) =>
  typeof image === 'string' ? Number(image.includes('@sha256:')) : undefined;
