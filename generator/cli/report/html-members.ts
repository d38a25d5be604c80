// Who is in each group, as compact data for the page's script and as a list for readers without it. Knows no markup but its
// own.
import type { ObjectRef } from '../../changes/object.ts';
import type { Entry } from '../../review/report.ts';
import { visible } from '../terminal/visible.ts';
import { type Html, html } from './html-text.ts';
import { summarise } from './membership.ts';

/** `[namespace, name, file]`, in which `ownTenant` and `ownCluster` stand for those of the member. */
type Shape = readonly [namespace: string, name: string, file: string];

/** Members with one shape on one cluster; all numbers are places in the lists of `Members`. */
type Block = readonly [cluster: number, shape: number, tenants: readonly number[]];

/** Every member of every group in some 4 bytes each: at 1,000 tenants on two clusters there are tens of thousands. */
export interface Members {
  readonly clusters: readonly string[];
  /** With an empty one for objects that belong to a cluster itself. */
  readonly tenants: readonly string[];
  readonly shapes: readonly Shape[];
  /** In the order of the report. */
  readonly groups: readonly (readonly Block[])[];
}

/** `visible` leaves no control character in a text, so these mean nothing else. */
const ownTenant = '\u0001';
const ownCluster = '\u0002';

export function membersOf(entries: readonly Entry[]): Members {
  const clusters = new Numbers();
  const tenants = new Numbers();
  const shapes = new Numbers();
  const groups = entries.map(({ members }) => {
    const blocks = new Map<string, { cluster: number; shape: number; tenants: number[] }>();
    for (const member of members) {
      const cluster = clusters.of(shown(member.cluster));
      const shape = shapes.of(JSON.stringify(shapeOf(member)));
      const key = `${cluster} ${shape}`;
      const block = blocks.get(key) ?? { cluster, shape, tenants: [] };
      blocks.set(key, block);
      block.tenants.push(tenants.of(shown(member.tenant)));
    }
    return [...blocks.values()].map((block): Block => [block.cluster, block.shape, block.tenants]);
  });
  return {
    clusters: clusters.all,
    tenants: tenants.all,
    shapes: shapes.all.map((text) => JSON.parse(text) as Shape),
    groups,
  };
}

function shapeOf({ cluster, tenant, namespace, name, file }: ObjectRef): Shape {
  const open = (text: string) => replaceAll(replaceAll(shown(text), cluster, ownCluster), tenant, ownTenant);
  return [open(namespace), open(name), open(file)];
}

function replaceAll(text: string, name: string, own: string): string {
  return name === '' ? text : text.replaceAll(shown(name), own);
}

/** Most names are plain: to look for what hides in them takes ten times as long. */
function shown(text: string): string {
  return /^[ -~]*$/.test(text) ? text : visible(text);
}

/** Texts and their numbers, from 0. */
class Numbers {
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  get all(): string[] {
    return [...this.#numbers.keys()];
  }
}

/** For readers without scripts: as `summarise` tells it, and in full. */
export function renderMembers(members: readonly ObjectRef[]): Html {
  const { clusters, objects } = summarise(members);
  const lists = clusters.map(({ cluster, names }) => {
    const shown = names.map(([name, count]) => (count === 1 ? name : `${name} (${count})`));
    return html`<dt>${cluster}</dt><dd>${shown.join(', ')}</dd>`;
  });
  const called = objects.length === 0 ? undefined : html`<dt>called</dt><dd>${objects.join(', ')}</dd>`;
  return html`<dl>${lists}${called}</dl>`;
}
