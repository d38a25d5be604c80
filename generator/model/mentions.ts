// Which clusters and services a tenant's file names. Reads a file of the wrong shape too, because a name can be looked up
// whatever else is wrong, and all mistakes of a file are told in one run.
import { type Path, valueAt } from './source.ts';

export interface Mention {
  readonly name: string;
  readonly path: Path;
  readonly at: 'key' | 'value';
}

/** Each cluster once, where it is named first: `home`, `clusters`, `clusterOverrides`. */
export function clustersIn(tenant: unknown): Mention[] {
  const clusters = valueAt(tenant, ['clusters']);
  const mentions = [
    mention(valueAt(tenant, ['home']), ['home']),
    ...(Array.isArray(clusters) ? clusters.map((name, index) => mention(name, ['clusters', index])) : []),
    ...keysAt(tenant, ['clusterOverrides']),
  ].flat();
  return mentions.filter(({ name }, index) => mentions.findIndex((other) => other.name === name) === index);
}

/** Services of the file, then of each cluster's section. */
export function servicesIn(tenant: unknown): Mention[] {
  const sections = keysAt(tenant, ['clusterOverrides']).map(({ path }) => [...path, 'services']);
  return [['services'], ...sections].flatMap((path) => keysAt(tenant, path));
}

function keysAt(tenant: unknown, path: Path): Mention[] {
  const value = valueAt(tenant, path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.keys(value).flatMap((name) => mention(name, [...path, name], 'key'));
}

/** None where no name stands: its schema has said so. */
function mention(name: unknown, path: Path, at: Mention['at'] = 'value'): Mention[] {
  return typeof name === 'string' && /^[a-z][a-z0-9-]*$/.test(name) ? [{ name, path, at }] : [];
}
