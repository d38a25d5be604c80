// A tenant's backups as a kind of its own, in three ways: a vault alone, or also what fills it and copies to the vault of
// another cluster or to one that is made for copies. Refuses to know any tenant: a claim says whose they are.
import type { Chart } from 'cdk8s';
import claimSchema from '../../../../../../schemas/kubernetes/tenantry.dev/backupclaim_v1alpha1.json' with {
  type: 'json',
};
import { add } from '../../../../../compose/add.ts';
import { backupPlanTemplates } from '../../../../../compose/backup-plan.ts';
import { composition } from '../../../../../compose/composition.ts';
import { definitionOf } from '../../../../../compose/definition.ts';
import { restoreTestTemplates } from '../../../../../compose/restore-test.ts';
import { vaultTemplates } from '../../../../../compose/vault.ts';
import { backupClaim, backupCompositionOf } from '../../../../../model/names.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  add(chart, definitionOf(backupClaim, claimSchema));
  const own = vaultTemplates({ prefix: '', region: 'spec.region', vault: 'spec.vault', key: 'tenant' });
  const copies = vaultTemplates({
    prefix: 'copy-',
    region: 'spec.copyRegion',
    vault: 'spec.copyVault',
    key: 'copies',
  });
  const filling = [...backupPlanTemplates, ...restoreTestTemplates(target.recovery.tests.database)];
  const made = {
    none: own,
    cluster: [...own, ...filling],
    region: [...own, ...copies, ...filling],
  };
  for (const [to, templates] of Object.entries(made)) {
    const name = backupCompositionOf(to as keyof typeof made);
    add(chart, composition(target, { definition: backupClaim, name, templates }));
  }
}
