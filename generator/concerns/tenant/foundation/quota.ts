// What a tenant may take from the cluster, so that one insurer's peak is not another's outage.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { kube } from '../../../compose/kube.ts';
import type { Resources } from '../../../model/generated/inputs.ts';
import { tenantLabels } from '../../../model/labels.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { quota, tier, namespace, tenant } = target;
  const labels = tenantLabels(tenant.id);
  const none = '0';
  add(
    chart,
    kube.resourceQuota({
      metadata: { name: 'tenant', namespace, labels },
      spec: {
        hard: {
          'requests.cpu': quota.cpu,
          'requests.memory': quota.memory,
          'limits.memory': quota.memory,
          pods: String(quota.pods),
          // Nothing of a tenant is reachable past the edge, and its state lives in managed services.
          'services.loadbalancers': none,
          'services.nodeports': none,
          persistentvolumeclaims: none,
        },
      },
    }),
  );
  add(
    chart,
    kube.limitRange({
      metadata: { name: 'container', namespace, labels },
      spec: {
        limits: [
          {
            type: 'Container',
            min: quantities(tier.container.min),
            max: quantities(tier.container.max),
            defaultRequest: quantities(tier.container.default),
            // No CPU default: a container without a CPU limit gets `max`, so a peak is not throttled below it.
            default: { memory: tier.container.default.memory },
          },
        ],
      },
    }),
  );
}

function quantities({ cpu, memory }: Resources): Record<string, string> {
  return { cpu, memory };
}
