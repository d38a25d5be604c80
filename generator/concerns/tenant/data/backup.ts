// A tenant's backups: the vault that it has wherever it is, and at home also when they are taken, how long each is kept and
// where it is copied to. How a vault keeps them is the same for every tenant, and written in Crossplane's composition.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { claim } from '../../../compose/claim.ts';
import { tagsOf } from '../../../compose/tags.ts';
import { vaultArn } from '../../../model/arns.ts';
import { type BackupRule, backupRulesOf, restoreTestCron } from '../../../model/backups.ts';
import {
  backupClaim,
  backupCompositionOf,
  backupTaker,
  copyVaultOf,
  databaseOf,
  restoreTester,
  restoreTestOf,
  roleOf,
  vaultOf,
} from '../../../model/names.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, cluster, recovery, copies, isHome } = target;
  const { lock, minDays, maxDays, changeableDays } = recovery.mechanisms.vaults;
  const ownCopies = { copyRegion: copies.region, copyVault: copyVaultOf(tenant.id) };
  const spec = {
    region: cluster.region,
    account: cluster.account,
    tenant: tenant.id,
    vault: vaultOf(tenant.id),
    minRetentionDays: minDays,
    maxRetentionDays: maxDays,
    ...(lock === 'compliance' && { changeableForDays: changeableDays }),
    ...(isHome && copies.cluster === '' && ownCopies),
    ...(isHome && filling(target)),
    tags: tagsOf(target),
  };
  const way = copies.cluster === '' ? 'region' : 'cluster';
  const composition = backupCompositionOf(isHome ? way : 'none');
  add(chart, claim(target, { definition: backupClaim, name: 'backup', spec, composition }));
}

/** The writer is here, so this is where backups are taken. */
function filling(target: TenantTarget): object {
  const { tenant, cluster, recovery } = target;
  return {
    database: databaseOf(tenant.id),
    plan: vaultOf(tenant.id),
    takerRole: roleOf(tenant.id, backupTaker, cluster.name),
    rules: backupRulesOf(target).map((rule) => tell(rule, target)),
    test: {
      name: restoreTestOf(tenant.id),
      schedule: restoreTestCron(recovery),
      subnetGroup: databaseOf(tenant.id),
      testerRole: roleOf(tenant.id, restoreTester, cluster.name),
    },
  };
}

/** In AWS's own words: the plan takes it as it is. */
function tell({ name, schedule, days }: BackupRule, target: TenantTarget): object {
  const { tenant, copies, recovery } = target;
  const { snapshots, vaults } = recovery.mechanisms;
  const lifecycle = { deleteAfter: days };
  const copyVault = copies.cluster === '' ? copyVaultOf(tenant.id) : vaultOf(tenant.id);
  return {
    ruleName: name,
    schedule,
    startWindow: snapshots.startWindowMinutes,
    completionWindow: vaults.completionMinutes,
    targetVaultName: vaultOf(tenant.id),
    lifecycle,
    copyAction: [{ destinationVaultArn: vaultArn(copies, copyVault), lifecycle }],
    recoveryPointTags: tagsOf(target),
  };
}
