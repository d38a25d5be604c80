// What `new` needs to know of a tenant, and which words ask for it. Knows nothing of files or terminals.

import type { DedicatedSubnet } from '../model/generated/inputs.ts';

/** A tenant's file in the making: names of the tenant's own fields, save the two that make up `routing`. */
export interface Answers {
  readonly id: string;
  readonly displayName: string;
  readonly tier: string;
  readonly home: string;
  /** Left out: its home alone. */
  readonly clusters?: readonly string[] | undefined;
  readonly owner: string;
  readonly costCentre: string;
  /** A host of its own; neither this nor `prefix`: its id as the prefix on the shared domain. */
  readonly host?: string | undefined;
  readonly prefix?: string | undefined;
}

export type Given = { readonly [Key in keyof Answers]?: Answers[Key] | undefined };

export const flags = {
  id: '<id>',
  displayName: '--display-name <text>',
  tier: '--tier <tier>',
  home: '--home <cluster>',
  owner: '--owner <mailbox>',
  costCentre: '--cost-centre <code>',
} as const;

type Required = keyof typeof flags;

/** In the order in which they are asked. */
export const required = Object.keys(flags) as readonly Required[];

/** By cluster. */
export type Subnets = Readonly<Record<string, readonly DedicatedSubnet[]>>;

/** The answers as the tenant's file should say them, with the subnets that follow from them. */
export function tenantOf(
  { host, prefix, clusters, ...rest }: Answers,
  subnets: Subnets,
): Record<string, unknown> {
  const overrides = Object.entries(subnets).map(([cluster, its]) => [cluster, { subnets: its }]);
  return {
    ...rest,
    ...(clusters && { clusters }),
    ...(host !== undefined && { routing: { mode: 'domain', host } }),
    ...(prefix !== undefined && { routing: { mode: 'path', prefix } }),
    ...(overrides.length > 0 && { clusterOverrides: Object.fromEntries(overrides) }),
  };
}
