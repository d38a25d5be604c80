// The report of a change as a person reads it in a terminal: the headline, then groups lane by lane, worst first.
import { type Lane, laneWords } from '../../changes/lane.ts';
import { describeSubject, describeWhere } from '../../changes/words.ts';
import type { Entry, Report } from '../../review/report.ts';
import type { Paint } from '../terminal/paint.ts';
import { visible } from '../terminal/visible.ts';
import { describeExceptions } from './exceptions.ts';
import { headline } from './headline.ts';

/** Ends in a line break. */
export function renderReport(report: Report, paint: Paint): string {
  const blocks = report.lanes.map(({ lane }) => {
    const entries = report.entries.filter((entry) => entry.lane === lane);
    return [
      paint(colourOf(lane), laneWords[lane].name),
      ...entries.flatMap((entry) => renderEntry(entry, paint)),
    ];
  });
  return [[headline(report)], ...blocks].map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function renderEntry(entry: Entry, paint: Paint): string[] {
  const { id, lane, example, causes, approvedBy, isRefused } = entry;
  const subject = `  ${visible(describeSubject(entry))} ${paint('bold', describeWhere(entry.members))}`;
  const reasons = lane === 'neutral' ? [] : example.verdicts.filter((verdict) => verdict.lane !== 'neutral');
  const details = [
    ...reasons.map((verdict) => `${laneWords[verdict.lane].name}: ${verdict.reason}`),
    ...causes.map(({ place: { file, line, column }, setting }) =>
      `from ${file}:${line}:${column} ${setting}`.trimEnd(),
    ),
    ...describeExceptions(entry),
    ...(approvedBy === undefined ? [] : [`approved by ${approvedBy}`]),
    ...(isRefused ? [`needs an approval: platform/approvals/${id}.yaml`] : []),
  ];
  return [subject, ...details.map((line) => paint('gray', `      ${visible(line)}`))];
}

function colourOf(lane: Lane): Parameters<Paint>[0] {
  if (lane === 'neutral') return 'gray';
  return lane === 'cost' || lane === 'downtime' ? 'yellow' : 'red';
}
