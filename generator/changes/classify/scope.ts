// What is true of a whole target while one of its objects is judged. Knows where trees say that a target is new.
import { asMapping } from '../documents.ts';
import type { Manifest, Scope } from '../knowledge.ts';
import type { FilePair, Paired } from '../pairs.ts';

/** A tenant is new on a cluster with its `target.yaml`, a cluster with what bootstraps it, if nothing of it was there before. */
const marks = /^[^/]+\/(?:tenants\/[^/]+\/target|bootstrap\/root)\.yaml$/;

export function scopeOf(files: readonly FilePair[], pairs: readonly Paired[]): Scope {
  const isNew =
    files.some(({ path }) => marks.test(path)) && files.every(({ before }) => before === undefined);
  const come = pairs.filter(({ before, after }) => before === undefined && after !== undefined);
  return { isNew, newPods: come.flatMap(({ object, after }) => podLabelsOf(after, object.name)) };
}

/**
 * Labels of the pods that a workload makes, as far as they bear its own name: by any other, older pods may be called as well.
 */
function podLabelsOf(manifest: Manifest | undefined, name: string): Readonly<Record<string, string>>[] {
  const spec = asMapping(manifest?.spec);
  const template = asMapping(spec.template ?? asMapping(asMapping(spec.jobTemplate).spec).template);
  const labels = Object.entries(asMapping(asMapping(template.metadata).labels));
  const own = labels.filter((label): label is [string, string] => label[1] === name);
  return own.length === 0 ? [] : [Object.fromEntries(own)];
}
