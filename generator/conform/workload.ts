// Where each kind that makes pods keeps its pod template. Knows the shapes, not what makes a good pod.

import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IPodTemplateSpec } from 'kubernetes-models/v1/PodTemplateSpec';
import type { Path } from '../model/source.ts';
import type { RenderedObject } from './object.ts';
import type { LabelSelector } from './selector.ts';

export type PodSpec = NonNullable<IPodTemplateSpec['spec']>;

export interface Workload {
  readonly object: RenderedObject<WorkloadManifest>;
  readonly labels: Readonly<Record<string, string>>;
  readonly pod: PodSpec;
  /** The template inside the object. */
  readonly template: Path;
}

/** A container and where it stands. */
export interface PlacedContainer {
  readonly container: IContainer;
  readonly path: Path;
  /** Runs beside the main containers: not an init container, or an init container that restarts always. */
  readonly lasting: boolean;
}

export interface WorkloadManifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: {
    readonly replicas?: number;
    readonly selector?: LabelSelector;
    readonly template?: IPodTemplateSpec;
    readonly volumeClaimTemplates?: readonly { readonly metadata?: { readonly name?: string } }[];
    readonly jobTemplate?: { readonly spec?: { readonly template: IPodTemplateSpec } };
  };
}

const templates: Readonly<Record<string, Path>> = {
  'apps/Deployment': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
};

/** `of` lists a cluster's objects of a `group/Kind`. */
export function* listWorkloads(
  of: (kind: string) => readonly RenderedObject<WorkloadManifest>[],
): Generator<Workload> {
  for (const [kind, path] of Object.entries(templates)) {
    for (const object of of(kind)) {
      const { spec } = object.value;
      const template = kind === 'batch/CronJob' ? spec.jobTemplate?.spec?.template : spec.template;
      // A template without a pod is refused by `require-pod`; there is nothing else to say about it.
      if (template?.spec === undefined) continue;
      yield { object, labels: template.metadata?.labels ?? {}, pod: template.spec, template: path };
    }
  }
}

/** Init containers first, as the kubelet starts them. */
export function listContainers({ pod, template }: Workload): PlacedContainer[] {
  const init = (pod.initContainers ?? []).map((container, index) => ({
    container,
    path: [...template, 'spec', 'initContainers', index],
    lasting: container.restartPolicy === 'Always',
  }));
  const main = pod.containers.map((container, index) => ({
    container,
    path: [...template, 'spec', 'containers', index],
    lasting: true,
  }));
  return [...init, ...main];
}
