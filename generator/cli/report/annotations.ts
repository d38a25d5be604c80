// The report of a change as diagnostics, for voices that put words beside lines: one for every edit that did something.
import { isBlocking, laneWords } from '../../changes/lane.ts';
import { describeGroup, describeVerdict } from '../../changes/words.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Entry, Report } from '../../review/report.ts';

/** Warnings, at the lines that caused them; what is neutral, and what no edit caused, is left to the whole report. */
export function annotationsOf(report: Report): Diagnostic[] {
  const told = report.entries.filter(({ lane, causes }) => lane !== 'neutral' && causes.length > 0);
  return told.flatMap((entry) => entry.causes.map((cause) => annotationOf(entry, cause)));
}

function annotationOf(entry: Entry, { place }: Entry['causes'][number]): Diagnostic {
  const hint = entry.isRefused ? `It needs \`platform/approvals/${entry.id}.yaml\`.` : undefined;
  return {
    ...place,
    code: isBlocking(entry.lane) ? 'require-approval' : laneWords[entry.lane].name,
    severity: 'warning',
    message: `${describeVerdict(entry)}: ${describeGroup(entry)}.`,
    ...(hint !== undefined && { hint }),
  };
}
