// Alarms, and the logs that AWS keeps.
import { changed, either, lowered, raised, removed, replaced } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { type Measure, number } from '../../measures.ts';
import { setToFalse, turnedOff } from '../turns.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest';
const alarms = `${guide}/monitoring/AlarmThatSendsEmail.html`;
const composites = `${guide}/monitoring/alarm-combining.html`;
const retention = `${guide}/logs/Working-with-log-groups-and-streams.html`;
const encryption = `${guide}/logs/encrypt-log-data-kms.html`;
const classes = `${guide}/logs/CloudWatch_Logs_Log_Classes.html`;

const silent = ['downtime', 'nobody is told any more'] as const;

/** Whom an alarm tells. */
const actions = [
  ...tell(setToFalse, 'downtime', alarms, { actionsEnabled: 'nobody is told any more' }),
  ...tell(removed, 'downtime', alarms, { 'alarmActions[]': 'somebody is told no more' }),
  ...tell(changed, 'downtime', alarms, { 'alarmActions{Refs,Selector}': 'others are told, or nobody' }),
  ...fine('alarmActions', 'okActions{,Refs,Selector}', '{insufficientDataActions,alarmDescription}'),
];

const when = 'the alarm goes off at other times, or never';

const metricAlarm = managed(
  'cloudwatch',
  'MetricAlarm',
  { nature: 'workload', created: noHarm, deleted: silent, source: alarms },
  [
    ...tagRows,
    ...actions,
    ...tell(changed, 'downtime', alarms, {
      '{comparisonOperator,threshold,thresholdMetricId,treatMissingData}': when,
      '{evaluationPeriods,datapointsToAlarm,period,evaluationInterval}': when,
      '{metricName,namespace,dimensions,statistic,extendedStatistic,unit}': when,
      '{metricQuery,evaluationCriteria,evaluateLowSampleCountPercentiles}': when,
    }),
  ],
);

const compositeAlarm = managed(
  'cloudwatch',
  'CompositeAlarm',
  { nature: 'workload', created: noHarm, deleted: silent, source: composites },
  [
    ...tagRows,
    ...actions,
    ...tell(changed, 'downtime', composites, { '{alarmRule,actionsSuppressor}': when }),
  ],
);

/** 0 keeps for ever, as nothing does. */
const days: Measure = (value) => number(value) || Number.POSITIVE_INFINITY;

const logGroup = managed(
  'cloudwatchlogs',
  'Group',
  {
    nature: 'stateful',
    created: noHarm,
    deleted: ['data-loss', 'the logs go with the group, or are left where nothing manages them'],
    source: retention,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', classes, { logGroupClass: 'a group keeps its class' }),
    ...tell(lowered(days), 'data-loss', retention, { retentionInDays: 'older logs are deleted' }),
    ...tell(raised(days), 'cost', retention, { retentionInDays: 'logs are stored for longer' }),
    ...tell(either(removed, replaced), 'exposure', encryption, {
      'kmsKeyId{,Ref.name}': 'new logs are open to whoever may read the group',
    }),
    ...tell(changed, 'exposure', encryption, {
      kmsKeyIdSelector: 'new logs are open to those of another key',
    }),
    ...tell(setToFalse, 'recoverability', retention, {
      deletionProtectionEnabled: 'nothing at AWS keeps the group from being deleted',
    }),
    ...tell(turnedOff, 'recoverability', retention, { skipDestroy: 'the logs go when the object does' }),
    ...fine('kmsKeyIdRef'),
  ],
);

export const cloudwatch: readonly Knowledge[] = [metricAlarm, compositeAlarm, logGroup];
