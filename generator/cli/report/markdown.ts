// The report of a change as the comment of a pull request: always short enough for one, whatever the change.
// Says what it leaves out. Knows nothing of GitHub but its Markdown.

import { type Lane, lanes, laneWords } from '../../changes/lane.ts';
import { capitalise } from '../../model/words.ts';
import type { Entry, Report } from '../../review/report.ts';
import { countOf, groupDigits } from '../terminal/count.ts';
import { headline } from './headline.ts';
import { type Length, renderEntry } from './markdown-entry.ts';
import { prose, proseWithLinks, sizeOf } from './markdown-text.ts';
import { share } from './room.ts';

export interface MarkdownOptions {
  /** Where readers find the whole report, in words; an https address in them becomes a link. */
  readonly wholeReport: string | undefined;
}

/** By this line a workflow finds the comment that it wrote before. */
const marker = '<!-- tenantry-report -->';

/** GitHub takes 65,536 characters; in bytes that is less than it says, and holds however it counts. */
const mostBytes = 65_000;
/** For what stands around the groups: headings, notes on what is left out, where the whole report is. */
const around = 6_000;

/** Ends in a line break. */
export function renderMarkdown(report: Report, { wholeReport }: MarkdownOptions): string {
  const { entries } = report;
  const head = [marker, prose(headline(report), 2_000), ...table(report)].join('\n\n');
  const size = (index: number, length: Length) => sizeOf(render(entries[index], length)) + 1;
  const room = mostBytes - around - sizeOf(head);
  const { lengths, isWhole } = share(
    entries.map(({ lane }) => lane),
    size,
    room,
  );
  const told = entries.map((entry, index): Told => ({ entry, length: lengths[index] }));
  const byLane = Map.groupBy(told, ({ entry }) => entry.lane);
  const sections = lanes.flatMap((lane) => renderLane(lane, byLane.get(lane) ?? []));
  const parts = [head, ...(isWhole ? [] : [renderOmissions(byLane)]), ...sections, whereIsMore(wholeReport)];
  return `${parts.join('\n\n')}\n`;
}

function render(entry: Entry | undefined, length: Length): string {
  return entry === undefined ? '' : renderEntry(entry, length);
}

/** A group, and how much of it there is room for. */
interface Told {
  readonly entry: Entry;
  readonly length: Length | undefined;
}

function table({ lanes: found }: Report): string[] {
  if (found.length === 0) return [];
  const rows = found.map(({ lane, changes, tenants, clusters, groups }) => {
    const numbers = [changes, tenants, clusters, groups].map(groupDigits);
    return `| ${[laneWords[lane].name, ...numbers].join(' | ')} |`;
  });
  const header = ['| lane | changes | tenants | clusters | groups |', '| --- | --: | --: | --: | --: |'];
  return [[...header, ...rows].join('\n')];
}

/** Nothing for a lane without groups. */
function renderLane(lane: Lane, told: readonly Told[]): string[] {
  if (told.length === 0) return [];
  const texts = told.flatMap(({ entry, length }) =>
    length === undefined ? [] : [{ length, text: renderEntry(entry, length) }],
  );
  const longer = texts.filter(({ length }) => length !== 'line').map(({ text }) => text.trimEnd());
  const lines = texts.filter(({ length }) => length === 'line').map(({ text }) => text);
  const out = told.length - texts.length;
  const more = out === 0 ? [] : [`${countOf(out, texts.length === 0 ? 'group' : 'more group')} left out.`];
  return [`### ${capitalise(laneWords[lane].name)}`, ...longer, lines.join('').trimEnd(), ...more].filter(
    Boolean,
  );
}

function renderOmissions(byLane: ReadonlyMap<Lane, readonly Told[]>): string {
  const count = (isMeant: (told: Told) => boolean) =>
    [...byLane].flatMap(([lane, told]) => {
      const number = told.filter(isMeant).length;
      return number === 0
        ? []
        : [`${groupDigits(number)} of ${groupDigits(told.length)} ${laneWords[lane].name}`];
    });
  const list = (what: string, counts: readonly string[]) =>
    counts.length === 0 ? [] : [`> - ${what}: ${counts.join(', ')}`];
  return [
    '> **Shortened to fit a comment.** Groups by lane, the least dangerous first to go:',
    ...list(
      'left out',
      count(({ length }) => length === undefined),
    ),
    ...list(
      'named only, without reasons and causes',
      count(({ length }) => length === 'line'),
    ),
    ...list(
      'without example and members',
      count(({ length }) => length === 'brief'),
    ),
  ].join('\n');
}

function whereIsMore(wholeReport: string | undefined): string {
  return wholeReport === undefined
    ? 'The whole report: `tenantry diff --format html`'
    : `The whole report: ${proseWithLinks(wholeReport)}`;
}
