// What a run is narrowed to. Refuses names that nothing bears, before anything is rendered.

import { list, suggest } from '../model/words.ts';
import type { Plan } from '../plan.ts';
import { UsageError } from './usage.ts';

export interface Selection {
  readonly tenants: readonly string[];
  readonly clusters: readonly string[];
}

/** Throws a UsageError for a name that no input bears, and for names that have nothing in common. */
export function refuseUnknown({ tenants, clusters }: Selection, { fleet, ...plan }: Plan): void {
  if (fleet === undefined) return;
  for (const name of tenants) requireKnown('tenant', name, fleet.tenants.keys());
  for (const name of clusters) requireKnown('cluster', name, fleet.clusters.keys());
  if (tenants.length === 0 || clusters.length === 0 || plan.tenants.length > 0) return;
  throw new UsageError(`Nothing is placed there: ${list(tenants)} on ${list(clusters, 'or')}.`);
}

/** Throws a UsageError that names the nearest of the `known`. */
export function requireKnown(noun: string, name: string, known: Iterable<string>): void {
  const names = [...known];
  if (names.includes(name)) return;
  const repair = suggest(name, names, '`tenantry list` shows what there is.');
  throw new UsageError(`There is no ${noun} \`${name}\`. ${repair}`);
}
