// A tenant's id is short enough for every name that is made of it, on every cluster it is placed on. Names are never cut.

import type { Fleet } from '../model/fleet.ts';
import type { Cluster } from '../model/generated/inputs.ts';
import { type DerivedName, deriveNames } from '../model/names.ts';
import { placementOf } from '../model/placement.ts';
import type { TenantRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

interface Room {
  readonly longestId: number;
  readonly tightest: DerivedName;
}

export const rule: TenantRule = {
  over: 'tenant',
  *check(fleet) {
    const rooms = new Map<string, Room>();
    for (const [name, { value }] of fleet.clusters) rooms.set(name, roomOn(fleet, value));
    for (const source of fleet.tenants.values()) {
      const { id } = source.value;
      const tight = placementOf(source.value)
        .map((cluster) => ({ cluster, room: rooms.get(cluster) }))
        .sort((a, b) => (a.room?.longestId ?? Infinity) - (b.room?.longestId ?? Infinity))[0];
      if (tight?.room === undefined || id.length <= tight.room.longestId) continue;
      const { kind, name, limit } = tight.room.tightest;
      const text = name.replace(placeholder, id);
      yield {
        ...locate(source, ['id']),
        message: `On \`${tight.cluster}\` the ${kind} \`${text}\` would have ${text.length} characters; it may have ${limit}.`,
        hint: `Choose an id of at most ${tight.room.longestId} characters; names are never cut.`,
      };
    }
  },
};

/** Stands for an id: upper case, so it is part of no name. */
const placeholder = 'X';

/** All of the catalogue counts, so that switching a service on can never make an id too long. */
function roomOn(fleet: Fleet, cluster: Cluster): Room {
  const catalogue = Object.entries(fleet.services.value);
  const names = deriveNames(placeholder, {
    organisation: fleet.platform.value.organisation.id,
    region: cluster.region,
    backupRegion: cluster.backupRegion,
    cluster: cluster.name,
    services: catalogue.map(([name]) => name),
    queues: catalogue.flatMap(([, service]) => service.queue?.name ?? []),
  });
  const room = (name: DerivedName) => name.limit - name.name.length + placeholder.length;
  const tightest = names.reduce((least, name) => (room(name) < room(least) ? name : least));
  return { longestId: room(tightest), tightest };
}
