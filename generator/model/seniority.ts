// Who was there first: of two tenants that want the same thing, the one to change is the newcomer.
import type { Fleet } from './fleet.ts';
import type { Tenant } from './generated/inputs.ts';
import type { Source } from './source.ts';

/** Tenants that the tree already has, then the others; each group in the order of the file names. */
export function bySeniority({ tenants, rendered }: Fleet): Source<Tenant>[] {
  const settled = new Set(rendered.map(({ tenant }) => tenant));
  const isNew = ({ value }: Source<Tenant>) => (settled.has(value.id) ? 0 : 1);
  return [...tenants.values()].sort((a, b) => isNew(a) - isNew(b));
}
