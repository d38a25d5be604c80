// How proxies call the pods behind a host: over mTLS, how many at once, when a pod counts as broken, and which pods come first.
import type { IDestinationRule } from '@kubernetes-models/istio/networking.istio.io/v1/DestinationRule';
import type { Platform, Tier } from '../model/generated/inputs.ts';

type TrafficPolicy = NonNullable<NonNullable<IDestinationRule['spec']>['trafficPolicy']>;

export function trafficPolicyOf(mesh: Omit<Tier['mesh'], 'tracePercent'>, platform: Platform): TrafficPolicy {
  return {
    // Said, not left to automatic mTLS: that would speak plainly to a pod without a sidecar.
    tls: { mode: 'ISTIO_MUTUAL' },
    connectionPool: {
      tcp: {
        maxConnections: mesh.maxConnections,
        connectTimeout: `${platform.mesh.retries.connectSeconds}s`,
      },
      http: { http1MaxPendingRequests: mesh.maxPending },
    },
    outlierDetection: {
      // A pod that answers 500 has a bug that its siblings have too; one that cannot be reached is broken by itself.
      consecutive5xxErrors: 0,
      consecutiveGatewayErrors: mesh.consecutiveErrors,
      baseEjectionTime: `${mesh.ejectionSeconds}s`,
      maxEjectionPercent: mesh.maxEjectionPercent,
      // With fewer healthy pods than that, all of them are asked: an only pod is better than none.
      minHealthPercent: 100 - mesh.maxEjectionPercent,
    },
    loadBalancer: {
      // Takes effect with `outlierDetection` alone (istio.io: "LocalityLoadBalancerSetting").
      localityLbSetting: { enabled: true, failoverPriority: ['topology.kubernetes.io/zone'] },
    },
  };
}
