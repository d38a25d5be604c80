// Who runs on a cluster: pods of rendered workloads, and stand-ins for pods that charts bring. A stand-in is the worst that
// could run in its namespace.
import type { anyLabels, Labels } from './selector.ts';
import { type ClusterTree, namespaceOf, ofKind, type Rendered } from './tree.ts';

export interface Pod {
  /** `t-acme/billing`, `kube-system/*`. */
  readonly name: string;
  readonly namespace: string;
  readonly namespaceLabels: Labels;
  readonly labels: Labels | typeof anyLabels;
  readonly serviceAccount: string;
  /** An address in the pods' range, for policies that name ranges. */
  readonly address: string;
  /** Ports of its containers by name; those without one by number. */
  readonly ports: ReadonlyMap<string, number>;
  /** Whether a sidecar takes its connections. */
  readonly inMesh: boolean;
  /** Inbound ports that its sidecar leaves alone. */
  readonly unguarded: (port: number) => boolean;
}

interface PodTemplate {
  readonly metadata?: { readonly labels?: Labels; readonly annotations?: Labels };
  readonly spec: {
    readonly serviceAccountName?: string;
    readonly hostNetwork?: boolean;
    readonly containers: readonly {
      readonly ports?: readonly { readonly name?: string; readonly containerPort: number }[];
    }[];
  };
}

interface WorkloadSpec {
  readonly template?: PodTemplate;
  readonly jobTemplate?: { readonly spec: { readonly template: PodTemplate } };
}

const kinds: readonly (readonly [group: string, kind: string])[] = [
  ['apps', 'Deployment'],
  ['apps', 'StatefulSet'],
  ['apps', 'DaemonSet'],
  ['batch', 'CronJob'],
  ['batch', 'Job'],
];

/** Pods of tenants' workloads, and in each of their namespaces one that no policy asks for by its labels. */
export function podsOf(tree: ClusterTree, podAddress: string, namespaces: readonly string[]): Pod[] {
  const strays = namespaces.map((namespace) =>
    standIn(tree, namespace, {
      labels: {},
      serviceAccount: 'unlabelled',
      address: podAddress,
      inMesh: isInjected(namespaceLabelsOf(tree).get(namespace) ?? {}, {}),
    }),
  );
  return [...workloadsOf(tree, podAddress).filter(({ namespace }) => namespace.startsWith('t-')), ...strays];
}

function workloadsOf(tree: ClusterTree, podAddress: string): Pod[] {
  const labels = namespaceLabelsOf(tree);
  return kinds
    .flatMap(([group, kind]) => ofKind<WorkloadSpec>(tree, group, kind))
    .flatMap((rendered) => {
      const { spec } = rendered.object;
      const template = spec?.template ?? spec?.jobTemplate?.spec.template;
      return template === undefined ? [] : [podOf(rendered, template, labels, podAddress)];
    });
}

/** Labels of every rendered namespace, with the one that the API server sets. */
export function namespaceLabelsOf(tree: ClusterTree): Map<string, Labels> {
  return new Map(
    ofKind(tree, '', 'Namespace').map(({ object: { metadata } }) => [
      metadata.name,
      { ...metadata.labels, 'kubernetes.io/metadata.name': metadata.name },
    ]),
  );
}

function podOf(
  rendered: Rendered,
  template: PodTemplate,
  namespaces: ReadonlyMap<string, Labels>,
  address: string,
): Pod {
  const namespace = namespaceOf(rendered);
  const labels = template.metadata?.labels ?? {};
  const annotations = template.metadata?.annotations ?? {};
  const namespaceLabels = namespaces.get(namespace) ?? { 'kubernetes.io/metadata.name': namespace };
  return {
    name: `${namespace}/${rendered.object.metadata.name}`,
    namespace,
    namespaceLabels,
    labels,
    serviceAccount: template.spec.serviceAccountName ?? 'default',
    address,
    ports: portsOf(template),
    inMesh: template.spec.hostNetwork !== true && isInjected(namespaceLabels, { ...annotations, ...labels }),
    unguarded: unguardedBy(annotations),
  };
}

function portsOf({ spec }: PodTemplate): Map<string, number> {
  const ports = spec.containers.flatMap((container) => container.ports ?? []);
  return new Map(ports.map(({ name, containerPort }) => [name ?? String(containerPort), containerPort]));
}

/** istio.io: "Installing the sidecar"; a pod may opt out of what its namespace asks for. */
function isInjected(namespace: Labels, pod: Labels): boolean {
  if (pod['sidecar.istio.io/inject'] !== undefined) return pod['sidecar.istio.io/inject'] === 'true';
  return namespace['istio-injection'] === 'enabled' || namespace['istio.io/rev'] !== undefined;
}

/** istio.io: "Resource annotations", `traffic.sidecar.istio.io/…InboundPorts`. */
function unguardedBy(annotations: Labels): (port: number) => boolean {
  const list = (key: string) =>
    annotations[`traffic.sidecar.istio.io/${key}`]?.split(',').map((each) => each.trim());
  const included = list('includeInboundPorts');
  const excluded = list('excludeInboundPorts') ?? [];
  return (port) =>
    excluded.includes(String(port)) ||
    (included !== undefined && !included.includes('*') && !included.includes(String(port)));
}

/** Somebody in a namespace whose pods are not rendered: with any label, or with none that a policy asks for. */
export function standIn(
  tree: ClusterTree,
  namespace: string,
  pod: { labels: Labels | typeof anyLabels; serviceAccount: string; address: string; inMesh: boolean },
): Pod {
  const fallback = { 'kubernetes.io/metadata.name': namespace };
  return {
    name: `${namespace}/${pod.serviceAccount}`,
    namespace,
    namespaceLabels: namespaceLabelsOf(tree).get(namespace) ?? fallback,
    ports: new Map(),
    unguarded: () => false,
    ...pod,
  };
}
