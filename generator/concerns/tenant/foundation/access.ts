// Who may do what in the tenant's namespace: its own engineers, support where the tenant allows it, deployers.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { kube } from '../../../compose/kube.ts';
import { tenantLabels } from '../../../model/labels.ts';
import { clusterRoles } from '../../../model/names.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, { tenant, platform, namespace }: TenantTarget): void {
  bind('engineers', clusterRoles.engineer, tenant.access.engineers);
  bind('deployers', clusterRoles.deployer, [platform.groups.deployers]);
  if (tenant.access.support) bind('support', clusterRoles.support, [platform.groups.support]);

  function bind(name: string, role: string, groups: readonly string[]): void {
    add(
      chart,
      kube.roleBinding({
        metadata: { name, namespace, labels: tenantLabels(tenant.id) },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
        subjects: groups.map((group) => ({
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'Group',
          name: group,
        })),
      }),
    );
  }
}
