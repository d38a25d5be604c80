// A vault of AWS Backup with what keeps its backups: a lock and a policy. Refuses to know what fills it.
import type { Template } from '../model/composition.ts';
import { labels } from '../model/labels.ts';
import { otherThanProvider, type PolicyStatement, renderAccessPolicy } from './access-policy.ts';
import { fromClaim, namedAfterClaim } from './composition.ts';
import { externalName, filled, guardOf, ifClaimed, managedTemplate, type TemplatePlan } from './template.ts';

export interface VaultPlan {
  /** Of its templates' names: a claim may have two vaults. */
  readonly prefix: string;
  /** Fields of the claim. */
  readonly region: string;
  readonly vault: string;
  /** What the vault is encrypted with: the tenant's key in that region, or that of its copies there. */
  readonly key: 'tenant' | 'copies';
}

export function vaultTemplates({ prefix, region, vault, key }: VaultPlan): Template[] {
  const name = `${prefix}vault`;
  const own: TemplatePlan = {
    name,
    service: 'backup',
    kind: 'Vault',
    mayDelete: false,
    region,
    isTagged: true,
    forProvider: { forceDestroy: false, kmsKeyArnSelector: { matchLabels: { [labels.key]: key } } },
    patches: [fromClaim(vault, externalName)],
  };
  const ofVault = { ...namedAfterClaim(name), toFieldPath: 'spec.forProvider.backupVaultNameRef.name' };
  const part = (part: string, kind: string) =>
    ({
      name: `${name}-${part}`,
      service: 'backup',
      kind,
      mayDelete: false,
      region,
      isTagged: false,
    }) as const;
  return [
    managedTemplate(own),
    managedTemplate({
      ...part('lock', 'VaultLockConfiguration'),
      forProvider: {},
      patches: [
        ofVault,
        fromClaim('spec.minRetentionDays', 'spec.forProvider.minRetentionDays'),
        fromClaim('spec.maxRetentionDays', 'spec.forProvider.maxRetentionDays'),
        // With it the lock is for ever once the days are over: not even the account's root or AWS takes it off
        // (https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html).
        ifClaimed('spec.changeableForDays', 'spec.forProvider.changeableForDays'),
      ],
    }),
    managedTemplate({
      ...part('policy', 'VaultPolicy'),
      forProvider: {},
      patches: [ofVault, filled(renderAccessPolicy(policy), 'spec.forProvider.policy')],
    }),
    guardOf(
      own,
      'What is in a vault outlives every object here; without this one nobody would look after it.',
    ),
  ];
}

/**
 * Nobody deletes a backup, or lets it expire earlier, by hand; AWS Backup still does when its days are over
 * (https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html). Another policy or lock is put by
 * providers alone: both are changed here, where it is seen.
 */
const policy: readonly PolicyStatement[] = [
  {
    Sid: 'NobodyDeletes',
    Effect: 'Deny',
    Principal: '*',
    Action: [
      'backup:DeleteBackupVault',
      'backup:DeleteBackupVaultAccessPolicy',
      'backup:DeleteBackupVaultLockConfiguration',
      'backup:DeleteRecoveryPoint',
      'backup:DisassociateRecoveryPoint',
      'backup:UpdateRecoveryPointLifecycle',
    ],
    Resource: '*',
  },
  {
    Sid: 'ProvidersAloneLock',
    Effect: 'Deny',
    Principal: '*',
    Action: ['backup:PutBackupVaultAccessPolicy', 'backup:PutBackupVaultLockConfiguration'],
    Resource: '*',
    Condition: otherThanProvider('backup'),
  },
];
