// A rendered tree as objects, each with its file and whose it is. Reads what stands there; knows nothing of who made it.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';

export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: unknown;
  readonly [field: string]: unknown;
}

export interface Rendered<Spec = unknown> {
  readonly cluster: string;
  /** Below the cluster's folder. */
  readonly path: string;
  /** The tenant in whose folder it lies, or whose project it is; '' is the platform. */
  readonly tenant: string;
  readonly object: KubeObject & { readonly spec?: Spec };
}

/** Everything of one cluster. */
export interface ClusterTree {
  readonly name: string;
  readonly all: readonly Rendered[];
}

export function readTree(root: string): ClusterTree[] {
  const clusters = new Map<string, Rendered[]>();
  for (const file of globSync('**/*.yaml', { cwd: root }).sort()) {
    const cluster = file.slice(0, file.indexOf('/'));
    const path = file.slice(cluster.length + 1);
    const into = clusters.get(cluster) ?? [];
    clusters.set(cluster, into);
    for (const object of loadAll(readFileSync(join(root, file), 'utf8'))) {
      if (isObject(object)) into.push({ cluster, path, tenant: ownerOf(path), object });
    }
  }
  return [...clusters].map(([name, all]) => ({ name, all }));
}

/** `target.yaml`, a chart's own files and its values are no Kubernetes objects. */
function isObject(value: unknown): value is KubeObject {
  return typeof value === 'object' && value !== null && 'kind' in value && 'metadata' in value;
}

function ownerOf(path: string): string {
  return /^(?:tenants\/([^/]+)\/|argocd\/projects\/(.+)\.yaml$)/.exec(path)?.slice(1).find(Boolean) ?? '';
}

/** Objects of a kind in an API group; `''` is the core group. */
export function ofKind<Spec>(tree: ClusterTree, group: string, kind: string): Rendered<Spec>[] {
  return tree.all.filter(
    ({ object }) => object.kind === kind && groupOf(object) === group,
  ) as Rendered<Spec>[];
}

export function groupOf({ apiVersion }: KubeObject): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

/** `NetworkPolicy t-acme/default-deny`. */
export function nameOf({ object: { kind, metadata } }: Rendered): string {
  return `${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;
}

export function namespaceOf({ object }: Rendered): string {
  return object.metadata.namespace ?? '';
}
