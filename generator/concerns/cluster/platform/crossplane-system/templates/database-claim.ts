// A tenant's database as a kind of its own, and what a claim can be for: the writer at home, a replica in another region, one
// for reports, a place for one that may come, or copies of backups. Refuses to know any tenant.
import type { Chart } from 'cdk8s';
import claimSchema from '../../../../../../schemas/kubernetes/tenantry.dev/databaseclaim_v1alpha1.json' with {
  type: 'json',
};
import { add } from '../../../../../compose/add.ts';
import { composition } from '../../../../../compose/composition.ts';
import {
  adopted,
  adopting,
  analytics,
  backups,
  connected,
  nameOf,
  replica,
  sharedNameOf,
  subnets,
  writer,
} from '../../../../../compose/database.ts';
import { definitionOf } from '../../../../../compose/definition.ts';
import { guardOf, managedTemplate } from '../../../../../compose/template.ts';
import type { Template } from '../../../../../model/composition.ts';
import { databaseClaim, databaseCompositions } from '../../../../../model/names.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

const guarded = 'The database would be out of reach of its claim, and a new object would not find it.';

export function compose(chart: Chart, target: ClusterTarget): void {
  add(chart, definitionOf(databaseClaim, claimSchema));
  // Two at least: a tenant of one cluster has another while it moves.
  const most = Math.max(2, ...Object.values(target.tiers).map(({ maxClusters }) => maxClusters));
  // A composition has no loops: one for every number of clusters that have to know the writer's name.
  for (let others = 0; others < most; others += 1) {
    const around = [
      managedTemplate(nameOf('reader', 'spec.readHost', 'spec.zoneId')),
      managedTemplate(nameOf('writer', 'spec.host', 'spec.zoneId')),
      ...Array.from({ length: others }, (_, index) =>
        managedTemplate(nameOf(`writer-${index + 1}`, 'spec.host', `spec.otherZoneIds[${index}]`)),
      ),
      guardOf(writer, guarded),
    ];
    make(databaseCompositions.writer(others), [
      managedTemplate(subnets),
      connected(managedTemplate(writer)),
      ...around,
    ]);
    make(databaseCompositions.adopted(others), [
      managedTemplate(subnets),
      adopting(connected(managedTemplate(adopted))),
      ...around,
    ]);
  }
  make(databaseCompositions.place, [managedTemplate(subnets)]);
  make(databaseCompositions.replica, [
    managedTemplate(subnets),
    managedTemplate(replica),
    managedTemplate(nameOf('reader', 'spec.readHost', 'spec.zoneId')),
    guardOf(replica, guarded),
  ]);
  make(databaseCompositions.analytics, [
    managedTemplate(analytics),
    managedTemplate(sharedNameOf('reader', 'spec.readHost', 'spec.zoneId')),
  ]);
  make(databaseCompositions.backups, [managedTemplate(backups)]);

  function make(name: string, templates: readonly Template[]): void {
    add(chart, composition(target, { definition: databaseClaim, name, templates }));
  }
}
