// How a concern puts an object on its chart. The object that comes out is the one that went in: cdk8s neither
// resolves nor copies, names or sorts it.
import { ApiObject, type Chart } from 'cdk8s';
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

/** The objects of a chart in the order they were added. */
export function manifestsOf(chart: Chart): Manifest[] {
  return chart.node.children.map((child) => (child as GivenObject).toJson());
}
