// What a reviewer is told: groups of changes with their causes, exceptions and approvals, and how much there is of each
// lane. Data only; how it is shown is the command line's.
import type { Group } from '../changes/group.ts';
import { type Lane, lanes } from '../changes/lane.ts';
import { identityOf } from '../changes/object.ts';
import type { Place } from '../model/diagnostic.ts';
import type { Exception } from './exceptions.ts';
import type { Edit } from './inputs.ts';

export interface Cause {
  readonly place: Place;
  /** The setting that was edited: `premium.quota.cpu.default`; empty for a whole file. */
  readonly setting: string;
  readonly edit: Edit;
}

export interface Entry extends Group {
  /** Empty when no single edit of an input made it. */
  readonly causes: readonly Cause[];
  readonly exceptions: readonly Exception[];
  /** File of the approval that lets it through. */
  readonly approvedBy: string | undefined;
  /** `render` and `check --base` would refuse it. */
  readonly isRefused: boolean;
}

/** How much there is: changes of objects, tenants and clusters they are in. */
export interface Extent {
  readonly groups: number;
  readonly changes: number;
  readonly tenants: number;
  readonly clusters: number;
}

export interface Report {
  /** What the new tree was held against: `HEAD (05e64ed)`. */
  readonly base: string;
  readonly entries: readonly Entry[];
  readonly total: Extent & { readonly created: number; readonly changed: number; readonly deleted: number };
  /** Of every lane that something is in, worst first. */
  readonly lanes: readonly (Extent & { readonly lane: Lane })[];
}

export function reportOf(base: string, entries: readonly Entry[]): Report {
  const byLane = Map.groupBy(entries, ({ lane }) => lane);
  const count = (kind: Group['kind']) => countObjects(entries.filter((entry) => entry.kind === kind));
  return {
    base,
    entries,
    total: {
      ...extentOf(entries),
      created: count('created'),
      changed: count('changed'),
      deleted: count('deleted'),
    },
    lanes: lanes.flatMap((lane) => {
      const found = byLane.get(lane);
      return found === undefined ? [] : [{ lane, ...extentOf(found) }];
    }),
  };
}

function extentOf(entries: readonly Entry[]): Extent {
  const members = entries.flatMap((entry) => entry.members);
  return {
    groups: entries.length,
    changes: members.length,
    tenants: new Set(members.map(({ tenant }) => tenant).filter(Boolean)).size,
    clusters: new Set(members.map(({ cluster }) => cluster)).size,
  };
}

/** An object with several changes counts once. */
function countObjects(entries: readonly Entry[]): number {
  return new Set(entries.flatMap(({ members }) => members.map(identityOf))).size;
}
