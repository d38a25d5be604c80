// How the edge's own proxies call tenants. They know what tenants export to this namespace, which is what the catalogue
// exposes. Tenants' DestinationRules and VirtualServices stay in their namespaces: the edge follows its own, for all alike.
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { istio, ownNamespace } from '../../../../../compose/istio.ts';
import { trafficPolicyOf } from '../../../../../compose/traffic-policy.ts';
import { platformLabels } from '../../../../../model/labels.ts';
import { serviceZone } from '../../../../../model/names.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, { platform, tiers }: ClusterTarget): void {
  const { namespace } = platform.edge;
  add(
    chart,
    istio.sidecar(
      { name: 'default', namespace, labels: platformLabels },
      // A list of tenants' namespaces would change with every tenant.
      { egress: [{ hosts: ['*/*'] }], outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } },
    ),
  );
  add(
    chart,
    istio.destinationRule(
      { name: 'services', namespace, labels: platformLabels },
      {
        // A caller's own namespace is asked first for a host's rule (istio.io: "Traffic Management Best Practices").
        host: `*.${serviceZone}`,
        exportTo: ownNamespace,
        trafficPolicy: trafficPolicyOf(mostGenerous(tiers), platform),
      },
    ),
  );
}

/** The edge serves every tier: what one of them may do, no other keeps it from. */
function mostGenerous(tiers: ClusterTarget['tiers']): Parameters<typeof trafficPolicyOf>[0] {
  const all = Object.values(tiers).map(({ mesh }) => mesh);
  return {
    maxConnections: Math.max(...all.map(({ maxConnections }) => maxConnections)),
    maxPending: Math.max(...all.map(({ maxPending }) => maxPending)),
    consecutiveErrors: Math.max(...all.map(({ consecutiveErrors }) => consecutiveErrors)),
    ejectionSeconds: Math.min(...all.map(({ ejectionSeconds }) => ejectionSeconds)),
    maxEjectionPercent: Math.min(...all.map(({ maxEjectionPercent }) => maxEjectionPercent)),
  };
}
