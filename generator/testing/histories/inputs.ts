// What a change may edit: tenants' files and tombstones, and the day on which it is merged. Plain data, replaced and never
// written into, so that an older version can be put back.
import type { Tenant } from '../../model/generated/inputs.ts';

/** Without file names' endings: `acme`. */
export interface Inputs {
  readonly today: string;
  /** By file name, which need not be the id. */
  readonly tenants: ReadonlyMap<string, Tenant>;
  readonly tombstones: ReadonlySet<string>;
}

export function withTenant(inputs: Inputs, name: string, tenant: Tenant | undefined): Inputs {
  const tenants = new Map(inputs.tenants);
  if (tenant === undefined) tenants.delete(name);
  else tenants.set(name, tenant);
  return { ...inputs, tenants };
}

export function withTombstone(inputs: Inputs, id: string, isThere: boolean): Inputs {
  const tombstones = new Set(inputs.tombstones);
  if (isThere) tombstones.add(id);
  else tombstones.delete(id);
  return { ...inputs, tombstones };
}

/** A setting that is `undefined` is taken away. */
export function edited(
  tenant: Tenant,
  settings: { readonly [Key in keyof Tenant]?: Tenant[Key] | undefined },
): Tenant {
  const all = Object.entries({ ...tenant, ...settings }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(all) as unknown as Tenant;
}
