// Where the objects of a cluster's tenants are saved. Knows what clusters say, and no tool that saves.
import type { Fleet } from '../model/fleet.ts';
import type { Cluster } from '../model/generated/inputs.ts';
import { objectBucketOf } from '../model/names.ts';
import type { ObjectStorePlace } from '../model/target.ts';

/** In its own region, in the one for copies, and those copies of its peer that outlive the peer's region. */
export function objectStoresOf(fleet: Fleet, cluster: Cluster): ObjectStorePlace[] {
  const organisation = fleet.platform.value.organisation.id;
  const store = (name: ObjectStorePlace['name'], whose: Cluster, region: string): ObjectStorePlace => ({
    name,
    bucket: objectBucketOf(organisation, whose.name, region),
    region,
    cluster: whose.name,
  });
  const peer = fleet.clusters.get(cluster.peer ?? '')?.value;
  return [
    store('home', cluster, cluster.region),
    store('copies', cluster, cluster.backupRegion),
    ...(peer === undefined ? [] : [store('peer', peer, peer.backupRegion)]),
  ];
}
