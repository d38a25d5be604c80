// Claims of databases: what a change of a claim does to the instance of RDS that Crossplane makes of it. What the API server
// refuses is in the schema, `x-kubernetes-validations`; what RDS does with an instance, `cloud/rds-instance.ts` tells.
import { added, changed, either, lowered, raised, removed, replaced } from '../directions.ts';
import type { Knowledge } from '../knowledge.ts';
import { number } from '../measures.ts';
import { commonRows } from './common.ts';
import { composed } from './composed.ts';
import { verdict } from './rows.ts';
import { below } from './tell.ts';
import { raisedByLess, turnedOff, turnedOn, zeroed } from './turns.ts';
import { newer, newerMajor, older } from './versions.ts';

const guide = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide';
const settings = `${guide}/USER_ModifyInstance.Settings.html`;
const storage = `${guide}/USER_PIOPS.ModifyingExisting.html`;
const backups = `${guide}/USER_WorkingWithAutomatedBackups.html`;
const versions = `${guide}/USER_UpgradeDBInstance.MariaDB.html`;
const replicas = `${guide}/USER_ReadRepl.html`;
const subnets = `${guide}/USER_VPC.WorkingWithRDSInstanceinaVPC.html`;
const restored = `${guide}/USER_RestoreFromSnapshot.html`;
const names = 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html';
const selections = 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html';
const schema = 'schemas/kubernetes/tenantry.dev/databaseclaim_v1alpha1.json';

const { tell, fine } = below('spec');

const sizes = [
  ...tell(changed, 'downtime', settings, { instanceClass: 'the database restarts on another machine' }),
  ...tell(changed, 'cost', settings, {
    instanceClass: 'another machine has another price',
    insightsMode: 'it is paid for otherwise',
  }),
  ...tell(lowered(number), 'rejected', schema, { storageGiB: 'storage grows and never shrinks' }),
  ...tell(raisedByLess(number, 10), 'stuck', storage, {
    storageGiB: 'a volume grows by a tenth at least, so that the size written is never reached',
  }),
  ...tell(raised(number), 'cost', storage, {
    '{storageGiB,iops,throughput}': 'more of the disk is paid for',
    insightsDays: 'longer records are paid for',
  }),
  ...tell(lowered(number), 'downtime', storage, {
    '{iops,throughput}': 'the disk is slower',
    maxStorageGiB: 'the volume stops growing earlier, and a full one stops the database',
  }),
  ...fine('{iops,throughput,maxStorageGiB,insightsDays}'),
];

const keeping = [
  ...tell(zeroed, 'data-loss', backups, {
    backupDays: 'automated backups are turned off, and those there are deleted',
  }),
  ...tell(either(lowered(number), removed), 'recoverability', backups, {
    backupDays: 'automated backups are kept for less time',
  }),
  ...tell(raised(number), 'cost', backups, { backupDays: 'more backups are stored' }),
  ...tell(turnedOff, 'recoverability', settings, { multiAz: 'no standby takes over when a zone fails' }),
  ...tell(turnedOff, 'downtime', settings, {
    multiAz: 'maintenance stops the database instead of a standby',
  }),
  ...tell(turnedOn, 'cost', settings, { multiAz: 'a standby is paid for' }),
  ...tell(either(removed, replaced), 'recoverability', selections, {
    'tags["tenantry.dev/tenant"]':
      'the backup plan selects by this tag, and does not find the database any more',
  }),
  ...fine('tags'),
];

const engine = [
  ...tell(older, 'rejected', schema, { engineVersion: 'a database does not go back to an older version' }),
  ...tell(newer, 'downtime', versions, { engineVersion: 'the database restarts to be upgraded' }),
  ...tell(newerMajor(2), 'recoverability', versions, {
    engineVersion: 'a major version is never taken back, except by restoring a snapshot',
  }),
  ...tell(changed, 'downtime', settings, {
    '{backupWindow,maintenanceWindow}': 'slow minutes or restarts fall on another time',
    parameterGroup: 'other parameters hold, some of them after a restart',
    certificateAuthority: 'clients that do not know the other authority refuse the connection',
  }),
  ...tell(changed, 'exposure', settings, {
    optionGroup: 'options of another group hold, and the audit plugin may not be one of them',
  }),
];

const places = [
  ...tell(replaced, 'rejected', schema, {
    '{identifier,host,source,key}': 'a database keeps its name, and a copy its source and its key',
  }),
  ...tell(changed, 'rejected', schema, { '{region,tenant}': 'a database stays where it is and whose it is' }),
  ...tell(removed, 'rejected', schema, { identifier: 'an instance keeps its name' }),
  ...tell(added, 'stuck', replicas, { source: 'an instance that is there does not become a replica' }),
  ...tell(removed, 'recoverability', replicas, {
    source: 'the replica becomes a database of its own, and is never a replica again',
    key: 'copies of the backups have no key to be encrypted with',
  }),
  ...tell(added, 'recoverability', restored, {
    resourceId:
      'what was restored from a backup becomes the database, and what came after the backup is not in it',
  }),
  ...tell(either(replaced, removed), 'data-loss', restored, {
    resourceId: 'another instance becomes the database, or a new, empty one',
  }),
  ...tell(changed, 'downtime', subnets, {
    'subnetId{s,Refs}': 'a standby may have no subnet in its zone',
  }),
  ...tell(changed, 'downtime', names, {
    '{readHost,zoneId}': 'clients that ask for the old name, or in the old zone, are told nothing new',
  }),
  ...tell(removed, 'downtime', names, {
    host: 'the name of the writer is kept up by nothing',
    'otherZoneIds[]': 'pods of that cluster are told nothing new of where the writer is',
  }),
  ...tell(raised(number), 'downtime', names, { endpointSeconds: 'clients follow a failover later' }),
  ...fine('{host,otherZoneIds,endpointSeconds,key,source}'),
];

const database: Knowledge = {
  group: 'tenantry.dev',
  kind: 'DatabaseClaim',
  nature: 'stateful',
  created: verdict('cost', 'another database, or its copies, are paid for', settings),
  deleted: verdict('data-loss', 'nothing looks after the database any more, nor after its backups', backups),
  rows: [...commonRows, ...sizes, ...keeping, ...engine, ...places],
};

export const databaseClaims: readonly Knowledge[] = [composed(database)];
