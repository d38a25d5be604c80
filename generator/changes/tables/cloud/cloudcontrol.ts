// Resources of any type, written as CloudFormation writes them. Only what a restore test is made of is known here: every
// other property blocks.
import { changed } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { sparser } from '../schedules.ts';
import { fine, managed, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-operations.html';
const tests =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-restoretestingplan.html';

const resource = managed(
  'cloudcontrol',
  'Resource',
  {
    nature: 'stateful',
    created: ['unknown', 'no table knows what a resource of any type does'],
    deleted: ['data-loss', 'the resource goes, whatever it holds'],
    source: guide,
  },
  [
    ...tell(changed, 'stuck', guide, { '{typeName,typeVersionId}': 'a resource keeps its type' }),
    ...tell(changed, 'exposure', guide, { 'roleArn{,Ref,Selector}': 'another role acts for the object' }),
    ...tell(changed, 'stuck', tests, {
      'desiredState.RestoreTestingPlanName': 'a plan keeps its name',
    }),
    ...tell(sparser, 'recoverability', tests, {
      'desiredState.ScheduleExpression': 'it is tested less often whether backups can be restored',
    }),
    ...tell(changed, 'recoverability', tests, {
      'desiredState.RecoveryPointSelection': 'other recovery points are tested',
    }),
    ...fine('schemaSecretRef', 'desiredState.{StartWindowHours,ScheduleExpressionTimezone,Tags}'),
  ],
);

export const cloudcontrol: readonly Knowledge[] = [resource];
