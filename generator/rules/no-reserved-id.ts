// No tenant's id or path on the shared host is a word that the platform keeps for itself.

import type { Finding, TenantRule } from '../model/rule.ts';
import type { Path, Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

/** What S3 keeps for itself among names that an organisation's id can begin (S3 user guide: "General purpose bucket naming rules"). */
const reservedBucketPrefix = 'sthree';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    const { reservedIds, organisation } = fleet.platform.value;
    const words = new Set(reservedIds);
    const prefixes = reservedIds.filter((entry) => entry.endsWith('*'));
    const find = (name: string) =>
      words.has(name) ? name : prefixes.find((entry) => name.startsWith(entry.slice(0, -1)));
    for (const source of fleet.tenants.values()) {
      const { id, routing } = source.value;
      yield* refuse(source, ['id'], id, find(id));
      if (routing?.prefix !== undefined && routing.prefix !== id) {
        yield* refuse(source, ['routing', 'prefix'], routing.prefix, find(routing.prefix));
      }
    }
    if (organisation.id === reservedBucketPrefix) {
      yield {
        ...locate(fleet.platform, ['organisation', 'id']),
        message: `Buckets are named after the organisation, and S3 refuses names that begin with \`${reservedBucketPrefix}-\`.`,
        hint: 'Choose another short name.',
      };
    }
  },
};

function* refuse(
  source: Source<unknown>,
  path: Path,
  name: string,
  entry: string | undefined,
): Iterable<Finding> {
  if (entry === undefined) return;
  const why = entry.endsWith('*') ? ` (\`${entry}\` in \`platform/platform.yaml\`)` : '';
  yield {
    ...locate(source, path),
    message: `\`${name}\` is reserved for the platform${why}.`,
    hint: entry.endsWith('*')
      ? `Choose one that does not begin with \`${entry.slice(0, -1)}\`.`
      : `Choose another one, for example \`${name}-insurance\` or the insurer's full name.`,
  };
}
