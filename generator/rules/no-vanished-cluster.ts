// A cluster's file stays as long as a tenant has anything on the cluster.
import type { FleetRule } from '../model/rule.ts';
import { list } from '../model/words.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ clusters, rendered, broken }) {
    if (clusters.size === 0 || broken.has('clusters')) return;
    const gone = rendered.filter(
      ({ cluster }) => !clusters.has(cluster) && !broken.has(`clusters/${cluster}.yaml`),
    );
    for (const [name, targets] of Map.groupBy(gone, ({ cluster }) => cluster)) {
      const shown = list(targets.slice(0, 3).map(({ tenant }) => tenant));
      const more = targets.length > 3 ? ` and ${targets.length - 3} more` : '';
      yield {
        file: `clusters/${name}.yaml`,
        line: 1,
        column: 1,
        message: `The file is gone, but ${shown}${more} still ${targets.length === 1 ? 'has' : 'have'} data on \`${name}\`.`,
        hint: `Restore it, bring each tenant there to \`purged\`, step by step, and delete it then. A cluster's name never changes.`,
      };
    }
  },
};
