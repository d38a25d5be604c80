// The tenant's keys: of what it has in this region, and of what is copied out of it.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { claim } from '../../../compose/claim.ts';
import { tagsOf } from '../../../compose/tags.ts';
import { copyKeyAliasOf, keyAliasOf, keyClaim } from '../../../model/names.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, cluster } = target;
  key('key', 'tenant', cluster.region, keyAliasOf(tenant.id));
  // Also while another cluster holds the copies: a key that is left out is one that nobody looks after.
  key('key-copies', 'copies', cluster.backupRegion, copyKeyAliasOf(tenant.id));

  function key(name: string, use: 'tenant' | 'copies', region: string, alias: string): void {
    const spec = { region, account: cluster.account, tenant: tenant.id, use, alias, tags: tagsOf(target) };
    add(chart, claim(target, { definition: keyClaim, name, spec }));
  }
}
