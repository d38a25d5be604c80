// Who is in a group, in short: cluster by cluster, tenant by tenant. Knows no markup.
import type { ObjectRef } from '../../changes/object.ts';

export interface Membership {
  readonly clusters: readonly {
    readonly cluster: string;
    /** Tenants, or the names of objects that belong to the cluster itself, with how many objects each. */
    readonly names: readonly (readonly [name: string, count: number])[];
  }[];
  /** What their objects are called, where one place has several; else none. */
  readonly objects: readonly string[];
}

export function summarise(members: readonly ObjectRef[]): Membership {
  const clusters = Array.from(
    Map.groupBy(members, ({ cluster }) => cluster),
    ([cluster, own]) => {
      const names = Map.groupBy(own, ({ tenant, name }) => (tenant === '' ? name : tenant));
      return { cluster, names: Array.from(names, ([name, all]) => [name, all.length] as const) };
    },
  );
  const isPlural = clusters.some(({ names }) => names.some(([, count]) => count > 1));
  const objects = new Set(members.filter(({ tenant }) => tenant !== '').map(({ name }) => name));
  return { clusters, objects: isPlural ? [...objects] : [] };
}
