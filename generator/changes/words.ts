// A group of changes in words: what, where, from what to what, and why it matters. One line each, without markup.
import type { Group } from './group.ts';
import { laneWords } from './lane.ts';
import type { ObjectRef } from './object.ts';
import { fieldOf } from './path.ts';
import { shapeOfValue, withoutTenant } from './shape.ts';

/** `ResourceQuota tenant spec.hard.cpu 4 → 6 in acme on prod-use1` */
export function describeGroup(group: Group): string {
  return `${describeSubject(group)} ${describeWhere(group.members)}`;
}

/** What changed, in parts, for voices that set them apart. */
export interface Subject {
  /** `ResourceQuota tenant`, `Deployment (9 names) created` */
  readonly what: string;
  /** Of a field that changed; what differs between the members is told by the first. */
  readonly change: { readonly field: string; readonly before: string; readonly after: string } | undefined;
}

export function subjectOf({ kind, field, example, members }: Group): Subject {
  const isShared = new Set(members.map(({ tenant }) => tenant)).size > 1;
  const objects = describeObjects(members, isShared);
  if (kind !== 'changed') {
    const note = example.note === undefined ? '' : ` (${example.note})`;
    return { what: `${objects} ${kind}${note}`, change: undefined };
  }
  const show = (value: unknown) =>
    showValue(value, isShared ? example.object.tenant : '', fieldOf(example.path));
  return { what: objects, change: { field, before: show(example.before), after: show(example.after) } };
}

/** What changed, without saying for whom: `ResourceQuota tenant spec.hard.cpu: 4 → 6`. */
export function describeSubject(group: Group): string {
  const { what, change } = subjectOf(group);
  return change === undefined ? what : `${what} ${change.field}: ${change.before} → ${change.after}`;
}

function showValue(value: unknown, tenant: string, inner: string): string {
  if (value === undefined) return 'nothing';
  const text = shapeOfValue(value, tenant, inner);
  return text === '' ? '""' : shorten(text);
}

const longest = 160;

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** `ResourceQuota tenant`, or `Deployment (11 names)` where names differ. */
function describeObjects(members: readonly ObjectRef[], isShared: boolean): string {
  const names = new Set(members.map(({ name, tenant }) => withoutTenant(name, isShared ? tenant : '')));
  const kind = members[0]?.kind ?? '';
  return names.size === 1 ? `${kind} ${[...names].join()}` : `${kind} (${names.size} names)`;
}

/** `in acme on prod-use1`, `in 640 tenants × 2 clusters`, `on 3 clusters` */
export function describeWhere(members: readonly ObjectRef[]): string {
  const tenants = namesOf(members.map(({ tenant }) => tenant).filter(Boolean));
  const clusters = namesOf(members.map(({ cluster }) => cluster));
  const places = new Set(members.map(({ cluster, tenant }) => `${cluster}/${tenant}`)).size;
  const on = clusters.length === 1 ? clusters[0] : `${clusters.length} clusters`;
  if (tenants.length === 0) return `on ${on}`;
  if (tenants.length === 1)
    return `in ${tenants[0]} on ${clusters.length === 1 ? on : clusters.join(' and ')}`;
  if (clusters.length === 1) return `in ${tenants.length} tenants on ${on}`;
  const isProduct = places === tenants.length * clusters.length;
  return isProduct
    ? `in ${tenants.length} tenants × ${clusters.length} clusters`
    : `in ${tenants.length} tenants on ${clusters.length} clusters (${places} places)`;
}

function namesOf(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

/** `data loss (the volume cannot shrink)`, and what else the change does. */
export function describeVerdict({ example }: Group): string {
  const told = example.verdicts.filter(({ lane }) => lane !== 'neutral');
  return told.map(({ lane, reason }) => `${laneWords[lane].name}, ${reason}`).join('; ');
}
