// Tables of Istio's kinds: what they all have in common. Knows no single kind.
import { type Direction, direction, removed, to } from '../../directions.ts';
import type { Judge, Knowledge, Nature, Row, Verdict } from '../../knowledge.ts';
import { plainRows } from '../common.ts';
import { row } from '../rows.ts';

export interface Life {
  readonly created: Verdict;
  readonly deleted: Verdict;
  readonly nature?: Nature;
  readonly judge?: Judge;
}

/** @param group without `istio.io`: `networking` */
export function mesh(group: string, kind: string, life: Life, rows: readonly Row[]): Knowledge {
  return { group: `${group}.istio.io`, kind, nature: 'access', ...life, rows: [...plainRows, ...rows] };
}

/** Another name than the object's own namespace, or nobody. */
const addsOthers: Direction = direction(
  'adds others',
  (before, after) => before === undefined && typeof after === 'string' && !['.', '~'].includes(after),
);

/** Absent, everybody sees it, unless the mesh says otherwise. */
export function exportRows(source: string): Row[] {
  return [
    row('spec.exportTo[]', addsOthers, 'exposure', 'another namespace follows it as well', source),
    row('spec.exportTo[]', to('*'), 'exposure', 'every namespace follows it', source),
    row('spec.exportTo', removed, 'exposure', 'every namespace may follow it', source),
  ];
}
