// What people do when something of the tenant is lost, where they look when git is out of reach: on the cluster itself.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { kube } from '../../../compose/kube.ts';
import { renderRunbook } from '../../../compose/runbook.ts';
import { tenantLabels } from '../../../model/labels.ts';
import { recoveryRunbook } from '../../../model/names.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, namespace } = target;
  add(
    chart,
    kube.configMap({
      metadata: { name: recoveryRunbook, namespace, labels: tenantLabels(tenant.id) },
      data: { 'recovery.md': renderRunbook(target) },
    }),
  );
}
