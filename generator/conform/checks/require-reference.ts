// What an object names is rendered too, or comes with every cluster, or with the chart that the object goes along with.
// Which fields name what is `reference.ts`'s.

import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { isBesideChart } from '../charts.ts';
import type { Cluster, Finding } from '../cluster.ts';
import { isBuiltIn, listReferences, type Reference } from '../reference.ts';
import { findMaker, type Maker } from '../secret.ts';

export function check(cluster: Cluster): Finding[] {
  const findings: Finding[] = [];
  for (const reference of listReferences(cluster)) {
    if (isBuiltIn(reference)) continue;
    const { object, path, kind, name, key } = reference;
    if (isBesideChart(object.file)) continue;
    const found = find(cluster, reference);
    const words = `${kind.slice(kind.indexOf('/') + 1)} \`${name}\``;
    if (found === undefined) {
      // A key of a missing map is the same mistake as the missing map.
      if (key === undefined || path.includes('env'))
        findings.push({
          object,
          path,
          message: `no ${words} is ${kind === '/Secret' ? 'made' : 'rendered'}.`,
        });
    } else if (key !== undefined && found.keys !== undefined && !found.keys.has(key)) {
      findings.push({ object, path, message: `the ${words} has no key \`${key}\`.`, other: found.object });
    }
  }
  return findings;
}

/** A Secret is never rendered: what counts is who makes it. */
function find(cluster: Cluster, { kind, namespace, name, key }: Reference): Maker | undefined {
  if (kind === '/Secret') return findMaker(cluster, namespace, name);
  const object = cluster.find<IConfigMap>(kind, namespace, name);
  return object && { object, keys: key === undefined ? undefined : keysOf(object.value) };
}

function keysOf({ data, binaryData }: IConfigMap): Set<string> {
  return new Set(Object.keys({ ...data, ...binaryData }));
}
