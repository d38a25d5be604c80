// What every resource of a tenant is tagged with in AWS: bills are split and backups are chosen by it.
import { labels } from '../model/labels.ts';
import type { TenantTarget } from '../model/target.ts';

/** By which policies of keys and buckets tell a role of one tenant from another's; on roles alone. */
export const principalTag = 'tenant';

export function tagsOf({ tenant, cluster }: TenantTarget): Record<string, string> {
  return {
    'cost-centre': tenant.costCentre,
    [labels.environment]: cluster.environment,
    [labels.tenant]: tenant.id,
  };
}
