// What shows that a tenant's backups can be restored: AWS Backup restores one and takes it away again. The provider has no
// kind for it, so Cloud Control makes it (the two types are in hashicorp/terraform-provider-awscc, which is made of those
// that Cloud Control has).
import { databaseArn, roleArn, vaultArn } from '../model/arns.ts';
import type { Template } from '../model/composition.ts';
import type { Recovery } from '../model/generated/inputs.ts';
import { backupRoleTemplates } from './backup-role.ts';
import { filled, managedTemplate } from './template.ts';

const place = { region: '<spec.region>', account: '<spec.account>' };
/** What AWS Backup calls every database that it restores for a test. */
const restored = databaseArn(place, 'awsbackup-restore-test-*');

/** It can delete a restored database and no other: the taker of backups can delete none. */
const permissions = [
  {
    Sid: 'FindDatabase',
    Effect: 'Allow',
    Action: [
      'rds:DescribeDBInstances',
      'rds:DescribeDBSnapshots',
      'rds:DescribeDBSubnetGroups',
      'rds:ListTagsForResource',
    ],
    Resource: '*',
  },
  {
    Sid: 'RestoreForTest',
    Effect: 'Allow',
    Action: ['rds:AddTagsToResource', 'rds:CreateDBInstance', 'rds:RestoreDBInstanceFromDBSnapshot'],
    Resource: [
      restored,
      'arn:aws:rds:<spec.region>:<spec.account>:og:*',
      'arn:aws:rds:<spec.region>:<spec.account>:pg:*',
      'arn:aws:rds:<spec.region>:<spec.account>:snapshot:awsbackup:*',
      'arn:aws:rds:<spec.region>:<spec.account>:subgrp:<spec.test.subnetGroup>',
    ],
  },
  {
    Sid: 'TakeAway',
    Effect: 'Allow',
    Action: ['rds:DeleteDBInstance', 'rds:ModifyDBInstance'],
    Resource: restored,
  },
  {
    Sid: 'FindKey',
    Effect: 'Allow',
    Action: ['kms:DescribeKey'],
    Resource: 'arn:aws:kms:<spec.region>:<spec.account>:key/*',
  },
  {
    Sid: 'UseKey',
    Effect: 'Allow',
    Action: ['kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: 'arn:aws:kms:<spec.region>:<spec.account>:key/*',
    Condition: {
      StringEquals: {
        'kms:ViaService': ['backup.<spec.region>.amazonaws.com', 'rds.<spec.region>.amazonaws.com'],
      },
    },
  },
];

function resource(name: string, typeName: string, state: object): Template {
  return managedTemplate({
    name,
    service: 'cloudcontrol',
    kind: 'Resource',
    mayDelete: true,
    region: 'spec.region',
    isTagged: false,
    forProvider: { typeName },
    patches: [filled(JSON.stringify(state), 'spec.forProvider.desiredState')],
  });
}

/**
 * The newest backup of the vault, into the tenant's own subnets and under no group of its own, so that nothing of the
 * tenant's reaches it (https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html and
 * `restore-testing-inferred-metadata.html`).
 */
export function restoreTestTemplates(test: Recovery['tests']['database']): Template[] {
  return [
    ...backupRoleTemplates({
      name: 'tester',
      role: 'spec.test.testerRole',
      description: 'Restores a backup of <spec.database> to see that it can be.',
      permissions,
    }),
    resource('test', 'AWS::Backup::RestoreTestingPlan', {
      RestoreTestingPlanName: '<spec.test.name>',
      ScheduleExpression: '<spec.test.schedule>',
      StartWindowHours: test.startHours,
      RecoveryPointSelection: {
        Algorithm: 'LATEST_WITHIN_WINDOW',
        IncludeVaults: [vaultArn(place, '<spec.vault>')],
        RecoveryPointTypes: ['SNAPSHOT'],
        SelectionWindowDays: test.windowDays,
      },
    }),
    resource('test-selection', 'AWS::Backup::RestoreTestingSelection', {
      RestoreTestingPlanName: '<spec.test.name>',
      RestoreTestingSelectionName: '<spec.test.name>',
      IamRoleArn: roleArn(place, '<spec.test.testerRole>'),
      ProtectedResourceType: 'RDS',
      ProtectedResourceArns: [databaseArn(place, '<spec.database>')],
      RestoreMetadataOverrides: {
        dbSubnetGroupName: '<spec.test.subnetGroup>',
        publiclyAccessible: 'false',
      },
      ValidationWindowHours: test.keepHours,
    }),
  ];
}
