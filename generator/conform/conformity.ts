// Judges a rendered tree unit by unit as it is made, so that memory holds one unit and what it may point at: a tenant's
// objects see their own unit and their cluster's, never another tenant's. Schemas first, then, for a unit whose objects
// all have their shape, the checks. Knows no check and no kind.

import type { Diagnostic } from '../model/diagnostic.ts';
import { identify } from '../model/manifest.ts';
import { loadChecks, runChecks } from './checks.ts';
import { type Check, Cluster } from './cluster.ts';
import { namespaceOf, type RenderedObject } from './object.ts';
import { type KindName, loadKinds, ownSchemas, type Validate } from './schemas/kinds.ts';
import { describeShape } from './shape.ts';
import { type RenderedUnit, readUnit } from './unit.ts';
import { placeFindings, type Site, type Unplaced } from './unplaced.ts';

/** What a cluster's later units are held against. */
interface Known {
  /** The cluster's own objects. */
  shared: Cluster;
  /** Their shape is wrong: whatever points at them cannot be judged. */
  isBroken: boolean;
  /** Where objects stand that another unit could render as well, by identity. */
  readonly elsewhere: Map<string, Site>;
}

export class Conformity {
  readonly #own: string;
  readonly #checks: ReadonlyMap<string, Check>;
  readonly #kinds = new Map<KindName, Validate | undefined>();
  readonly #clusters = new Map<string, Known>();
  readonly #found: Unplaced[] = [];
  /** Of every file that a finding stands in, and some more, by path relative to the repository. */
  readonly texts: ReadonlyMap<string, string>;
  readonly #texts = new Map<string, string>();

  private constructor(own: string, checks: ReadonlyMap<string, Check>) {
    this.#own = own;
    this.#checks = checks;
    this.texts = this.#texts;
  }

  /** `own` is the folder of hand-written schemas. */
  static async load(own = ownSchemas): Promise<Conformity> {
    return new Conformity(own, await loadChecks());
  }

  /**
   * Judges all that one target renders; paths are relative to `rendered/`, and the first segment is the cluster.
   * A cluster's own unit goes before its tenants', which may follow in any order.
   */
  add(files: Iterable<readonly [path: string, text: string]>): void {
    const unit = readUnit(files);
    const known = this.#clusters.get(unit.cluster) ?? startCluster();
    this.#clusters.set(unit.cluster, known);
    const cluster = new Cluster(unit.objects, known.shared, known.elsewhere);
    const shape = [...unit.faults, ...this.#judgeShape(unit.objects)];
    const found = shape.length > 0 || known.isBroken ? shape : runChecks(this.#checks, cluster);
    if (!unit.isTenant) {
      known.shared = cluster;
      known.isBroken ||= shape.length > 0;
    }
    remember(cluster, known.elsewhere);
    this.#keep(unit, found);
  }

  /** Everything that was wrong, sorted. */
  finish(): Promise<Diagnostic[]> {
    return placeFindings(this.#found, this.#texts);
  }

  #judgeShape(objects: readonly RenderedObject[]): Unplaced[] {
    const unknown = new Set(objects.map(nameKind).filter((name) => !this.#kinds.has(name)));
    const loaded = unknown.size === 0 ? undefined : loadKinds(unknown, this.#own);
    for (const name of unknown) this.#kinds.set(name, loaded?.get(name));
    return objects.flatMap((object) => judgeShape(object, this.#kinds.get(nameKind(object))));
  }

  #keep({ isTenant, texts }: RenderedUnit, found: readonly Unplaced[]): void {
    this.#found.push(...found);
    if (isTenant && found.length === 0) return;
    for (const [file, text] of texts) this.#texts.set(file, text);
  }
}

function startCluster(): Known {
  return { shared: new Cluster([]), isBroken: false, elsewhere: new Map() };
}

/**
 * What lies in a namespace that its own unit renders can be met again only by a unit that renders this Namespace again,
 * and then that is the conflict.
 */
function remember(cluster: Cluster, elsewhere: Map<string, Site>): void {
  for (const object of cluster.objects) {
    const namespace = namespaceOf(object);
    if (namespace !== '' && cluster.owns('/Namespace', '', namespace)) continue;
    elsewhere.set(identify(object.value), { file: object.file, document: object.document });
  }
}

function nameKind({ value }: RenderedObject): KindName {
  return `${value.apiVersion} ${value.kind}`;
}

function judgeShape(object: RenderedObject, validate: Validate | undefined): Unplaced[] {
  const { file, document } = object;
  if (validate === undefined) {
    const message = `No schema is known for ${nameKind(object)}.`;
    const hint =
      'Name its package in `generator/conform/schemas/groups.ts`, or write a closed schema under `schemas/kubernetes/`.';
    return [{ code: 'require-schema', file, document, path: ['kind'], message, hint }];
  }
  const errors = validate(object.value);
  return errors.length === 0
    ? []
    : describeShape(object, errors).map((finding) => ({ ...finding, file, document }));
}
