// Changes grouped by shape, as they come: memory holds one example of each group in full, and of the others who they are.

import { createHash } from 'node:crypto';
import { compareText } from '../model/text-order.ts';
import type { Change } from './classify/classify.ts';
import { canonical } from './compare/canonical.ts';
import { compareLanes, type Lane } from './lane.ts';
import type { ObjectRef } from './object.ts';
import { fieldOf, showPath } from './path.ts';
import { shapeOf, shapeOfPath } from './shape.ts';

export interface Group {
  /** Says exactly this change: which objects, which field, from what to what. Sixteen hexadecimal digits. */
  readonly id: string;
  readonly lane: Lane;
  readonly kind: Change['kind'];
  /** The way to the field that all have in common; empty for objects as a whole. */
  readonly field: string;
  /** The first member's change, in full. */
  readonly example: Change;
  /** Sorted by cluster, tenant, namespace, name. */
  readonly members: readonly ObjectRef[];
}

interface Growing {
  readonly example: Change;
  readonly members: { readonly object: ObjectRef; readonly digest: string }[];
}

export class Grouping {
  readonly #groups = new Map<string, Growing>();

  add(changes: readonly Change[]): void {
    for (const change of changes) {
      const shape = shapeOf(change);
      const group = this.#groups.get(shape) ?? { example: change, members: [] };
      this.#groups.set(shape, group);
      group.members.push({ object: change.object, digest: digestOf(change) });
    }
  }

  /** Worst lane first, then the largest group, then by kind and field. */
  finish(): Group[] {
    return [...this.#groups.values()].map(close).sort(compareGroups);
  }
}

function close({ example, members }: Growing): Group {
  const sorted = members.toSorted((a, b) => compareText(keyOf(a.object), keyOf(b.object)));
  const id = idOf(sorted.map(({ digest }) => digest));
  const { lane, kind, path, object } = example;
  return {
    id,
    lane,
    kind,
    field: shapeOfPath(path, object),
    example,
    members: sorted.map(({ object }) => object),
  };
}

function compareGroups(a: Group, b: Group): number {
  return (
    compareLanes(a.lane, b.lane) ||
    b.members.length - a.members.length ||
    compareText(a.example.object.kind, b.example.object.kind) ||
    compareText(a.field, b.field) ||
    compareText(a.id, b.id)
  );
}

/** Everything that an approval is for. Words and lanes are not in it: better words do not make it another change. */
function digestOf({ object, kind, path, before, after, binds = '' }: Change): string {
  const field = fieldOf(path);
  const values = kind === 'deleted' ? [] : [before, after].map((value) => canonical(value ?? null, field));
  return hash([keyOf(object), kind, showPath(path), ...values, binds].join('\0'), 32);
}

function keyOf({ cluster, tenant, application, group, kind, namespace, name }: ObjectRef): string {
  return [cluster, tenant, application, group, kind, namespace, name].join('\0');
}

/** Stands for exactly these parts in this order: sixteen hexadecimal digits. */
export function idOf(parts: readonly string[]): string {
  return hash(parts.join('\n'), 16);
}

function hash(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}
