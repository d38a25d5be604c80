// A tenant's key as a kind of its own: what its data is encrypted with in one region, and who may use it. Refuses to know
// any tenant: a claim says whose it is.
import type { Chart } from 'cdk8s';
import claimSchema from '../../../../../../schemas/kubernetes/tenantry.dev/keyclaim_v1alpha1.json' with {
  type: 'json',
};
import { type PolicyStatement, renderAccessPolicy } from '../../../../../compose/access-policy.ts';
import { add } from '../../../../../compose/add.ts';
import { composition, fromClaim } from '../../../../../compose/composition.ts';
import { definitionOf } from '../../../../../compose/definition.ts';
import { principalTag } from '../../../../../compose/tags.ts';
import {
  externalName,
  filled,
  guardOf,
  managedTemplate,
  type TemplatePlan,
} from '../../../../../compose/template.ts';
import { labels } from '../../../../../model/labels.ts';
import { analyticsOf, databaseOf, keyClaim, namespaceOf } from '../../../../../model/names.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  const key = keyPlan(target);
  add(chart, definitionOf(keyClaim, claimSchema));
  add(
    chart,
    composition(target, {
      definition: keyClaim,
      templates: [
        managedTemplate(key),
        managedTemplate(alias),
        guardOf(
          key,
          'Another key would be made, and what this one encrypted would be out of reach of the alias.',
        ),
      ],
    }),
  );
}

/** Other claims of the tenant choose it by its label. */
function keyPlan({ platform: { encryption } }: ClusterTarget): TemplatePlan {
  return {
    name: 'key',
    service: 'kms',
    kind: 'Key',
    mayDelete: false,
    region: 'spec.region',
    isTagged: true,
    forProvider: {
      enableKeyRotation: true,
      rotationPeriodInDays: encryption.rotationDays,
      deletionWindowInDays: encryption.deletionDays,
    },
    patches: [
      fromClaim('spec.use', `metadata.labels[${labels.key}]`),
      filled('Data of the tenant <spec.tenant> (<spec.use>).', 'spec.forProvider.description'),
      filled(renderAccessPolicy(policy), 'spec.forProvider.policy'),
    ],
  };
}

const alias: TemplatePlan = {
  name: 'alias',
  service: 'kms',
  kind: 'Alias',
  mayDelete: false,
  region: 'spec.region',
  isTagged: false,
  forProvider: { targetKeyIdSelector: { matchControllerRef: true, matchLabels: {} } },
  patches: [
    fromClaim('spec.alias', externalName),
    fromClaim('spec.use', `spec.forProvider.targetKeyIdSelector.matchLabels[${labels.key}]`),
  ],
};

/** IAM decides further: this is as much as any policy there can give. */
const account = { AWS: 'arn:aws:iam::<spec.account>:root' } as const;
const own = `aws:PrincipalTag/${principalTag}`;
const use = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];

/** Services of AWS that keep a tenant's data, and use its key for whoever asks them. */
const services = ['backup', 'elasticache', 'rds', 's3', 'secretsmanager', 'sns', 'sqs'].map(
  (service) => `${service}.<spec.region>.amazonaws.com`,
);

/**
 * Neither deletion nor disabling is in it, so nobody may do either: whoever means to changes this policy first, in git.
 * A role that is tagged as another tenant's gets nothing through any service, whatever its own policies say; a role of the
 * platform has no such tag (https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html and
 * `conditions-kms.html`).
 */
const policy: readonly PolicyStatement[] = [
  {
    Sid: 'AccountAdministers',
    Effect: 'Allow',
    Principal: account,
    Action: [
      'kms:CancelKeyDeletion',
      'kms:CreateAlias',
      'kms:Describe*',
      'kms:EnableKey*',
      'kms:Get*',
      'kms:List*',
      'kms:PutKeyPolicy',
      'kms:RevokeGrant',
      'kms:RotateKeyOnDemand',
      'kms:TagResource',
      'kms:UntagResource',
      'kms:Update*',
    ],
    Resource: '*',
  },
  {
    Sid: 'OwnRolesUse',
    Effect: 'Allow',
    Principal: account,
    Action: use,
    Resource: '*',
    Condition: { StringEquals: { [own]: '<spec.tenant>' } },
  },
  {
    Sid: 'ServicesUse',
    Effect: 'Allow',
    Principal: account,
    Action: use,
    Resource: '*',
    Condition: {
      StringEquals: { 'kms:CallerAccount': '<spec.account>', 'kms:ViaService': services },
      StringEqualsIfExists: { [own]: '<spec.tenant>' },
    },
  },
  {
    Sid: 'ServicesKeepUsing',
    Effect: 'Allow',
    Principal: account,
    Action: 'kms:CreateGrant',
    Resource: '*',
    Condition: {
      Bool: { 'kms:GrantIsForAWSResource': 'true' },
      StringEquals: { 'kms:CallerAccount': '<spec.account>', 'kms:ViaService': services },
      StringEqualsIfExists: { [own]: '<spec.tenant>' },
    },
  },
  // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
  {
    Sid: 'AlarmsReachTheirTopic',
    Effect: 'Allow',
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
    Condition: {
      ArnLike: {
        'aws:SourceArn': `arn:aws:cloudwatch:<spec.region>:<spec.account>:alarm:${namespaceOf('<spec.tenant>')}-*`,
      },
      StringEquals: { 'aws:SourceAccount': '<spec.account>' },
    },
  },
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
  {
    Sid: 'LogsOfItsDatabases',
    Effect: 'Allow',
    Principal: { Service: 'logs.<spec.region>.amazonaws.com' },
    Action: use,
    Resource: '*',
    Condition: {
      ArnLike: {
        // One character for the number of a replica, or another tenant's id would fit.
        'kms:EncryptionContext:aws:logs:arn': [
          databaseOf('<spec.tenant>'),
          analyticsOf('<spec.tenant>', 1).replace('1', '?'),
        ].map(
          (instance) => `arn:aws:logs:<spec.region>:<spec.account>:log-group:/aws/rds/instance/${instance}/*`,
        ),
      },
    },
  },
];
