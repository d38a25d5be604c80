// What a tenant's control matrix says of a field is what stands there. A matrix that says anything is no control.

import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { controlMatrix } from '../../model/names.ts';
import { valueAt } from '../../model/source.ts';
import type { Cluster, Finding } from '../cluster.ts';
import { nameOf, namespaceOf, type RenderedObject } from '../object.ts';

interface Evidence {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly field: readonly string[];
  readonly expected: string;
  readonly compare: 'equal' | 'atLeast';
}

const ending = '.control.json';

export function check(cluster: Cluster): Finding[] {
  const matrices = cluster.of<IConfigMap>('/ConfigMap').filter((object) => nameOf(object) === controlMatrix);
  return matrices.flatMap((object) =>
    Object.entries(object.value.data ?? {})
      .filter(([key]) => key.endsWith(ending))
      .flatMap(([key, text]) =>
        evidenceIn(text).flatMap((evidence): Finding[] => {
          const mistake = findMistake(cluster, object, evidence);
          const control = key.slice(0, -ending.length);
          const hint = `Correct \`${control}\` in \`platform/compliance/controls.yaml\`, or what is rendered.`;
          return mistake === undefined ? [] : [{ object, path: ['data', key], message: mistake, hint }];
        }),
      ),
  );
}

function evidenceIn(text: string): readonly Evidence[] {
  return (JSON.parse(text) as { evidence: readonly Evidence[] }).evidence;
}

function findMistake(
  cluster: Cluster,
  matrix: RenderedObject<IConfigMap>,
  { apiVersion, kind, name, field, expected, compare }: Evidence,
): string | undefined {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const find = (namespace: string) => cluster.find(`${group}/${kind}`, namespace, name);
  const object = find(namespaceOf(matrix)) ?? find('');
  if (object === undefined) return `there is no ${kind} \`${name}\` to show it.`;
  const found = valueAt(object.value, field);
  const where = `\`${field.join('.')}\` of ${kind} \`${name}\``;
  if (found === undefined) return `${where} is not set; it should show \`${expected}\`.`;
  const shown = Array.isArray(found) ? found.join(',') : String(found);
  const isRight = compare === 'equal' ? shown === expected : Number(shown) >= Number(expected);
  const relation = compare === 'equal' ? 'not' : 'less than';
  return isRight ? undefined : `${where} is \`${shown}\`, ${relation} \`${expected}\`.`;
}
