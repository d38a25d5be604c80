// Claims of backups: what a change of one does to what is kept, and to what will be. What the API server refuses is in the
// schema, `x-kubernetes-validations`.
import { added, changed, either, lowered, ofKept, ofSame, raised, removed, replaced } from '../directions.ts';
import { gap } from '../gap.ts';
import type { Knowledge } from '../knowledge.ts';
import { number } from '../measures.ts';
import { commonRows } from './common.ts';
import { composed } from './composed.ts';
import { verdict } from './rows.ts';
import { sparser } from './schedules.ts';
import { below } from './tell.ts';

const guide = 'https://docs.aws.amazon.com/aws-backup/latest/devguide';
const plans = `${guide}/plan-options-and-configuration.html`;
const locks = `${guide}/vault-lock.html`;
const vaults = `${guide}/create-a-vault.html`;
const selections = `${guide}/assigning-resources.html`;
const tests = `${guide}/restore-testing.html`;
const lockSource =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_vault_lock_configuration';
const schema = 'schemas/kubernetes/tenantry.dev/backupclaim_v1alpha1.json';

const { tell, fine } = below('spec');

const rules = [
  ...tell(removed, 'recoverability', plans, { 'rules[]': 'backups of the rule are taken no more' }),
  ...tell(added, 'cost', plans, { 'rules[]': 'more backups are stored' }),
  ...tell(ofKept(removed), 'recoverability', plans, {
    'rules[].copyAction[]': 'no copy is taken to the other region any more',
  }),
  ...tell(sparser, 'recoverability', plans, { 'rules[].schedule': 'more is lost between two backups' }),
  ...tell(lowered(gap), 'cost', plans, { 'rules[].schedule': 'more backups are stored' }),
  ...tell(ofSame(lowered(number)), 'recoverability', plans, {
    'rules[].{lifecycle,copyAction[].lifecycle}.deleteAfter': 'backups are kept for less time',
    'rules[].{startWindow,completionWindow}': 'a backup that takes longer is given up',
  }),
  ...tell(ofSame(raised(number)), 'cost', plans, {
    'rules[].{lifecycle,copyAction[].lifecycle}.deleteAfter': 'backups are stored for longer',
  }),
  ...tell(ofSame(changed), 'cost', plans, {
    'rules[].{lifecycle,copyAction[].lifecycle}.coldStorageAfter': 'storage has another price',
  }),
  ...tell(ofSame(changed), 'recoverability', plans, {
    'rules[].targetVaultName': 'another vault, with another lock, takes the backups',
  }),
  ...tell(replaced, 'exposure', plans, {
    'rules[].copyAction[].destinationVaultArn': 'copies go where others may read them',
  }),
  ...fine('rules[].{ruleName,recoveryPointTags}', 'rules[].copyAction[]'),
];

const backup: Knowledge = {
  group: 'tenantry.dev',
  kind: 'BackupClaim',
  nature: 'stateful',
  created: verdict('cost', 'backups are stored, and a lock may keep them', vaults),
  deleted: verdict('recoverability', 'no backup is taken any more, and nothing looks after the vault', plans),
  rows: [
    ...commonRows,
    ...tell(changed, 'rejected', schema, {
      '{region,account}': 'a vault stays where it is',
      '{tenant,vault}': 'a vault keeps its tenant and its name',
    }),
    ...tell(replaced, 'rejected', schema, {
      'copy{Region,Vault}': 'a vault stays where it is, under its name',
    }),
    ...tell(removed, 'recoverability', vaults, {
      'copy{Region,Vault}': 'nothing looks after the vault of copies any more',
    }),
    ...tell(added, 'cost', vaults, { 'copy{Region,Vault}': 'copies are stored elsewhere' }),
    ...tell(changed, 'stuck', lockSource, {
      '{min,max}RetentionDays': 'a lock is not changed in place',
      changeableForDays: 'a lock is not changed in place',
    }),
    ...tell(lowered(number), 'recoverability', locks, {
      minRetentionDays: 'backups may be kept for less time',
      maxRetentionDays: 'backups that are to be kept for longer are not taken',
    }),
    ...tell(removed, 'recoverability', locks, { changeableForDays: 'whoever may can take the lock off' }),
    ...tell(replaced, 'stuck', selections, {
      '{database,takerRole}': 'what a plan is for is never changed, only made anew',
    }),
    ...tell(either(removed, replaced), 'recoverability', selections, {
      database: 'the database is backed up no more',
      '{plan,takerRole}': 'nothing takes the backups until the new one is there',
    }),
    ...tell(removed, 'recoverability', tests, {
      test: 'nobody sees any more whether backups can be restored',
    }),
    ...tell(sparser, 'recoverability', tests, {
      'test.schedule': 'it is tested less often whether backups can be restored',
    }),
    ...tell(replaced, 'stuck', tests, { 'test.{name,testerRole}': 'a test keeps its name and its role' }),
    ...tell(replaced, 'exposure', tests, { 'test.subnetGroup': 'backups are restored where others may be' }),
    ...rules,
    ...fine(
      'tags',
      'rules',
      'test',
      '{database,plan,takerRole}',
      'test.{name,schedule,subnetGroup,testerRole}',
    ),
  ],
};

export const backupClaims: readonly Knowledge[] = [composed(backup)];
