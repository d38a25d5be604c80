// Ports that are not ours to choose, each with where it is written down.

export const ports = {
  dns: 53,
  http: 80,
  https: 443,
  mariadb: 3306,
  redis: 6379,
  /** istiod: configuration and certificates for sidecars (istio.io: "Ports used by Istio"). */
  istiod: 15012,
  /** istiod: admission webhooks, and its metrics (istio.io: "Ports used by Istio"). */
  istiodWebhook: 15017,
  istiodMetrics: 15014,
  /** Webhooks of Crossplane, its providers and the load balancer controller, and Crossplane's functions (their charts). */
  webhook: 9443,
  /** Webhook of External Secrets (its chart: `webhook.port`). */
  externalSecretsWebhook: 10250,
  /** What controllers are scraped at (controller-runtime's default). */
  controllerMetrics: 8080,
  /** NGINX Ingress Controller: readiness and metrics (its chart: `controller.readyStatus.port`, `prometheus.port`). */
  edgeReadiness: 8081,
  edgeMetrics: 9113,
  /** Sidecar: the application's and the proxy's metrics, merged (istio.io: "Ports used by Istio"). */
  sidecarMetrics: 15020,
  /** Velero's metrics (its chart: `configuration.metricsAddress`). */
  veleroMetrics: 8085,
  /** Argo CD's repository server: gRPC and metrics (manifests/base/repo-server of argo-cd v3.5.3). */
  argocdRepository: 8081,
  argocdRepositoryMetrics: 8084,
  /** EKS Pod Identity Agent (EKS user guide: "Understand how EKS Pod Identity works"). */
  podIdentity: 80,
} as const;

/** What the sidecar listens on in every pod (istio.io: "Ports used by Istio", the sidecar's table). */
export const sidecarPorts: ReadonlySet<number> = new Set([
  15000, 15001, 15002, 15004, 15006, 15008, 15020, 15021, 15053, 15090,
]);

/** Link-local address of the EKS Pod Identity Agent; not the instance metadata service. */
export const podIdentityAddress = '169.254.170.23/32';
