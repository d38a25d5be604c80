// One unit's objects on their cluster, indexed the way the checks ask for them. Holds no opinion about any of them.

import { identify, type Manifest } from '../model/manifest.ts';
import type { Path } from '../model/source.ts';
import { namespaceOf, type RenderedObject } from './object.ts';
import type { Site } from './unplaced.ts';
import { listWorkloads, type Workload } from './workload.ts';

/** What a check found wrong. The check's file name becomes the diagnostic's code. */
export interface Finding {
  readonly object: RenderedObject<unknown>;
  /** The value to change; for a missing field, the object that lacks it. */
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
  /** The other party of a conflict. */
  readonly other?: Site;
}

/** One check: everything it has against one unit's objects. They fit their schemas before a check sees them. */
export type Check = (cluster: Cluster) => Finding[];

export class Cluster {
  readonly objects: readonly RenderedObject[];
  readonly #shared: Cluster | undefined;
  readonly #elsewhere: ReadonlyMap<string, Site>;
  readonly #byKind = new Map<string, RenderedObject[]>();
  readonly #byIdentity = new Map<string, RenderedObject>();
  readonly #workloads = new Map<string, Workload[]>();

  /** `shared` is what the unit may point at, `elsewhere` what other units of the cluster render already. */
  constructor(
    objects: readonly RenderedObject[],
    shared?: Cluster,
    elsewhere: ReadonlyMap<string, Site> = new Map(),
  ) {
    this.objects = objects;
    this.#shared = shared;
    this.#elsewhere = elsewhere;
    for (const object of objects) {
      const identity = identify(object.value);
      this.#byIdentity.set(identity, object);
      const kind = identity.slice(0, identity.indexOf(' '));
      const same = this.#byKind.get(kind);
      if (same === undefined) this.#byKind.set(kind, [object]);
      else same.push(object);
    }
    for (const workload of listWorkloads((kind) => this.of(kind))) {
      const namespace = namespaceOf(workload.object);
      const same = this.#workloads.get(namespace);
      if (same === undefined) this.#workloads.set(namespace, [workload]);
      else same.push(workload);
    }
  }

  /** The unit's objects of `group/Kind` (`/Service` for the core group). The caller names the kind's type; its schema has held it. */
  of<Value = Manifest>(kind: string): readonly RenderedObject<Value>[] {
    return (this.#byKind.get(kind) ??
      []) as readonly RenderedObject<unknown>[] as readonly RenderedObject<Value>[];
  }

  /** The unit's or the cluster's own object with that identity; leave `namespace` empty for a cluster-scoped one. */
  find<Value = Manifest>(kind: string, namespace: string, name: string): RenderedObject<Value> | undefined {
    return this.#findOwn<Value>(kind, namespace, name) ?? this.#shared?.find<Value>(kind, namespace, name);
  }

  /** Whether the unit itself renders it. */
  owns(kind: string, namespace: string, name: string): boolean {
    return this.#findOwn(kind, namespace, name) !== undefined;
  }

  /** Where another unit of the cluster renders the same object. */
  findElsewhere(identity: string): Site | undefined {
    return this.#elsewhere.get(identity);
  }

  /** Everything of the unit that makes pods, in all namespaces or in one. */
  workloads(namespace?: string): readonly Workload[] {
    if (namespace === undefined) return [...this.#workloads.values()].flat();
    return this.#workloads.get(namespace) ?? [];
  }

  #findOwn<Value>(kind: string, namespace: string, name: string): RenderedObject<Value> | undefined {
    const scope = namespace === '' ? '' : `${namespace}/`;
    const found: RenderedObject<unknown> | undefined = this.#byIdentity.get(`${kind} ${scope}${name}`);
    return found as RenderedObject<Value> | undefined;
  }
}
