// One group of changes as Markdown, in three lengths. Knows neither the other groups nor how much room there is.
import { isBlocking, laneWords } from '../../changes/lane.ts';
import type { ObjectRef } from '../../changes/object.ts';
import { describeSubject, describeWhere } from '../../changes/words.ts';
import type { Cause, Entry } from '../../review/report.ts';
import { countOf } from '../terminal/count.ts';
import { linesOf } from './example-lines.ts';
import { describeExceptions } from './exceptions.ts';
import { code, fence, link, prose } from './markdown-text.ts';
import { summarise } from './membership.ts';

/** `line`: what, where and its id. `brief`: why, from where and who differs, too. `full`: the example and the members, too. */
export type Length = 'line' | 'brief' | 'full';

const mostPoints = 6;

/** Ends in a line break; a blank line must stand before it, and between it and text of another length. */
export function renderEntry(entry: Entry, length: Length): string {
  if (length === 'line') return `- ${title(entry)}; ${approval(entry)}\n`;
  const brief = `**${code(describeSubject(entry), 400)}** ${where(entry)}\n\n${points(entry)}\n`;
  return length === 'brief' ? brief : `${brief}\n${details(entry)}\n`;
}

function title(entry: Entry): string {
  return `${code(describeSubject(entry), 240)} ${where(entry)}`;
}

function where({ members }: Entry): string {
  return prose(describeWhere(members), 200);
}

function points(entry: Entry): string {
  const { example, causes } = entry;
  const verdicts = example.verdicts.filter(({ lane }) => lane !== 'neutral');
  const lists = [
    verdicts.map(({ lane, reason, source }) => {
      const said = link(source);
      return `${laneWords[lane].name}: ${prose(reason)}${said === undefined ? '' : ` (${said})`}`;
    }),
    causes.map(showCause),
    describeExceptions(entry).map((line) => prose(line)),
  ];
  return [...lists.flatMap(limit), approval(entry)].map((point) => `- ${point}`).join('\n');
}

function limit(lines: readonly string[]): string[] {
  const more = lines.length - mostPoints;
  return more <= 0 ? [...lines] : [...lines.slice(0, mostPoints), `and ${more} more like this`];
}

function showCause({ place: { file, line }, setting }: Cause): string {
  return `from ${code(`${file}:${line}`)}${setting === '' ? '' : ` ${code(setting)}`}`;
}

function approval({ id, lane, approvedBy, isRefused }: Entry): string {
  const change = `change ${code(id)}`;
  if (isRefused) return `${change} **needs an approval** in ${code(`platform/approvals/${id}.yaml`)}`;
  if (approvedBy !== undefined) return `${change} is approved by ${code(approvedBy)}`;
  return isBlocking(lane) ? change : `${change} needs no approval`;
}

const limits = { context: 3, most: 40 };

function details({ example, members }: Entry): string {
  const lines = linesOf(example, limits).map((line) => {
    if ('text' in line) return `${line.sign}${line.text}`;
    return `  … ${line.hidden} ${line.isSame ? 'unchanged' : 'more'} lines`;
  });
  return [
    `<details><summary>Example and ${countOf(members.length, 'member')}</summary>`,
    code(`rendered/${example.object.file}`),
    fence('diff', lines),
    showMembers(members),
    '</details>',
  ].join('\n\n');
}

const mostClusters = 8;
const mostNames = 16;

function showMembers(members: readonly ObjectRef[]): string {
  const { clusters, objects } = summarise(members);
  const lines = clusters.slice(0, mostClusters).map(({ cluster, names }) => {
    const shown = names.map(([name, count]) => `${code(name, 64)}${count === 1 ? '' : ` (${count})`}`);
    return `- ${code(cluster, 64)}: ${listOf(shown)}`;
  });
  const more = clusters.length - mostClusters;
  const rest = more > 0 ? [`- and ${countOf(more, 'more cluster')}`] : [];
  const called = objects.length === 0 ? [] : [`- called ${listOf(objects.map((name) => code(name, 64)))}`];
  return [...lines, ...rest, ...called].join('\n');
}

function listOf(names: readonly string[]): string {
  const more = names.length - mostNames;
  return [...names.slice(0, mostNames), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
