// Which labels a selector selects (kubernetes.io: "Labels and selectors"; an empty selector selects everything).

export type Labels = Readonly<Record<string, string>>;

export interface LabelSelector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

/** Labels of a pod that nobody has rendered: whatever a selector asks for. */
export const anyLabels = 'any';

export function selects(selector: LabelSelector, labels: Labels | typeof anyLabels): boolean {
  if (labels === anyLabels) return true;
  const wanted = Object.entries(selector.matchLabels ?? {});
  return (
    wanted.every(([key, value]) => labels[key] === value) &&
    (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
      const value = labels[key];
      if (operator === 'In') return value !== undefined && values.includes(value);
      if (operator === 'NotIn') return value === undefined || !values.includes(value);
      if (operator === 'Exists') return value !== undefined;
      if (operator === 'DoesNotExist') return value === undefined;
      throw new Error(`No API server accepts the operator ${operator}.`);
    })
  );
}
