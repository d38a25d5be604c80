// Who is left out of a group and why, in words: what a default does not reach because a tenant says otherwise.
import type { Exception } from '../../review/exceptions.ts';
import type { Entry } from '../../review/report.ts';
import { countOf } from '../terminal/count.ts';

const mostNamed = 8;

/** `2 tenants differ because they override quota.cpu: harborview (tenants/harborview.yaml:16:3), …`; a line per setting. */
export function describeExceptions({ exceptions }: Pick<Entry, 'exceptions'>): string[] {
  const bySetting = Map.groupBy(exceptions, ({ setting }) => setting);
  return [...bySetting].map(([setting, found]) => {
    const tenants = new Map(found.map((exception) => [exception.tenant, exception]));
    const isOne = tenants.size === 1;
    const named = [...tenants.values()].slice(0, mostNamed).map(showException);
    const more = tenants.size > mostNamed ? [`and ${tenants.size - mostNamed} more`] : [];
    const verb = isOne ? 'differs because it overrides' : 'differ because they override';
    return `${countOf(tenants.size, 'tenant')} ${verb} ${setting}: ${[...named, ...more].join(', ')}`;
  });
}

function showException({ tenant, place: { file, line, column } }: Exception): string {
  return `${tenant} (${file}:${line}:${column})`;
}
