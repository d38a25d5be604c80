// Every cluster that an input names has a file in `clusters/`.

import type { Fleet } from '../model/fleet.ts';
import { clustersIn } from '../model/mentions.ts';
import type { Finding, TenantRule } from '../model/rule.ts';
import type { Path, Source } from '../model/source.ts';
import { list, suggest } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    // Without any cluster there is one mistake, not one per tenant: `no-empty-fleet` says it.
    if (fleet.clusters.size === 0) return;
    for (const source of [...fleet.tenants.values(), ...fleet.misshapen]) {
      for (const { name, path, at } of clustersIn(source.value)) yield* find(fleet, source, name, path, at);
    }
    for (const source of fleet.clusters.values()) {
      const { peer } = source.value;
      if (peer !== undefined) yield* find(fleet, source, peer, ['peer'], 'value');
    }
  },
};

function* find(
  fleet: Fleet,
  source: Source<unknown>,
  name: string,
  path: Path,
  at: 'key' | 'value',
): Iterable<Finding> {
  if (fleet.clusters.has(name) || fleet.broken.has(`clusters/${name}.yaml`) || fleet.broken.has('clusters'))
    return;
  // One that tenants still stand on has lost its file: `no-vanished-cluster` says it, and moving them is no repair.
  if (fleet.rendered.some(({ cluster }) => cluster === name)) return;
  const known = [...fleet.clusters.keys()];
  yield {
    ...locate(source, path, at),
    message: `There is no cluster \`${name}\`.`,
    hint: suggest(name, known, `Known clusters: ${list(known)}.`),
  };
}
