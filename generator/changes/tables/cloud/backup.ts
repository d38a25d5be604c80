// Vaults, and what else AWS Backup knows. Plans are in `backup-plan.ts`.
import { changed, either, lowered, removed, to } from '../../directions.ts';
import { judgePolicy } from '../../iam/judge.ts';
import type { Knowledge } from '../../knowledge.ts';
import { number } from '../../measures.ts';
import { backupPlan } from './backup-plan.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/aws-backup/latest/devguide';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';
const vaults = `${guide}/create-a-vault.html`;
const locks = `${guide}/vault-lock.html`;
const selections = `${guide}/assigning-resources.html`;
const policies = `${guide}/create-a-vault-access-policy.html`;
const notices = `${guide}/backup-notifications.html`;

const vault = managed(
  'backup',
  'Vault',
  {
    nature: 'stateful',
    created: noHarm,
    deleted: ['data-loss', 'the vault goes with what is in it, or is left where nothing manages it'],
    source: vaults,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-backup-backupvault.html`, {
      'kmsKeyArn{,Ref,Selector}': 'a vault keeps its key',
    }),
    ...tell(to(true), 'data-loss', vaults, {
      forceDestroy: 'recovery points are deleted with the vault instead of keeping it',
    }),
  ],
);

const selection = managed(
  'backup',
  'Selection',
  {
    nature: 'stateful',
    created: ['cost', 'what is selected is backed up and stored'],
    deleted: ['recoverability', 'what was selected is backed up no more'],
    source: selections,
  },
  [
    ...tell(changed, 'stuck', `${templates}/aws-resource-backup-backupselection.html`, {
      '{name,selectionTag,condition}': 'a selection is never changed, only made anew',
      '{resources,notResources}{,Refs,Selector}': 'a selection is never changed, only made anew',
      '{iamRoleArn,planId}{,Ref,Selector}': 'a selection is never changed, only made anew',
    }),
    ...tell(changed, 'recoverability', selections, {
      '{selectionTag,condition}': 'what it selected by may be backed up no more',
      '{resources,notResources}{,Refs,Selector}': 'what it selected may be backed up no more',
      'planId{,Ref,Selector}': 'another plan may back up less often, or keep for less time',
    }),
  ],
);

const vaultLock = managed(
  'backup',
  'VaultLockConfiguration',
  {
    nature: 'stateful',
    created: noHarm,
    deleted: ['recoverability', 'recovery points can be deleted before their time'],
    source: locks,
  },
  [
    ...tell(
      changed,
      'stuck',
      'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_vault_lock_configuration',
      {
        'backupVaultName{,Ref,Selector}': 'a lock keeps its vault',
        '{changeableForDays,minRetentionDays,maxRetentionDays}': 'a lock is not changed in place',
      },
    ),
    ...tell(either(lowered(number), removed), 'recoverability', locks, {
      minRetentionDays: 'recovery points may be kept for less time',
    }),
    ...tell(removed, 'recoverability', locks, {
      changeableForDays: 'whoever may can take the lock off again',
    }),
  ],
);

const vaultPolicy = managed(
  'backup',
  'VaultPolicy',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['recoverability', 'what kept recovery points from being deleted is gone'],
    source: policies,
    judge: judgePolicy,
  },
  [
    ...tell(changed, 'stuck', policies, { 'backupVaultName{,Ref,Selector}': 'a policy keeps its vault' }),
    ...fine('policy'),
  ],
);

const vaultNotifications = managed(
  'backup',
  'VaultNotifications',
  {
    nature: 'workload',
    created: noHarm,
    deleted: ['recoverability', 'nobody is told any more when a backup fails'],
    source: notices,
  },
  [
    ...tell(changed, 'stuck', notices, {
      '{backupVaultName,snsTopicArn}{,Ref,Selector}': 'notifications are not changed in place',
      backupVaultEvents: 'notifications are not changed in place',
    }),
    ...tell(removed, 'recoverability', notices, { 'backupVaultEvents[]': 'nobody is told of such events' }),
  ],
);

export const backup: readonly Knowledge[] = [
  vault,
  backupPlan,
  selection,
  vaultLock,
  vaultPolicy,
  vaultNotifications,
];
