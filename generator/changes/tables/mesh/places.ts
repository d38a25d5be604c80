// What a policy of Istio is about, as one text, so that what two policies say of the same workloads is compared.
import { canonical } from '../../compare/canonical.ts';
import type { Manifest, Scope } from '../../knowledge.ts';
import { selectorBox } from '../../sets/selectors.ts';
import { selectsOnlyNew } from '../new-pods.ts';
import { labelPrefix, rootNamespace } from './side.ts';

export interface Place {
  readonly namespace: string;
  /** Empty for all workloads of the namespace. */
  readonly workloads: string;
  readonly selector: unknown;
}

export function placeOf({ selector, targetRef, targetRefs }: Manifest, namespace: string): Place {
  const text = canonical({
    selector,
    targets: targetRefs ?? (targetRef === undefined ? undefined : [targetRef]),
  });
  return { namespace, workloads: isNothing.test(text) ? '' : text, selector };
}

const isNothing = /^\{(?:"selector":\{(?:"matchLabels":\{\})?\})?\}$/;

/** The place itself, then its namespace, then the mesh. */
export function outwards(place: Place): Place[] {
  const all = [
    place,
    { namespace: place.namespace, workloads: '', selector: undefined },
    { namespace: rootNamespace, workloads: '', selector: undefined },
  ];
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

/** Whether nothing but new workloads is there, which have lost nothing. @param earlier places of before */
export function isOfNewAlone({ selector }: Place, scope: Scope, earlier: readonly Place[]): boolean {
  const boxOf = (one: unknown) => selectorBox(one, labelPrefix);
  return selectsOnlyNew(
    boxOf(selector),
    labelPrefix,
    scope,
    earlier.map((place) => boxOf(place.selector)),
  );
}

export function keyOf({ namespace, workloads }: Pick<Place, 'namespace' | 'workloads'>): string {
  return `${namespace} ${workloads}`;
}
