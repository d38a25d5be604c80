// The database itself. Where AWS's own oracles disagree on what can be changed in place, what either says counts.
import { changed, either, from, lowered, raised, removed, replaced, to } from '../../directions.ts';
import { number } from '../../measures.ts';
import { given } from '../depths.ts';
import { comesAs, raisedByLess, turnedOff, turnedOn, zeroed } from '../turns.ts';
import { newer, newerMajor, older } from '../versions.ts';
import { fine, managed, tagRows, tell } from './managed.ts';

const modify = 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html';
const cloudformation =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html';
const settings = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.DBInstance.Modifying.html';
const storage = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.ModifyingExisting.html';
const backups =
  'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html';
const replicas = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html';
const versions = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.MariaDB.html';
const provider =
  'https://github.com/crossplane-contrib/provider-upjet-aws/blob/v2.6.0/config/namespaced/rds/config.go';

export const instance = managed(
  'rds',
  'Instance',
  {
    nature: 'stateful',
    created: ['cost', 'another database is paid for'],
    deleted: ['data-loss', 'the database goes, or is left where nothing manages it'],
    source: 'https://docs.crossplane.io/latest/managed-resources/managed-resources/#managementpolicies',
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', cloudformation, {
      '{identifier,identifierPrefix}': 'a database keeps the name it was created with',
      engine: 'a database keeps its engine',
      '{dbName,username}': 'the first database and its owner are made at creation alone',
      '{characterSetName,ncharCharacterSetName,timezone}': 'it is chosen when the database is created',
      storageEncrypted: 'storage is encrypted from the start or never',
      'kmsKeyId{,Ref,Selector}': 'stored data keeps the key it was encrypted with',
      'performanceInsightsKmsKeyId{,Ref,Selector}': 'recorded insights keep their key',
      'dbSubnetGroupName{,Ref,Selector}': 'a database is not moved to other subnets in place',
      port: 'the port is not changed in place',
      '{availabilityZone,backupTarget,customIamInstanceProfile}': 'it is chosen when the database is created',
      '{snapshotIdentifier,restoreToPointInTime,s3Import}': 'what a database is filled from is read once',
    }),
    ...tell(given, 'stuck', replicas, {
      'replicateSourceDb{,Ref,Selector}': 'a database does not begin to follow another',
    }),
    ...tell(removed, 'recoverability', replicas, {
      'replicateSourceDb{,Ref,Selector}': 'the replica becomes a database of its own and follows nothing',
    }),
    ...tell(changed, 'downtime', settings, {
      'dbSubnetGroupName{,Ref,Selector}': 'moving to other subnets stops the database',
      port: 'the database restarts at once',
      instanceClass: 'the database restarts on another machine, or fails over',
      '{maintenanceWindow,backupWindow}': 'restarts or pauses fall on another time of the week',
      storageType: 'the disk is slower for days, and nightly backups pause',
      caCertIdentifier: 'clients that do not trust the other authority are refused',
      'parameterGroupName{,Ref,Selector}':
        'static parameters change only once somebody restarts the database',
      '{networkType,upgradeStorageConfig,dedicatedLogVolume}':
        'the database restarts, or its disk is rebuilt',
      '{manageMasterUserPassword,autoGeneratePassword}': 'the password of the master user changes',
      '{passwordSecretRef,passwordWoSecretRef,passwordWoVersion}': 'the password of the master user changes',
    }),
    ...tell(changed, 'cost', settings, {
      instanceClass: 'another machine has another price',
      storageType: 'another kind of storage has another price',
      '{dedicatedLogVolume,databaseInsightsMode,engineLifecycleSupport}': 'it is paid for',
    }),
    ...storageRows(),
    ...versionRows(),
    ...backupRows(),
    ...accessRows(),
    ...fine(
      '{allowMajorVersionUpgrade,autoMinorVersionUpgrade,copyTagsToSnapshot}',
      '{performanceInsightsEnabled,monitoringInterval}',
      'monitoringRoleArn{,Ref,Selector}',
    ),
  ],
);

function storageRows() {
  return [
    ...tell(lowered(number), 'stuck', storage, { allocatedStorage: 'a volume cannot shrink' }),
    ...tell(raisedByLess(number, 10), 'stuck', storage, {
      allocatedStorage: 'a volume grows by a tenth at least, so that the size written is never reached',
    }),
    ...tell(raised(number), 'cost', storage, {
      '{allocatedStorage,iops,storageThroughput}': 'more of the disk is paid for',
      performanceInsightsRetentionPeriod: 'longer records are paid for',
    }),
    ...tell(lowered(number), 'downtime', storage, { '{iops,storageThroughput}': 'the disk is slower' }),
    ...tell(lowered(number, 0), 'downtime', storage, {
      maxAllocatedStorage: 'the volume stops growing earlier, and a full one stops the database',
    }),
  ];
}

function versionRows() {
  return [
    ...tell(older, 'stuck', provider, {
      engineVersion: 'the provider ignores a version older than the live one',
    }),
    ...tell(newer, 'downtime', versions, { engineVersion: 'the database restarts to be upgraded' }),
    ...tell(newerMajor(2), 'recoverability', versions, {
      engineVersion: 'a major version is never taken back, except by restoring a snapshot',
    }),
    ...tell(turnedOn, 'downtime', modify, {
      applyImmediately: 'what waits for the maintenance window happens at once',
    }),
    ...tell(turnedOn, 'unknown', provider, {
      'blueGreenUpdate.enabled': 'whether the object follows to the second database is not known',
    }),
  ];
}

function backupRows() {
  return [
    ...tell(zeroed, 'data-loss', backups, {
      backupRetentionPeriod: 'automated backups are turned off, and those there are deleted',
    }),
    ...tell(either(lowered(number), removed), 'recoverability', backups, {
      backupRetentionPeriod: 'automated backups are kept for less time',
    }),
    ...tell(from(0), 'downtime', backups, { backupRetentionPeriod: 'turning backups on pauses the disk' }),
    ...tell(to(false, undefined), 'recoverability', modify, {
      deletionProtection: 'nothing at AWS keeps the database from being deleted',
    }),
    ...tell(turnedOn, 'recoverability', modify, { skipFinalSnapshot: 'deleting it leaves no last snapshot' }),
    ...tell(to(true, undefined), 'recoverability', backups, {
      deleteAutomatedBackups: 'automated backups are deleted with the database',
    }),
    ...tell(removed, 'recoverability', modify, {
      finalSnapshotIdentifier: 'the last snapshot has no name to be taken under',
    }),
    ...tell(turnedOff, 'recoverability', modify, { multiAz: 'no standby takes over when a zone fails' }),
    ...tell(turnedOff, 'downtime', modify, {
      multiAz: 'maintenance stops the database instead of a standby',
    }),
    ...tell(turnedOn, 'cost', modify, { multiAz: 'a standby is paid for' }),
    ...tell(
      either(removed, replaced),
      'recoverability',
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
      {
        'tags.*': 'a backup plan that selects by this tag may not find the database any more',
      },
    ),
  ];
}

function accessRows() {
  return [
    ...tell(comesAs(false), 'exposure', cloudformation, { storageEncrypted: 'the disk is not encrypted' }),
    ...tell(to(true), 'exposure', modify, { publiclyAccessible: 'its name resolves to a public address' }),
    ...tell(turnedOff, 'downtime', modify, { publiclyAccessible: 'who came over the internet is refused' }),
    ...tell(changed, 'exposure', modify, {
      'vpcSecurityGroupId{s,Refs,Selector}': 'other rules decide who reaches the database',
      optionGroupName: 'options of another group hold, and the audit plugin may not be one of them',
      'masterUserSecretKmsKeyId{,Ref,Selector}': 'who may use the other key reads the master password',
    }),
    ...tell(from('audit'), 'exposure', modify, {
      'enabledCloudwatchLogsExports[]': 'what was done in the database is recorded no more',
    }),
    ...tell(turnedOff, 'downtime', modify, {
      iamDatabaseAuthenticationEnabled: 'clients that sign in with a token of IAM are refused',
    }),
  ];
}
