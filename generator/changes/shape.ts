// What changes of many objects have in common: the same field of the same kind going the same way for the same reasons is
// one shape, whoever the tenant is. Knows nothing of how shapes are shown.
import type { Change } from './classify/classify.ts';
import { canonical } from './compare/canonical.ts';
import type { ObjectRef } from './object.ts';
import { kindId } from './object.ts';
import { type FieldPath, fieldOf, showPath } from './path.ts';

/** Text with a tenant's name taken out, so that tenants can be told together; as it is where the tenant is `''`. */
export function withoutTenant(text: string, tenant: string): string {
  // A folder of a hand-made tree can be called anything.
  return /^[a-z0-9-]+$/.test(tenant) ? text.replaceAll(new RegExp(`\\b${tenant}\\b`, 'g'), '<tenant>') : text;
}

/** A value in one line, without the tenant's name; empty for none. */
export function shapeOfValue(value: unknown, tenant: string, field = ''): string {
  if (value === undefined) return '';
  return withoutTenant(typeof value === 'string' ? value : canonical(value, field), tenant);
}

/** The way to the field; an item that is called like its object, or like the tenant, is any item. */
export function shapeOfPath(path: FieldPath, { name, tenant }: ObjectRef): string {
  const open = path.map((step) =>
    typeof step !== 'string' && (step.item === name || step.item === tenant) ? { item: '*' } : step,
  );
  return showPath(open);
}

/** Values that only say that something else changed. */
const digests = /config-hash"\]$/;

/** Changes with the same shape are one group. */
export function shapeOf({ object, kind, path, before, after, verdicts, note }: Change): string {
  const field = shapeOfPath(path, object);
  const isWhole = kind !== 'changed' || digests.test(field);
  const values = isWhole
    ? []
    : [before, after].map((value) => shapeOfValue(value, object.tenant, fieldOf(path)));
  const reasons = verdicts.map(({ lane, reason }) => `${lane} ${reason}`);
  const came = note?.replace(/ .*$/, '') ?? '';
  return JSON.stringify([kindId(object), kind, field, ...values, ...reasons, came]);
}
