// The report of a change for machines. Knows nothing of people.
import { kindId, type ObjectRef } from '../../changes/object.ts';
import { describeSubject, describeWhere } from '../../changes/words.ts';
import type { Entry, Report } from '../../review/report.ts';
import { headline } from './headline.ts';

/** Everything but the texts of the examples: who wants those asks for the page. */
export function jsonOf(report: Report): object {
  const { base, total, lanes, entries } = report;
  return { headline: headline(report), base, total, lanes, groups: entries.map(entryOf) };
}

function entryOf(entry: Entry): object {
  const { id, lane, kind, field, example, members, causes, exceptions, approvedBy, isRefused } = entry;
  return {
    id,
    lane,
    change: `${describeSubject(entry)} ${describeWhere(members)}`,
    kind,
    of: kindId(example.object),
    field,
    ...(kind === 'changed' && { before: example.before ?? null, after: example.after ?? null }),
    ...(example.note !== undefined && { note: example.note }),
    verdicts: example.verdicts.filter((verdict) => verdict.lane !== 'neutral'),
    causes: causes.map(({ place: { file, line, column }, setting }) => ({ file, line, column, setting })),
    exceptions,
    ...(approvedBy !== undefined && { approvedBy }),
    isRefused,
    members: members.map(memberOf),
  };
}

function memberOf({ cluster, tenant, namespace, name, file }: ObjectRef): object {
  return { cluster, tenant, namespace, name, file: `rendered/${file}` };
}
