// What stands around a database: its groups, its copies, its events. The database itself, its parameters and its proxy have
// files of their own.
import { changed, lowered, removed } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { number } from '../../measures.ts';
import { comes, setToFalse } from '../turns.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';
import { instance } from './rds-instance.ts';
import { parameterGroup } from './rds-parameters.ts';
import { proxyKinds } from './rds-proxy.ts';

const guide = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';
const subnets = `${guide}/USER_VPC.WorkingWithRDSInstanceinaVPC.html`;
const options = `${guide}/Appendix.MariaDB.Options.html`;
const copies = `${guide}/USER_ReplicateBackups.html`;
const events = `${guide}/USER_Events.html`;
const snapshots = `${guide}/USER_ShareSnapshot.html`;

const inUse = ['stuck', 'AWS does not delete it while a database uses it'] as const;

const subnetGroup = managed(
  'rds',
  'SubnetGroup',
  { nature: 'stateful', created: noHarm, deleted: inUse, source: subnets },
  [
    ...tagRows,
    ...tell(changed, 'downtime', subnets, {
      'subnetId{s,Refs,Selector}': 'a standby may have no subnet in its zone',
    }),
    ...fine('description'),
  ],
);

const optionGroup = managed(
  'rds',
  'OptionGroup',
  { nature: 'stateful', created: noHarm, deleted: inUse, source: options },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-rds-optiongroup.html`, {
      '{engineName,majorEngineVersion}': 'a group is for one version of one engine',
      optionGroupDescription: 'a group keeps its description',
    }),
    ...tell(removed, 'exposure', options, {
      'option[]': 'the option is taken off, and with the audit plugin its records stop',
    }),
    ...tell(changed, 'exposure', options, {
      'option[].optionSettings': 'the audit plugin records other statements or other users',
      'option[].{vpc,db}SecurityGroupMemberships': 'other rules decide who reaches the option',
    }),
    ...tell(changed, 'downtime', options, { 'option[].{version,port}': 'the option is installed anew' }),
    ...fine('skipDestroy', 'option'),
  ],
);

const backupsReplication = managed(
  'rds',
  'DBInstanceAutomatedBackupsReplication',
  {
    nature: 'stateful',
    created: ['cost', 'copies of backups in another region are paid for'],
    deleted: ['recoverability', 'no backup leaves the region any more'],
    source: copies,
  },
  [
    ...tell(changed, 'stuck', copies, {
      'kmsKeyId{,Ref,Selector}': 'copies keep the key that they were encrypted with',
      'sourceDbInstanceArn{,Ref,Selector}': 'a replication keeps its source',
      '{retentionPeriod,preSignedUrl}': 'it is chosen when the replication is started',
    }),
    ...tell(lowered(number, 7), 'recoverability', copies, {
      retentionPeriod: 'copies in the other region are kept for less time',
    }),
  ],
);

const eventSubscription = managed(
  'rds',
  'EventSubscription',
  {
    nature: 'workload',
    created: noHarm,
    deleted: ['downtime', 'nobody is told of failovers and full disks any more'],
    source: events,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-rds-eventsubscription.html`, {
      'snsTopic{,Ref,Selector}': 'a subscription keeps its topic',
    }),
    ...tell(setToFalse, 'downtime', events, { enabled: 'nobody is told of failovers and full disks' }),
    ...tell(removed, 'downtime', events, {
      '{eventCategories[],sourceIds[]}': 'nobody is told of such events any more',
    }),
    ...tell(changed, 'downtime', events, {
      '{sourceType,sourceIdsRefs,sourceIdsSelector}': 'events of others are told instead',
    }),
  ],
);

const made = ['cost', 'a snapshot is paid for until it is deleted'] as const;
const gone = ['data-loss', 'the snapshot is deleted'] as const;

const snapshot = managed(
  'rds',
  'Snapshot',
  { nature: 'stateful', created: made, deleted: gone, source: snapshots },
  [
    ...tagRows,
    ...tell(changed, 'stuck', snapshots, {
      'dbInstanceIdentifier{,Ref,Selector}': 'a snapshot is of one database',
    }),
    ...tell(comes, 'exposure', snapshots, { 'sharedAccounts[]': 'another account may read all of the data' }),
    ...fine('sharedAccounts'),
  ],
);

const snapshotCopy = managed(
  'rds',
  'DBSnapshotCopy',
  { nature: 'stateful', created: made, deleted: gone, source: snapshots },
  [
    ...tagRows,
    ...tell(changed, 'stuck', snapshots, {
      '{sourceDbSnapshotIdentifier,kmsKeyId}{,Ref,Selector}': 'a copy is made once',
      '{targetDbSnapshotIdentifier,destinationRegion,optionGroupName}': 'a copy is made once',
    }),
    ...tell(comes, 'exposure', snapshots, { 'sharedAccounts[]': 'another account may read all of the data' }),
    ...fine('sharedAccounts', 'copyTags'),
  ],
);

export const rds: readonly Knowledge[] = [
  instance,
  parameterGroup,
  subnetGroup,
  optionGroup,
  backupsReplication,
  eventSubscription,
  snapshot,
  snapshotCopy,
  ...proxyKinds,
];
