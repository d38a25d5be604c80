// One ServiceAccount per service, so that an identity names exactly one service. None carries an API token.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { kube } from '../../../compose/kube.ts';
import { serviceLabels } from '../../../model/labels.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, { services, tenant, namespace }: TenantTarget): void {
  for (const { name } of services) {
    add(
      chart,
      kube.serviceAccount({
        metadata: { name, namespace, labels: serviceLabels(tenant.id, name) },
        automountServiceAccountToken: false,
      }),
    );
  }
  add(
    chart,
    // The default account is what a pod gets that names none: it must be worth nothing.
    kube.serviceAccount({
      metadata: { name: 'default', namespace },
      automountServiceAccountToken: false,
    }),
  );
}
