// What an object names is rendered too, or comes with every cluster. Which fields name what is `reference.ts`'s.

import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap';
import type { Cluster, Finding } from '../cluster.ts';
import { isBuiltIn, listReferences } from '../reference.ts';

export function check(cluster: Cluster): Finding[] {
  const findings: Finding[] = [];
  for (const reference of listReferences(cluster)) {
    if (isBuiltIn(reference)) continue;
    const { object, path, kind, namespace, name, key } = reference;
    const found = cluster.find<IConfigMap>(kind, namespace, name);
    const words = `${kind.slice(kind.indexOf('/') + 1)} \`${name}\``;
    if (found === undefined) {
      // A key of a missing map is the same mistake as the missing map.
      if (key === undefined || path.includes('env'))
        findings.push({ object, path, message: `no ${words} is rendered.` });
    } else if (key !== undefined && !holdsKey(found.value, key)) {
      findings.push({ object, path, message: `the ${words} has no key \`${key}\`.`, other: found });
    }
  }
  return findings;
}

function holdsKey({ data, binaryData }: IConfigMap, key: string): boolean {
  return data?.[key] !== undefined || binaryData?.[key] !== undefined;
}
