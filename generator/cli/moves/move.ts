// What a step of a tenant's life is: an edit of its file, in words. Knows neither disk nor terminal; whether a step is allowed
// today is for the rules to say.
import type { Fleet, Lifecycle } from '../../model/fleet.ts';
import type { Tenant } from '../../model/generated/inputs.ts';
import { lifecycleOn } from '../../model/placement.ts';
import type { Path, Source } from '../../model/source.ts';
import type { Setting } from '../splice.ts';
import { UsageError } from '../usage.ts';

export interface Move {
  readonly settings: readonly Setting[];
  /** Files that are new with it, by path from the root. */
  readonly files?: ReadonlyMap<string, string>;
  /** What it is, in a sentence. */
  readonly step: string;
  /** All that is to be done, in its order, when that is more than to render and to merge. */
  readonly plan?: readonly string[];
  /** What comes once it is merged, a sentence each. */
  readonly after: readonly string[];
}

/** Which tenant, and where of all its clusters. */
export interface Subject {
  readonly fleet: Fleet;
  readonly source: Source<Tenant>;
  /** Only there; everywhere when it is left out. */
  readonly cluster: string | undefined;
}

/** Its state on the cluster, or as its file says it for all of them. */
export function stateOf({ source, cluster }: Subject): Lifecycle {
  const { clusterOverrides: _, ...overall } = source.value;
  return lifecycleOn(cluster === undefined ? overall : source.value, cluster ?? source.value.home);
}

export function stateSetting({ cluster }: Subject, value: Lifecycle): Setting {
  return cluster === undefined
    ? { path: ['lifecycle'], value, after: 'tier' }
    : { path: statePath(cluster), value, after: '' };
}

export function statePath(cluster: string): Path {
  return ['clusterOverrides', cluster, 'lifecycle'];
}

export function describeStep({ cluster, source }: Subject, from: Lifecycle, to: Lifecycle): string {
  return `\`${source.value.id}\` goes from \`${from}\` to \`${to}\`${placeOf(cluster)}.`;
}

export function commandOf(name: string, { cluster, source }: Subject): string {
  return `tenantry ${name} ${source.value.id}${cluster === undefined ? '' : ` --cluster ${cluster}`}`;
}

/** @param what goes on after the tenant's name, and ends a sentence */
export function refuseMove({ cluster, source }: Subject, what: string): UsageError {
  return new UsageError(`\`${source.value.id}\`${placeOf(cluster)} ${what}`);
}

function placeOf(cluster: string | undefined): string {
  return cluster === undefined ? '' : ` on \`${cluster}\``;
}
