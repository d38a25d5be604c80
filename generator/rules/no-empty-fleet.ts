// There are clusters, and where tenants were rendered there are tenants: an empty folder is a wrong branch or a slip,
// and rendering it would remove everything.
import type { FleetRule } from '../model/rule.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ clusters, tenants, rendered, broken }) {
    const isUnread = (folder: string) =>
      [...broken].some((file) => file === folder || file.startsWith(`${folder}/`));
    if (clusters.size === 0 && !isUnread('clusters')) {
      yield {
        file: 'clusters',
        line: 1,
        column: 1,
        message: 'There is no cluster.',
        hint: 'Restore `clusters/`, or add the first cluster.',
      };
    }
    if (tenants.size === 0 && rendered.length > 0 && !isUnread('tenants')) {
      yield {
        file: 'tenants',
        line: 1,
        column: 1,
        message: `There is no tenant, but \`rendered/\` holds ${new Set(rendered.map(({ tenant }) => tenant)).size}.`,
        hint: 'Restore `tenants/`. Tenants leave one by one, step by step.',
      };
    }
  },
};
