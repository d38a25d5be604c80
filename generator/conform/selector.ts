// Whether labels satisfy a label selector, as the API server decides it
// (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors).

import type { IDeploymentSpec } from 'kubernetes-models/apps/v1/DeploymentSpec';

export type LabelSelector = IDeploymentSpec['selector'];

type Labels = Readonly<Record<string, string>>;

/** An empty selector matches everything; an absent one is the caller's to judge. */
export function matchLabels(selector: LabelSelector, labels: Labels): boolean {
  return (
    Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value) &&
    (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
      const value = labels[key];
      if (operator === 'In') return value !== undefined && values.includes(value);
      if (operator === 'NotIn') return value === undefined || !values.includes(value);
      if (operator === 'Exists') return value !== undefined;
      return value === undefined;
    })
  );
}
