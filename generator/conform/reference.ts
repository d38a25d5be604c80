// Every name by which a rendered object points at another that must be there. Knows the fields that hold such names and
// the objects that a cluster brings along; refuses to know how either is made.

import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IVerticalPodAutoscaler } from '@kubernetes-models/autoscaler/autoscaling.k8s.io/v1/VerticalPodAutoscaler';
import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import type { IRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding';
import type { Path } from '../model/source.ts';
import type { Cluster } from './cluster.ts';
import { listRouted } from './edge.ts';
import { namespaceOf, type RenderedObject } from './object.ts';
import { splitApiVersion } from './schemas/groups.ts';
import { listSecretNames, listStoreReferences } from './secret.ts';
import { listContainers, type Workload } from './workload.ts';

export interface Reference {
  readonly object: RenderedObject<unknown>;
  readonly path: Path;
  /** `group/Kind`. */
  readonly kind: string;
  /** Empty for a cluster-scoped kind. */
  readonly namespace: string;
  readonly name: string;
  /** A key that the referenced ConfigMap or Secret must hold. */
  readonly key?: string;
}

const builtIn: Readonly<Record<string, RegExp>> = {
  '/ServiceAccount': /^default$/,
  '/ConfigMap': /^kube-root-ca\.crt$/,
  'scheduling.k8s.io/PriorityClass': /^system-(cluster|node)-critical$/,
  'rbac.authorization.k8s.io/ClusterRole': /^(cluster-admin|admin|edit|view|system:.*)$/,
  'argoproj.io/AppProject': /^default$/,
};

/** True when every cluster has the object without our rendering it. */
export function isBuiltIn({ kind, name }: Reference): boolean {
  return builtIn[kind]?.test(name) ?? false;
}

export function listReferences(cluster: Cluster): Reference[] {
  return [
    ...cluster.workloads().flatMap(listPodReferences),
    ...listBindingReferences(cluster),
    ...listScalingReferences(cluster),
    ...listBackendReferences(cluster),
    ...listRouteReferences(cluster),
    ...listProjectReferences(cluster),
    ...listStoreReferences(cluster),
  ];
}

function listPodReferences(workload: Workload): Reference[] {
  const { object, pod, template } = workload;
  const namespace = namespaceOf(object);
  const spec = [...template, 'spec'];
  const references: Reference[] = [];
  const { serviceAccountName, priorityClassName } = pod;
  if (serviceAccountName !== undefined) {
    const path = [...spec, 'serviceAccountName'];
    references.push({ object, path, kind: '/ServiceAccount', namespace, name: serviceAccountName });
  }
  if (priorityClassName !== undefined) {
    const path = [...spec, 'priorityClassName'];
    const kind = 'scheduling.k8s.io/PriorityClass';
    references.push({ object, path, kind, namespace: '', name: priorityClassName });
  }
  const named = {
    '/ConfigMap': [...listVolumeMaps(workload), ...listEnvironmentMaps(workload)],
    '/Secret': [...listSecretNames(workload)],
  };
  for (const [kind, names] of Object.entries(named)) {
    for (const { name, path, key, optional } of names) {
      if (name === undefined || optional) continue;
      references.push({ object, path, kind, namespace, name, ...(key !== undefined && { key }) });
    }
  }
  return references;
}

interface MapReference {
  readonly path: Path;
  readonly name: string | undefined;
  readonly key?: string;
  readonly optional: boolean | undefined;
}

function* listVolumeMaps({ pod, template }: Workload): Generator<MapReference> {
  for (const [index, volume] of (pod.volumes ?? []).entries()) {
    const path = [...template, 'spec', 'volumes', index];
    const projected = (volume.projected?.sources ?? []).map(({ configMap }) => configMap);
    for (const map of [volume.configMap, ...projected]) {
      if (map === undefined) continue;
      const { name, optional, items = [] } = map;
      yield { path, name, optional };
      for (const { key } of items) yield { path, name, optional, key };
    }
  }
}

function* listEnvironmentMaps(workload: Workload): Generator<MapReference> {
  for (const { container, path } of listContainers(workload)) {
    for (const [index, { configMapRef }] of (container.envFrom ?? []).entries()) {
      if (configMapRef === undefined) continue;
      yield { path: [...path, 'envFrom', index], name: configMapRef.name, optional: configMapRef.optional };
    }
    for (const [index, { valueFrom }] of (container.env ?? []).entries()) {
      const map = valueFrom?.configMapKeyRef;
      if (map === undefined) continue;
      yield { path: [...path, 'env', index], name: map.name, key: map.key, optional: map.optional };
    }
  }
}

function* listBindingReferences(cluster: Cluster): Generator<Reference> {
  const group = 'rbac.authorization.k8s.io';
  for (const kind of ['RoleBinding', 'ClusterRoleBinding']) {
    for (const object of cluster.of<IRoleBinding>(`${group}/${kind}`)) {
      const { roleRef, subjects = [] } = object.value;
      const namespace = roleRef.kind === 'ClusterRole' ? '' : namespaceOf(object);
      yield { object, path: ['roleRef'], kind: `${group}/${roleRef.kind}`, namespace, name: roleRef.name };
      for (const [index, subject] of subjects.entries()) {
        // An account in a namespace that the tree does not declare belongs to whoever installs that namespace.
        if (subject.kind !== 'ServiceAccount' || !cluster.find('/Namespace', '', subject.namespace ?? ''))
          continue;
        const path = ['subjects', index];
        yield {
          object,
          path,
          kind: '/ServiceAccount',
          namespace: subject.namespace ?? '',
          name: subject.name,
        };
      }
    }
  }
}

function* listScalingReferences(cluster: Cluster): Generator<Reference> {
  for (const object of cluster.of<IHorizontalPodAutoscaler>('autoscaling/HorizontalPodAutoscaler')) {
    const target = object.value.spec?.scaleTargetRef;
    if (target !== undefined) yield pointAtTarget(object, ['spec', 'scaleTargetRef'], target);
  }
  for (const object of cluster.of<IVerticalPodAutoscaler>('autoscaling.k8s.io/VerticalPodAutoscaler')) {
    const target = object.value.spec.targetRef;
    if (target !== undefined) yield pointAtTarget(object, ['spec', 'targetRef'], target);
  }
  for (const object of cluster.of<IScaledObject>('keda.sh/ScaledObject')) {
    const { scaleTargetRef, triggers } = object.value.spec;
    yield pointAtTarget(object, ['spec', 'scaleTargetRef'], {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      ...scaleTargetRef,
    });
    for (const [index, { authenticationRef }] of triggers.entries()) {
      if (authenticationRef === undefined) continue;
      const { name, kind = 'TriggerAuthentication' } = authenticationRef;
      const namespace = kind === 'ClusterTriggerAuthentication' ? '' : namespaceOf(object);
      yield { object, path: ['spec', 'triggers', index], kind: `keda.sh/${kind}`, namespace, name };
    }
  }
}

type Target = { readonly apiVersion?: string; readonly kind: string; readonly name: string };

function pointAtTarget(
  object: RenderedObject<{ metadata?: { namespace?: string } }>,
  path: Path,
  target: Target,
): Reference {
  const [group] = splitApiVersion(target.apiVersion ?? '');
  return { object, path, kind: `${group}/${target.kind}`, namespace: namespaceOf(object), name: target.name };
}

function* listBackendReferences(cluster: Cluster): Generator<Reference> {
  for (const object of cluster.of<IIngress>('networking.k8s.io/Ingress')) {
    const { rules = [], defaultBackend } = object.value.spec ?? {};
    const paths = rules.flatMap(({ http }) => http?.paths ?? []);
    for (const backend of [defaultBackend, ...paths.map((each) => each.backend)]) {
      const name = backend?.service?.name;
      if (name === undefined) continue;
      yield { object, path: ['spec'], kind: '/Service', namespace: namespaceOf(object), name };
    }
  }
}

/** NGINX answers 500 where a policy is missing, and 502 where a Service is. */
function* listRouteReferences(cluster: Cluster): Generator<Reference> {
  for (const { object, upstreams, policies } of listRouted(cluster)) {
    const namespace = namespaceOf(object);
    for (const { name, path } of policies) {
      yield { object, path, kind: 'k8s.nginx.org/Policy', namespace, name };
    }
    for (const [index, { service }] of upstreams.entries()) {
      yield { object, path: ['spec', 'upstreams', index], kind: '/Service', namespace, name: service };
    }
  }
}

function* listProjectReferences(cluster: Cluster): Generator<Reference> {
  for (const object of cluster.of<IApplication>('argoproj.io/Application')) {
    const { project } = object.value.spec;
    const kind = 'argoproj.io/AppProject';
    yield { object, path: ['spec', 'project'], kind, namespace: namespaceOf(object), name: project };
  }
}
