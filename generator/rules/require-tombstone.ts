// Whoever is purged leaves a tombstone, and a tombstone stays: without it the id could be given to somebody else, together with
// buckets, keys and logs that still bear it.

import type { Fleet } from '../model/fleet.ts';
import { lifecyclePathOn } from '../model/placement.ts';
import { stateAtHome } from '../model/retention.ts';
import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    for (const id of fleet.tombstones.filter((known) => isMissing(fleet, known))) {
      yield {
        file: fileOf(id),
        line: 1,
        column: 1,
        message: `The tombstone of \`${id}\` is gone.`,
        hint: 'Restore it: it keeps the id from being used again. A purge that was never merged is taken back with its commit.',
      };
    }
    for (const source of fleet.tenants.values()) {
      const { id, home } = source.value;
      if (stateAtHome(source.value) !== 'purged' || !isMissing(fleet, id)) continue;
      // One mistake, not two.
      if (fleet.tombstones.includes(id)) continue;
      yield {
        ...locate(source, lifecyclePathOn(source.value, home)),
        message: `\`${id}\` is purged without a tombstone.`,
        hint: `Write \`${fileOf(id)}\` with \`id\`, \`purgedOn\` and \`approvedBy\`; \`tenantry offboard\` does.`,
      };
    }
  },
};

function isMissing({ purged, broken }: Fleet, id: string): boolean {
  return !purged.has(id) && !broken.has(fileOf(id)) && !broken.has('platform/purged');
}

function fileOf(id: string): string {
  return `platform/purged/${id}.yaml`;
}
