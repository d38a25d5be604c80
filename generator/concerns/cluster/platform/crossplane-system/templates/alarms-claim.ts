// Who is called when a tenant's databases, caches, queues or buckets are not well, as a kind of its own. A claim names what
// there is and from which number on it is not well; a list cannot be looped over, so each place in a list has its alarms, which
// exist when the place is taken. Refuses to know any tenant.
import type { Chart } from 'cdk8s';
import claimSchema from '../../../../../../schemas/kubernetes/tenantry.dev/alarmsclaim_v1alpha1.json' with {
  type: 'json',
};
import { add } from '../../../../../compose/add.ts';
import { type AlarmPlan, alarmTemplate, topicTemplates } from '../../../../../compose/alarm.ts';
import { composition, fromClaim } from '../../../../../compose/composition.ts';
import { definitionOf } from '../../../../../compose/definition.ts';
import { managedTemplate } from '../../../../../compose/template.ts';
import type { Template } from '../../../../../model/composition.ts';
import { alarmsClaim } from '../../../../../model/names.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  add(chart, definitionOf(alarmsClaim, claimSchema));
  add(chart, composition(target, { definition: alarmsClaim, templates }));
}

/** As many places as the definition lets a claim take. */
const { replicas, cacheNodes, queues } = claimSchema.properties.spec.properties;

/** Above the number for a quarter of an hour: a backup or a report is no fault. */
const lasting = { statistic: 'Average', period: 300, periods: 3, when: 'GreaterThanThreshold' } as const;
const low = { ...lasting, when: 'LessThanThreshold' } as const;
const idle = { silence: 'notBreaching' } as const;

type Watched = Omit<AlarmPlan, 'namespace' | 'dimensions'>;

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html */
const ofDatabase: readonly Watched[] = [
  {
    ...lasting,
    name: 'database-cpu',
    description: 'A database is busy, or does not run: RDS says this as long as it runs.',
    metricName: 'CPUUtilization',
    threshold: 'spec.cpuPercent',
    silence: 'breaching',
  },
  {
    ...low,
    ...idle,
    name: 'database-memory',
    description: 'A database has little memory left, and swaps next.',
    metricName: 'FreeableMemory',
    threshold: 'spec.freeMemoryBytes',
  },
  {
    ...low,
    ...idle,
    name: 'database-storage',
    description: 'A database is nearly full: see that it may still grow. A full one takes no writes.',
    metricName: 'FreeStorageSpace',
    statistic: 'Minimum',
    threshold: 'spec.freeStorageBytes',
  },
  {
    ...lasting,
    ...idle,
    name: 'database-connections',
    description: 'A database has many connections, and refuses the next ones soon.',
    metricName: 'DatabaseConnections',
    statistic: 'Maximum',
    threshold: 'spec.connections',
  },
  {
    ...lasting,
    ...idle,
    name: 'database-disk',
    description: 'Reads and writes wait for the disk of a database.',
    metricName: 'DiskQueueDepth',
    threshold: 'spec.diskQueue',
  },
];

/** RDS says this as long as a replica runs: less than nothing when it follows no more. */
const ofReplica: readonly Watched[] = [
  {
    ...lasting,
    name: 'database-lag',
    description: 'A replica is far behind: that much would be lost if its source were.',
    metricName: 'ReplicaLag',
    statistic: 'Maximum',
    threshold: 'spec.replicaLagSeconds',
    silence: 'breaching',
  },
  {
    ...low,
    ...idle,
    name: 'database-halted',
    description: 'A replica follows its source no more.',
    metricName: 'ReplicaLag',
    statistic: 'Minimum',
    threshold: 0,
  },
];

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.Redis.html */
const ofNode: readonly Watched[] = [
  {
    ...lasting,
    name: 'cache-cpu',
    description:
      'A cache is busy, or does not run. Its engine has one thread: the processor as a whole says little.',
    metricName: 'EngineCPUUtilization',
    threshold: 'spec.cacheCpuPercent',
    silence: 'breaching',
  },
  {
    ...lasting,
    ...idle,
    name: 'cache-memory',
    description: 'A cache is nearly full, and throws away next.',
    metricName: 'DatabaseMemoryUsagePercentage',
    statistic: 'Maximum',
    threshold: 'spec.cacheMemoryPercent',
  },
  {
    ...lasting,
    ...idle,
    name: 'cache-evictions',
    description: 'A cache throws away what it should hold.',
    metricName: 'Evictions',
    statistic: 'Sum',
    threshold: 'spec.cacheEvictions',
  },
  // Nodes that follow say this alone, and which do changes.
  {
    ...lasting,
    ...idle,
    name: 'cache-lag',
    description: 'A copy of the cache is behind: what it lacks would be lost if the node that writes were.',
    metricName: 'ReplicationLag',
    statistic: 'Maximum',
    threshold: 'spec.replicaLagSeconds',
  },
];

/** SQS says nothing of a queue that is idle (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/monitoring-using-cloudwatch.html). */
const ofQueue: readonly Watched[] = [
  {
    ...lasting,
    ...idle,
    name: 'queue-age',
    description: 'Messages wait: workers are too few, or fail.',
    metricName: 'ApproximateAgeOfOldestMessage',
    statistic: 'Maximum',
    threshold: 'spec.queueAgeSeconds',
  },
];

/** Requests to a bucket are counted when somebody asks for it (https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-configurations.html). */
const counted = managedTemplate({
  name: 'bucket-requests',
  service: 's3',
  kind: 'BucketMetric',
  mayDelete: true,
  region: 'spec.region',
  isTagged: false,
  forProvider: { name: 'all' },
  patches: [fromClaim('spec.bucket', 'spec.forProvider.bucket')],
});

const requests = { ...lasting, ...idle, threshold: 'spec.errorRate' } as const;
const bucketRequests = { BucketName: 'spec.bucket' };

const ofBucket: readonly Template[] = [
  counted,
  alarmTemplate({
    ...requests,
    name: 'bucket-refused',
    description: 'Requests for documents are refused: a policy, a key or a role.',
    namespace: 'AWS/S3',
    metricName: '4xxErrors',
    dimensions: bucketRequests,
    constants: { FilterId: 'all' },
  }),
  alarmTemplate({
    ...requests,
    name: 'bucket-failing',
    description: 'Requests for documents fail at AWS.',
    namespace: 'AWS/S3',
    metricName: '5xxErrors',
    dimensions: bucketRequests,
    constants: { FilterId: 'all' },
  }),
  alarmTemplate({
    ...lasting,
    ...idle,
    name: 'bucket-lag',
    description: 'Copies of documents are behind: that much would be lost with the region.',
    namespace: 'AWS/S3',
    metricName: 'ReplicationLatency',
    dimensions: {
      SourceBucket: 'spec.bucket',
      DestinationBucket: 'spec.copyBucket',
      RuleId: 'spec.copyRule',
    },
    statistic: 'Maximum',
    threshold: 'spec.replicationSeconds',
  }),
];

/** Jobs of the tenant's vault: of any kind of resource, so its name is the only dimension. */
const job = {
  statistic: 'Sum',
  period: 300,
  periods: 1,
  when: 'GreaterThanThreshold',
  threshold: 0,
  silence: 'notBreaching',
} as const;

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html */
const ofVault: readonly Watched[] = [
  {
    ...job,
    name: 'backup-failed',
    description: 'A backup of the database failed.',
    metricName: 'NumberOfBackupJobsFailed',
  },
  {
    ...job,
    name: 'backup-expired',
    description: 'A backup of the database did not begin, or did not end, in its time.',
    metricName: 'NumberOfBackupJobsExpired',
  },
  {
    ...job,
    name: 'backup-uncopied',
    description: 'A backup was not copied to the other region.',
    metricName: 'NumberOfCopyJobsFailed',
  },
  {
    ...job,
    name: 'backup-unrestored',
    description: 'A backup could not be restored, by the test or by somebody.',
    metricName: 'NumberOfRestoreJobsFailed',
  },
  // Two days: one backup begins and ends later than the one before it, so one day may have none.
  {
    ...job,
    name: 'backup-missing',
    description: 'No backup of the database ended for two days, and nothing said that one failed.',
    metricName: 'NumberOfBackupJobsCompleted',
    period: 86_400,
    periods: 2,
    when: 'LessThanThreshold',
    threshold: 1,
    silence: 'breaching',
  },
];

const templates: readonly Template[] = [
  ...topicTemplates({ name: 'data-alarms', key: 'spec.keyAlias' }),
  ...ofDatabase.map((plan) =>
    alarmTemplate({ ...plan, namespace: 'AWS/RDS', dimensions: { DBInstanceIdentifier: 'spec.database' } }),
  ),
  ...each('replicas', replicas.maxItems, 'AWS/RDS', 'DBInstanceIdentifier', ofReplica),
  ...each('cacheNodes', cacheNodes.maxItems, 'AWS/ElastiCache', 'CacheClusterId', ofNode),
  ...each('queues', queues.maxItems, 'AWS/SQS', 'QueueName', ofQueue),
  ...ofBucket,
  ...ofVault.map((plan) =>
    alarmTemplate({ ...plan, namespace: 'AWS/Backup', dimensions: { BackupVaultName: 'spec.vault' } }),
  ),
];

/** The alarms of every place in a list of the claim. */
function each(
  list: string,
  places: number,
  namespace: string,
  dimension: string,
  plans: readonly Watched[],
): Template[] {
  return Array.from({ length: places }, (_, index) =>
    plans.map((plan) =>
      alarmTemplate({
        ...plan,
        name: `${plan.name}-${index + 1}`,
        namespace,
        dimensions: { [dimension]: `spec.${list}[${index}]` },
      }),
    ),
  ).flat();
}
