// Labels and what selects by them are ones the API server accepts, wherever an object holds them. Knows where labels
// live (`metadata.labels`, `matchLabels`, `nodeSelector`, a Service's selector), not what they mean.

import type { Path } from '../../model/source.ts';
import type { Cluster, Finding } from '../cluster.ts';
import { isLabelValue, isQualifiedName } from '../names.ts';
import type { RenderedObject } from '../object.ts';

// An ApplicationSet holds the text of labels still to be made; Argo CD fills it in later.
const template = /\{\{/;

export function check({ objects }: Cluster): Finding[] {
  const findings: Finding[] = [];
  for (const object of objects) visit(object, object.value, [], findings);
  return findings;
}

/** Descends into maps and lists only: a path for every scalar of a tree would cost more than all the rest. */
function visit(object: RenderedObject, value: object, path: Path, findings: Finding[]): void {
  for (const [key, child] of Object.entries(value)) {
    if (typeof child !== 'object' || child === null) continue;
    const at = [...path, key];
    if (holdsLabels(object, at)) findings.push(...inspect(object, child, at));
    else visit(object, child, at, findings);
  }
}

function holdsLabels(object: RenderedObject, path: Path): boolean {
  const last = path.at(-1);
  if (last === 'labels') return path.at(-2) === 'metadata';
  if (last === 'selector') return object.value.kind === 'Service' && path.length === 2;
  return last === 'matchLabels' || last === 'nodeSelector';
}

function* inspect(object: RenderedObject, labels: object, path: Path): Generator<Finding> {
  for (const [key, value] of Object.entries(labels)) {
    if (template.test(key) || template.test(String(value))) continue;
    const at = [...path, key];
    if (!isQualifiedName(key)) yield { object, path: at, message: `\`${key}\` is not a label key.` };
    if (!isLabelValue(String(value))) {
      const message = `\`${value}\` is not a label value: at most 63 letters, digits, \`-\`, \`_\`, \`.\`.`;
      yield { object, path: at, message };
    }
  }
}
