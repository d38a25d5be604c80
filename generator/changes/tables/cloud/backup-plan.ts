// When backups are taken, where they go, and how long they are kept.
import { changed, lowered, ofKept, ofSame, raised, removed, replaced } from '../../directions.ts';
import { gap } from '../../gap.ts';
import { number } from '../../measures.ts';
import { sparser } from '../schedules.ts';
import { turnedOff } from '../turns.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';

const plans = 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html';

/** How long what says nothing is kept. */
const forEver = Number.POSITIVE_INFINITY;

const target = 'another vault, with another lock and other readers, takes the recovery points';

export const backupPlan = managed(
  'backup',
  'Plan',
  {
    nature: 'stateful',
    created: noHarm,
    deleted: ['recoverability', 'what the plan covers is backed up no more'],
    source: plans,
  },
  [
    ...tagRows,
    ...tell(removed, 'recoverability', plans, { 'rule[]': 'backups of the rule are taken no more' }),
    ...tell(ofKept(removed), 'recoverability', plans, {
      'rule[].copyAction[]': 'no copy is taken to the other vault any more',
      'rule[].targetLogicallyAirGappedBackupVaultArn': 'no copy is kept out of reach any more',
    }),
    ...tell(sparser, 'recoverability', plans, { 'rule[].schedule': 'more is lost between two backups' }),
    ...tell(lowered(gap), 'cost', plans, { 'rule[].schedule': 'more recovery points are stored' }),
    ...tell(turnedOff, 'recoverability', plans, {
      'rule[].enableContinuousBackup': 'no moment between two backups can be restored',
    }),
    ...tell(ofSame(lowered(number, forEver)), 'recoverability', plans, {
      'rule[].lifecycle.deleteAfter': 'recovery points are kept for less time',
      'rule[].copyAction[].lifecycle.deleteAfter': 'copies are kept for less time',
    }),
    ...tell(lowered(number), 'recoverability', plans, {
      'rule[].{startWindow,completionWindow}': 'a job that takes longer is dropped',
    }),
    ...tell(ofSame(raised(number, forEver)), 'cost', plans, {
      'rule[].lifecycle.deleteAfter': 'recovery points are stored for longer',
      'rule[].copyAction[].lifecycle.deleteAfter': 'copies are stored for longer',
    }),
    ...tell(ofSame(changed), 'cost', plans, {
      'rule[].lifecycle.{coldStorageAfter,optInToArchiveForSupportedResources}': 'storage has another price',
      'rule[].copyAction[].lifecycle.coldStorageAfter': 'storage has another price',
    }),
    ...tell(ofSame(changed), 'recoverability', plans, { 'rule[].targetVaultName{,Ref,Selector}': target }),
    ...tell(replaced, 'exposure', plans, {
      'rule[].copyAction[].destinationVaultArn': 'copies go where others may read them',
    }),
    ...fine(
      'name',
      'rule[].{ruleName,scheduleExpressionTimezone,recoveryPointTags,scanAction}',
      'rule[].copyAction[].lifecycle.optInToArchiveForSupportedResources',
      '{advancedBackupSetting,scanSetting}',
    ),
  ],
);
