// Annotation keys are qualified names and an object's annotations stay below the API server's 256 KiB. Knows no meaning.

import type { Cluster, Finding } from '../cluster.ts';
import { isQualifiedName } from '../names.ts';

const limit = 256 * 1024;

export function check({ objects }: Cluster): Finding[] {
  const findings: Finding[] = [];
  for (const object of objects) {
    const annotations = Object.entries(object.value.metadata.annotations ?? {});
    const path = ['metadata', 'annotations'];
    // The API server lowers the key before it looks (apimachinery, `ValidateAnnotations`).
    for (const [key] of annotations.filter(([key]) => !isQualifiedName(key.toLowerCase()))) {
      findings.push({ object, path: [...path, key], message: `\`${key}\` is not an annotation key.` });
    }
    const bytes = annotations.reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
    if (bytes > limit)
      findings.push({ object, path, message: `${bytes} bytes of annotations exceed ${limit}.` });
  }
  return findings;
}
