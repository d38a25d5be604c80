// One alarm in a composition, and the topic that alarms call by. Knows no service of AWS that is watched.
import type { CopyPatch, Template } from '../model/composition.ts';
import { alarmOf } from '../model/names.ts';
import { fromClaim } from './composition.ts';
import { externalName, filled, managedTemplate } from './template.ts';

export interface AlarmPlan {
  /** Last part of its name. None ends in another one, so that no two tenants' alarms meet. */
  readonly name: string;
  readonly description: string;
  readonly namespace: string;
  readonly metricName: string;
  /** Dimension → field of the claim. Without the field there is nothing to watch, and no alarm. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Dimensions that are the same for everybody. */
  readonly constants?: Readonly<Record<string, string>>;
  readonly statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum';
  /** Seconds. */
  readonly period: 60 | 300 | 86_400;
  readonly periods: number;
  readonly when: 'GreaterThanThreshold' | 'LessThanThreshold';
  /** Field of the claim. */
  readonly threshold: string | number;
  /** What it is when AWS says nothing: `breaching` where silence is the fault itself. */
  readonly silence: 'breaching' | 'notBreaching';
  /** Where what is watched is, when the claim does not say. */
  readonly region?: string;
}

export function alarmTemplate(plan: AlarmPlan): Template {
  const { name, description, namespace, metricName, statistic, period, periods, when, region } = plan;
  return managedTemplate({
    name,
    service: 'cloudwatch',
    kind: 'MetricAlarm',
    // It keeps nothing, and one that nobody manages would call for what is no more.
    mayDelete: true,
    ...(region === undefined && { region: 'spec.region' }),
    isTagged: true,
    forProvider: {
      ...(region !== undefined && { region }),
      alarmDescription: description,
      namespace,
      metricName,
      ...(plan.constants && { dimensions: { ...plan.constants } }),
      statistic,
      period,
      evaluationPeriods: periods,
      comparisonOperator: when,
      ...(typeof plan.threshold === 'number' && { threshold: plan.threshold }),
      treatMissingData: plan.silence,
      // The only topic of the claim.
      alarmActionsSelector: { matchControllerRef: true },
      okActionsSelector: { matchControllerRef: true },
    },
    patches: [
      filled(alarmOf('<spec.tenant>', '<spec.cluster>', name), externalName),
      fromClaim('spec.actionsEnabled', 'spec.forProvider.actionsEnabled'),
      ...dimensionsOf(plan),
      ...(typeof plan.threshold === 'string'
        ? [fromClaim(plan.threshold, 'spec.forProvider.threshold')]
        : []),
    ],
  });
}

function dimensionsOf({ dimensions }: AlarmPlan): CopyPatch[] {
  return Object.entries(dimensions).map(([name, field]) =>
    fromClaim(field, `spec.forProvider.dimensions.${name}`),
  );
}

export interface TopicPlan {
  readonly name: string;
  readonly region?: string;
  /** Field of the claim: the key's alias. CloudWatch cannot use the key that SNS has by itself. */
  readonly key?: string;
}

/** A topic that CloudWatch alone says something in, and on-call alone hears. */
export function topicTemplates({ name, region, key }: TopicPlan): Template[] {
  const place = region === undefined ? { region: 'spec.region' } : {};
  const constant = region === undefined ? {} : { region };
  return [
    managedTemplate({
      name,
      service: 'sns',
      kind: 'Topic',
      mayDelete: true,
      ...place,
      isTagged: true,
      forProvider: { ...constant, signatureVersion: 2 },
      patches: [
        filled(alarmOf('<spec.tenant>', '<spec.cluster>', name), externalName),
        filled(policyOf(name, region ?? '<spec.region>'), 'spec.forProvider.policy'),
        ...(key === undefined ? [] : [fromClaim(key, 'spec.forProvider.kmsMasterKeyId')]),
      ],
    }),
    managedTemplate({
      name: `${name}-oncall`,
      service: 'sns',
      kind: 'TopicSubscription',
      mayDelete: true,
      ...place,
      isTagged: false,
      forProvider: {
        ...constant,
        protocol: 'https',
        endpointAutoConfirms: true,
        topicArnSelector: { matchControllerRef: true },
      },
      patches: [fromClaim('spec.alertEndpoint', 'spec.forProvider.endpoint')],
    }),
  ];
}

/**
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html: the alarms of this account,
 * and nobody else. Topics cannot be told each of their alarms, whose names are no list of fixed length.
 */
function policyOf(name: string, region: string): string {
  const topic = alarmOf('<spec.tenant>', '<spec.cluster>', name);
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'alarms',
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: `arn:aws:sns:${region}:<spec.account>:${topic}`,
        Condition: { StringEquals: { 'aws:SourceAccount': '<spec.account>' } },
      },
    ],
  });
}
