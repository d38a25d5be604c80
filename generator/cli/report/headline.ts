// The first paragraph of every report: what this change does, lane by lane. Plain sentences without markup.

import { isBlocking, laneWords } from '../../changes/lane.ts';
import { capitalise } from '../../model/words.ts';
import type { Entry, Extent, Report } from '../../review/report.ts';
import { countOf } from '../terminal/count.ts';

/** One paragraph; a sentence for the whole, one for every lane that something is in, one for what must happen now. */
export function headline(report: Report): string {
  const { total, lanes, entries, base } = report;
  if (entries.length === 0) return `Nothing changes against ${base}.`;
  const parts = (['created', 'changed', 'deleted'] as const)
    .filter((kind) => total[kind] > 0)
    .map((kind) => `${total[kind]} ${kind}`);
  const objects = total.created + total.changed + total.deleted;
  const whole = `Against ${base} this change touches ${countOf(objects, 'object')} (${parts.join(', ')}) ${inPlaces(total)}.`;
  const told = lanes.filter(({ lane }) => lane !== 'neutral');
  const sentences = told.map(({ lane, ...extent }) => {
    const { name, meaning } = laneWords[lane];
    return `${capitalise(name)}: ${countOf(extent.changes, 'change')} ${inPlaces(extent)}, which ${meaning}.`;
  });
  const harmless = told.length === 0 ? ['No danger is known in any of it.'] : [];
  return [whole, ...sentences, ...harmless, ...demand(entries)].join(' ');
}

/** `in 640 tenants on 2 clusters` */
export function inPlaces({ tenants, clusters }: Extent): string {
  const on = `on ${countOf(clusters, 'cluster')}`;
  return tenants === 0 ? on : `in ${countOf(tenants, 'tenant')} ${on}`;
}

function demand(entries: readonly Entry[]): string[] {
  const refused = entries.filter(({ isRefused }) => isRefused);
  const approved = entries.filter(({ lane, isRefused }) => isBlocking(lane) && !isRefused);
  return [
    ...(refused.length > 0
      ? [`${countOf(refused.length, 'group')} must be approved before this can be rendered.`]
      : []),
    ...(approved.length > 0
      ? [`${countOf(approved.length, 'dangerous group')} ${approved.length === 1 ? 'is' : 'are'} approved.`]
      : []),
  ];
}
