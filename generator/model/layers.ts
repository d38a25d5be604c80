// The three layers of a tenant, in the order they come up. Each is one folder of the tree and one Argo CD Application.

export const layers = ['foundation', 'data', 'workloads'] as const;

export type Layer = (typeof layers)[number];
