// What the tenant's proxies write down: every request in the access log, a share of them as traces that say whose they are.
// The first proxy that sees a request decides whether it is traced, and that is one of these: the edge traces nothing.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { istio } from '../../../compose/istio.ts';
import { tenantLabels } from '../../../model/labels.ts';
import { telemetryProviders } from '../../../model/names.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, { tenant, tier, namespace }: TenantTarget): void {
  add(
    chart,
    istio.telemetry(
      { name: 'default', namespace, labels: tenantLabels(tenant.id) },
      {
        accessLogging: [{ providers: [{ name: telemetryProviders.accessLog }] }],
        tracing: [
          {
            providers: [{ name: telemetryProviders.traces }],
            randomSamplingPercentage: tier.mesh.tracePercent,
            customTags: { tenant: { literal: { value: tenant.id } } },
          },
        ],
      },
    ),
  );
}
