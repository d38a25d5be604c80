// How a concern puts an object on its chart, or the one document that its file is instead. What comes out is what went
// in: cdk8s neither resolves nor copies, names or sorts it.
import { ApiObject, type Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { Manifest } from '../model/manifest.ts';

class GivenObject extends ApiObject {
  readonly #manifest: Manifest;

  constructor(chart: Chart, id: string, manifest: Manifest) {
    super(chart, id, { apiVersion: manifest.apiVersion, kind: manifest.kind, metadata: manifest.metadata });
    this.#manifest = manifest;
  }

  /** @returns the manifest itself; `ApiObject` would resolve and copy it (measured: three times the cost). */
  override toJson(): Manifest {
    return this.#manifest;
  }
}

/** Adds an object to the concern's chart. Throws when the chart has one of that kind and name already. */
export function add(chart: Chart, manifest: Manifest): void {
  new GivenObject(chart, `${manifest.kind}-${manifest.metadata.name}`, manifest);
}

class GivenDocument extends Construct {
  readonly value: Document;

  constructor(chart: Chart, value: Document) {
    super(chart, 'document');
    this.value = value;
  }
}

/** Plain data that is no Kubernetes object, such as Helm values. */
export type Document = Readonly<Record<string, unknown>>;

/** Makes the concern's file this one document. Throws when it has one already. */
export function write(chart: Chart, document: Document): void {
  new GivenDocument(chart, document);
}

/** The objects of a chart in the order they were added. */
export function manifestsOf(chart: Chart): Manifest[] {
  return chart.node.children.flatMap((child) => (child instanceof GivenObject ? [child.toJson()] : []));
}

/** The document of a chart that has no objects; throws when it has both, for a file cannot be both. */
export function documentOf(chart: Chart): Document | undefined {
  const [document, ...others] = chart.node.children.toSorted(documentsFirst);
  if (!(document instanceof GivenDocument)) return undefined;
  if (others.length > 0) throw new Error(`${chart.node.id} is a document and holds objects as well`);
  return document.value;
}

function documentsFirst(one: unknown, other: unknown): number {
  return Number(other instanceof GivenDocument) - Number(one instanceof GivenDocument);
}
