// What takes a tenant's backups and copies them: a plan, what it is for, and the role that does it. Refuses to know where the
// copies go and when: a claim says that.
import { databaseArn, vaultArn } from '../model/arns.ts';
import type { Template } from '../model/composition.ts';
import { labels } from '../model/labels.ts';
import { copyVaultOf, vaultOf } from '../model/names.ts';
import { backupRoleTemplates } from './backup-role.ts';
import { fromClaim, namedAfterClaim } from './composition.ts';
import { filled, managedTemplate } from './template.ts';

const database = databaseArn({ region: '<spec.region>', account: '<spec.account>' }, '<spec.database>');

/** Of one tenant in one account, in whatever region: its copies are in another. */
const everywhere = { region: '*', account: '<spec.account>' };
const vaults = [vaultOf('<spec.tenant>'), copyVaultOf('<spec.tenant>')].map((name) =>
  vaultArn(everywhere, name),
);
const snapshots = `arn:aws:rds:*:<spec.account>:snapshot:awsbackup:*`;

/**
 * Not AWS's own policy, which reaches everything in the account. A snapshot's name tells nobody whose it is, so its tag does:
 * RDS copies those of the instance (https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html,
 * `AWSBackupServiceRolePolicyForBackup`).
 */
const permissions = [
  {
    Sid: 'FindDatabase',
    Effect: 'Allow',
    Action: [
      'rds:DescribeDBInstances',
      'rds:DescribeDBSnapshots',
      'rds:ListTagsForResource',
      // The selection asks for a tag.
      'tag:GetResources',
    ],
    Resource: '*',
  },
  {
    Sid: 'TakeSnapshot',
    Effect: 'Allow',
    Action: ['rds:AddTagsToResource', 'rds:CreateDBSnapshot'],
    Resource: [database, snapshots],
  },
  {
    Sid: 'CopySnapshot',
    Effect: 'Allow',
    Action: ['rds:CopyDBSnapshot'],
    Resource: snapshots,
    // What is being made of it has no tag yet.
    Condition: { StringEqualsIfExists: { [`aws:ResourceTag/${labels.tenant}`]: '<spec.tenant>' } },
  },
  {
    Sid: 'ExpireSnapshot',
    Effect: 'Allow',
    Action: ['rds:DeleteDBSnapshot', 'rds:ModifyDBSnapshotAttribute'],
    Resource: snapshots,
    Condition: { StringEquals: { [`aws:ResourceTag/${labels.tenant}`]: '<spec.tenant>' } },
  },
  {
    Sid: 'KeepInVaults',
    Effect: 'Allow',
    Action: ['backup:CopyIntoBackupVault', 'backup:DescribeBackupVault', 'backup:TagResource'],
    Resource: [...vaults, `arn:aws:backup:*:<spec.account>:recovery-point:*`],
  },
  {
    // AWS Backup asks by itself, and through no service.
    Sid: 'FindKeys',
    Effect: 'Allow',
    Action: ['kms:DescribeKey'],
    Resource: 'arn:aws:kms:*:<spec.account>:key/*',
  },
  {
    Sid: 'UseKeys',
    Effect: 'Allow',
    Action: ['kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
    // The keys' own policies tell one tenant's role from another's.
    Resource: 'arn:aws:kms:*:<spec.account>:key/*',
    Condition: { StringLike: { 'kms:ViaService': ['backup.*.amazonaws.com', 'rds.*.amazonaws.com'] } },
  },
];

/**
 * Both hold nothing: they go from AWS with their objects, so that a cluster which is home no more takes no backups. Points in
 * time are RDS's own, in the database's claim: were they AWS Backup's as well, both would set one instance's retention and
 * window (https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html).
 */
const plan = managedTemplate({
  name: 'plan',
  service: 'backup',
  kind: 'Plan',
  mayDelete: true,
  region: 'spec.region',
  isTagged: true,
  forProvider: {},
  patches: [
    fromClaim('spec.plan', 'spec.forProvider.name'),
    fromClaim('spec.rules', 'spec.forProvider.rule'),
  ],
});

/**
 * By name, and only while it bears the tenant's tag: a wrong tag elsewhere brings nobody else's data into the vault. Both
 * must hold (https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html).
 */
const selection = managedTemplate({
  name: 'selection',
  service: 'backup',
  kind: 'Selection',
  mayDelete: true,
  region: 'spec.region',
  isTagged: false,
  forProvider: {
    condition: [{ stringEquals: [{ key: `aws:ResourceTag/${labels.tenant}` }] }],
  },
  patches: [
    fromClaim('spec.plan', 'spec.forProvider.name'),
    { ...namedAfterClaim('plan'), toFieldPath: 'spec.forProvider.planIdRef.name' },
    { ...namedAfterClaim('taker'), toFieldPath: 'spec.forProvider.iamRoleArnRef.name' },
    filled(database, 'spec.forProvider.resources[0]'),
    fromClaim('spec.tenant', 'spec.forProvider.condition[0].stringEquals[0].value'),
  ],
});

export const backupPlanTemplates: readonly Template[] = [
  ...backupRoleTemplates({
    name: 'taker',
    role: 'spec.takerRole',
    description: 'Takes and copies backups of <spec.database>.',
    permissions,
  }),
  plan,
  selection,
];
