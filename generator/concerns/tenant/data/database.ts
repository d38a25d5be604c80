// The tenant's MariaDB, as far as this cluster has to do with it: the writer at home and its replicas for reports, a replica
// in another region, copies of its backups. How an instance is made is the same for all, and written in compositions.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { keptByArgocd } from '../../../compose/application-set.ts';
import { claim } from '../../../compose/claim.ts';
import { addDatabaseGroups } from '../../../compose/database-groups.ts';
import { addDatabaseLogs } from '../../../compose/database-logs.ts';
import { managedResource } from '../../../compose/managed.ts';
import { tagsOf } from '../../../compose/tags.ts';
import { databaseArn } from '../../../model/arns.ts';
import { labels, tenantLabels } from '../../../model/labels.ts';
import {
  analyticsOf,
  databaseClaim,
  databaseCompositions,
  databaseGroupOf,
  databaseHostOf,
  databaseOf,
  dedicatedSubnetOf,
} from '../../../model/names.ts';
import { ports } from '../../../model/ports.ts';
import type { TenantTarget } from '../../../model/target.ts';

type Spec = Readonly<Record<string, unknown>>;

export function compose(chart: Chart, target: TenantTarget): void {
  const { isWriter, isReplica, holdsBackups } = target.database.part;
  // Everywhere: an instance that is restored here comes into its own network, groups and logs from the first moment.
  addDatabaseGroups(chart, target);
  addDatabaseLogs(chart, target);
  if (isWriter) {
    addWriter(chart, target);
    add(chart, administratorsRule(target));
  }
  if (isReplica) addClaim(chart, target, 'database', databaseCompositions.replica, replicaSpec(target));
  if (holdsBackups)
    addClaim(chart, target, 'database-backups', databaseCompositions.backups, backupsSpec(target));
  if (!isWriter && !isReplica) {
    addClaim(chart, target, 'database', databaseCompositions.place, placeSpec(target));
    add(chart, readerAtHome(target));
  }
}

/** Its name stays when a replica becomes the writer: so does what it is made of. */
function addWriter(chart: Chart, target: TenantTarget): void {
  const { database, tenant, platform } = target;
  const { adopted, otherZones } = database;
  const compositionOf = adopted === '' ? databaseCompositions.writer : databaseCompositions.adopted;
  addClaim(chart, target, 'database', compositionOf(otherZones.length), {
    ...(adopted !== '' && { resourceId: adopted }),
    ...instanceSpec(target, databaseOf(tenant.id)),
    ...networkSpec(target),
    engineVersion: database.engineVersion,
    storageGiB: database.storageGiB,
    backupDays: database.backupDays,
    backupWindow: database.windows.backup,
    multiAz: database.multiAz,
    host: databaseHostOf(tenant.id, 'db', platform.domains.private),
    readHost: databaseHostOf(tenant.id, 'db-ro', platform.domains.private),
    ...(otherZones.length > 0 && { otherZoneIds: otherZones }),
  });
  for (let number = 1; number <= database.analyticsReplicas; number += 1) {
    const name = `database-analytics-${number}`;
    addClaim(chart, target, name, databaseCompositions.analytics, analyticsSpec(target, number));
  }
}

function addClaim(chart: Chart, target: TenantTarget, name: string, composition: string, spec: Spec): void {
  const { tenant, cluster } = target;
  const common = { region: cluster.region, tenant: tenant.id, tags: tagsOf(target) };
  add(chart, claim(target, { definition: databaseClaim, name, composition, spec: { ...common, ...spec } }));
}

/** What every instance is told. */
function instanceSpec({ database, tenant, cluster }: TenantTarget, identifier: string): Spec {
  const group = databaseGroupOf(tenant.id, database.engineVersion);
  return {
    identifier,
    instanceClass: database.instanceClass,
    parameterGroup: group,
    optionGroup: group,
    maxStorageGiB: database.maxStorageGiB,
    ...database.provisioned,
    maintenanceWindow: database.windows.maintenance,
    insightsMode: database.insights.mode,
    insightsDays: database.insights.days,
    certificateAuthority: database.engine.certificateAuthority,
    zoneId: cluster.dns.privateZone,
    endpointSeconds: database.engine.endpointSeconds,
  };
}

/** Its own subnets, which are objects here, else those of the cluster. */
function networkSpec({ dedicatedSubnets, cluster }: TenantTarget): Spec {
  if (dedicatedSubnets.length > 0) {
    return { subnetIdRefs: dedicatedSubnets.map(({ zone }) => ({ name: dedicatedSubnetOf(zone) })) };
  }
  const shared = cluster.network.subnets.filter(({ role }) => role === 'data');
  return { subnetIds: shared.map(({ id }) => id).sort() };
}

/** Its subnets wait under the name that the instance would have. */
function placeSpec(target: TenantTarget): Spec {
  return { identifier: databaseOf(target.tenant.id), ...networkSpec(target) };
}

function replicaSpec(target: TenantTarget): Spec {
  const { database, tenant, platform } = target;
  return {
    ...instanceSpec(target, databaseOf(tenant.id)),
    ...networkSpec(target),
    source: writerArn(target),
    multiAz: database.multiAz,
    readHost: databaseHostOf(tenant.id, 'db-ro', platform.domains.private),
  };
}

/** Reports can wait for another instance, so it has no standby. */
function analyticsSpec(target: TenantTarget, number: number): Spec {
  const { tenant, platform } = target;
  return {
    ...instanceSpec(target, analyticsOf(tenant.id, number)),
    // Its name alone: RDS answers with that for a source in the same region, and with the ARN for any other.
    source: databaseOf(tenant.id),
    multiAz: false,
    readHost: databaseHostOf(tenant.id, 'db-analytics', platform.domains.private),
  };
}

/** For the region that they go to: on the cluster there, or at home for a region where the tenant has none. */
function backupsSpec(target: TenantTarget): Spec {
  const { database, cluster, copies } = target;
  return {
    region: database.part.isWriter ? copies.region : cluster.region,
    source: writerArn(target),
    backupDays: database.backupDays,
    key: database.part.isWriter ? 'copies' : 'tenant',
  };
}

function writerArn({ database, tenant }: TenantTarget): string {
  return databaseArn(database.home, databaseOf(tenant.id));
}

/** Who makes users and rights is let in at home, where they are made. A rule that nobody asks for goes. */
function administratorsRule(target: TenantTarget) {
  const { tenant, namespace, cluster } = target;
  return managedResource({
    service: 'ec2',
    kind: 'SecurityGroupIngressRule',
    metadata: {
      name: 'database-from-administrators',
      namespace,
      labels: tenantLabels(tenant.id),
      annotations: keptByArgocd,
    },
    mayDelete: true,
    forProvider: {
      region: cluster.region,
      description: 'From those who make users and rights.',
      ipProtocol: 'tcp',
      fromPort: ports.mariadb,
      toPort: ports.mariadb,
      securityGroupIdSelector: { matchLabels: { [labels.securityGroup]: 'database' } },
      referencedSecurityGroupId: cluster.databaseAdministrators,
      tags: tagsOf(target),
    },
  });
}

/** Without an instance here, what may be read is at home too. */
function readerAtHome({ database, tenant, namespace, cluster, platform }: TenantTarget) {
  const zone = platform.domains.private;
  return managedResource({
    service: 'route53',
    kind: 'Record',
    metadata: {
      name: 'database-reader',
      namespace,
      labels: tenantLabels(tenant.id),
      annotations: keptByArgocd,
    },
    mayDelete: false,
    forProvider: {
      zoneId: cluster.dns.privateZone,
      name: databaseHostOf(tenant.id, 'db-ro', zone),
      type: 'CNAME',
      ttl: database.engine.endpointSeconds,
      records: [databaseHostOf(tenant.id, 'db', zone)],
      allowOverwrite: true,
    },
  });
}
