// Every connection into the tenant's pods has a certificate of the mesh: on every port, without exception.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { istio } from '../../../compose/istio.ts';
import { tenantLabels } from '../../../model/labels.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, { tenant, namespace }: TenantTarget): void {
  const metadata = { name: 'default', namespace, labels: tenantLabels(tenant.id) };
  add(chart, istio.peerAuthentication(metadata, { mtls: { mode: 'STRICT' } }));
}
