// Made by `npm run generate` from schemas/. Do not edit.

export interface Inputs {
  Approval?: Approval;
  Cluster?: Cluster;
  Domains?: Domains;
  Resources?: Resources;
  Platform?: Platform;
  Release?: Release;
  Service?: Service;
  Probe?: Probe;
  Replicas?: Replicas;
  Services?: Services;
  QuotaOverride?: QuotaOverride;
  ServiceOverrides?: ServiceOverrides;
  Tenant?: Tenant;
  Tier?: Tier;
  Tiers?: Tiers;
}
/**
 * One dangerous change that a person wants, for one pull request. The file is named after the change.
 */
export interface Approval {
  /**
   * Id of the change, as the refusal printed it: it stands for exactly these objects, fields and values.
   */
  change: string;
  /**
   * Why the danger is worth it, for whoever reads this in an audit.
   */
  reason: string;
  /**
   * Mailbox of whoever asked for it.
   */
  requestedBy: string;
  /**
   * Last day it counts, in UTC.
   */
  expires: string;
}
/**
 * One EKS cluster. The file's name is the cluster's name.
 */
export interface Cluster {
  /**
   * The EKS cluster's name.
   */
  name: string;
  /**
   * Production and staging never share a tenant.
   */
  environment: 'production' | 'staging';
  /**
   * The AWS region it runs in.
   */
  region: string;
  /**
   * The AWS account it runs in: twelve digits, quoted.
   */
  account: string;
  /**
   * Minor version of the control plane. 1.37 is opt-in: not every component supports it yet.
   */
  kubernetesVersion?: '1.34' | '1.35' | '1.36' | '1.37';
  /**
   * Which `platform/releases/<channel>.yaml` it takes its image digests from. The canary cluster follows `candidate`.
   */
  channel?: string;
  /**
   * The other half of an active-active pair; it names this cluster as its peer.
   */
  peer?: string;
  /**
   * Its VPC.
   */
  network: {
    /**
     * The VPC's id.
     */
    vpc: string;
    /**
     * The VPC's primary range: nodes, load balancers, databases.
     */
    vpcCidr: string;
    /**
     * The VPC's secondary range that pods take their addresses from.
     */
    podCidr: string;
    /**
     * The range of Kubernetes Services.
     */
    serviceCidr: string;
    /**
     * Its subnets, by zone and role.
     *
     * @minItems 2
     * @maxItems 40
     */
    subnets: {
      /**
       * The subnet's id.
       */
      id: string;
      /**
       * Its availability zone.
       */
      zone: string;
      /**
       * `public`: load balancers. `node`: machines. `pod`: pod addresses. `data`: databases and caches. `endpoint`: interface endpoints of AWS services.
       */
      role: 'public' | 'node' | 'pod' | 'data' | 'endpoint';
      /**
       * Its range.
       */
      cidr: string;
    }[];
  };
  /**
   * ACM certificates that exist before the cluster does.
   */
  certificates: {
    /**
     * ARN of the certificate on the platform's load balancer.
     */
    loadBalancer: string;
  };
  /**
   * Its Route 53 hosted zones.
   */
  dns: {
    /**
     * Id of the zone that holds public names.
     */
    publicZone: string;
    /**
     * Id of the private zone that names databases and caches.
     */
    privateZone: string;
  };
  /**
   * What its node pools may grow to. The quotas of its tenants never add up to more.
   */
  capacity: {
    /**
     * CPU cores.
     */
    cpu: string;
    /**
     * Memory.
     */
    memory: string;
    /**
     * Pods.
     */
    pods: number;
  };
  /**
   * What every tenant gets here unless its own file says otherwise.
   */
  tenantDefaults?: {
    /**
     * How far any service may scale here.
     */
    replicas?: {
      /**
       * Never fewer pods than this.
       */
      min: number;
      /**
       * Never more pods than this.
       */
      max: number;
    };
  };
}
/**
 * Host names that tenants have proved to own, by tenant. A tenant may use them and every name below them.
 */
export interface Domains {
  /**
   * @minItems 1
   * @maxItems 20
   *
   * Items: A DNS host name in lower case, without a trailing dot, port or wildcard.
   */
  [k: string]: string[];
}
/**
 * CPU and memory.
 */
export interface Resources {
  /**
   * CPU.
   */
  cpu: string;
  /**
   * Memory.
   */
  memory: string;
}
/**
 * What the whole platform shares: names, addresses and limits that belong to no tenant and no cluster.
 */
export interface Platform {
  /**
   * Who runs the platform.
   */
  organisation: {
    /**
     * Short name, used in names of global cloud resources.
     */
    id: string;
    /**
     * Full name.
     */
    name: string;
  };
  /**
   * Where clusters find the rendered tree.
   */
  git: {
    /**
     * Clone address of this repository.
     */
    url: string;
    /**
     * Fully qualified branch that clusters follow.
     */
    revision: string;
  };
  /**
   * Where container images may come from.
   */
  images: {
    /**
     * The organisation's registry; images from anywhere else are refused.
     */
    registry: string;
    /**
     * Base images that services may be built on.
     *
     * @minItems 1
     */
    bases: string[];
  };
  /**
   * Host names the platform owns.
   */
  domains: {
    /**
     * Everything below this name belongs to the platform; no tenant may claim a host in it.
     */
    platform: string;
    /**
     * The host that path-routed tenants share, by environment.
     */
    shared: {
      /**
       * Shared host of production.
       */
      production: string;
      /**
       * Shared host of staging.
       */
      staging: string;
    };
  };
  /**
   * Groups of the identity provider.
   */
  groups: {
    /**
     * Reads workloads of every tenant that allows it.
     */
    support: string;
    /**
     * Restarts and scales workloads, starts jobs.
     */
    deployers: string;
    /**
     * Administers Argo CD and the clusters.
     */
    platform: string;
  };
  /**
   * How much one change may remove; beyond it `render` and `check --base` want an approval.
   */
  deleteBudget: {
    /**
     * Objects, over all clusters.
     */
    objects: number;
    /**
     * Tenants that leave a cluster.
     */
    tenants: number;
  };
  /**
   * Ids no tenant may have: names of system namespaces, products and words that mislead.
   *
   * @minItems 1
   */
  reservedIds: string[];
  /**
   * Istio, as tenants meet it.
   */
  mesh: {
    /**
     * Revision tag that tenant namespaces are injected by.
     */
    revision: string;
    /**
     * Namespace of istiod.
     */
    namespace: string;
    /**
     * What each sidecar asks for.
     */
    proxy: {
      requests: Resources;
      limits: Resources;
    };
  };
  /**
   * The NGINX Ingress Controller.
   */
  edge: {
    /**
     * Its namespace.
     */
    namespace: string;
  };
  /**
   * Alloy, the collector of logs, metrics and traces.
   */
  telemetry: {
    /**
     * Its namespace.
     */
    namespace: string;
    /**
     * Where it takes OTLP over gRPC.
     */
    otlpPort: number;
  };
  /**
   * How autoscalers behave.
   */
  autoscaling: {
    /**
     * A scale-down waits until load has been low for this long.
     */
    scaleDownSeconds: number;
    /**
     * Pods that may be added per minute, in percent of the present number.
     */
    scaleUpPercent: number;
    /**
     * How often KEDA looks at a queue.
     */
    pollingSeconds: number;
    /**
     * How long KEDA waits after the last message before it scales to the minimum.
     */
    cooldownSeconds: number;
    /**
     * Pods that may be taken away per minute, in percent of the present number.
     */
    scaleDownPercent: number;
  };
  /**
   * Argo CD in each cluster.
   */
  argocd: {
    /**
     * Its namespace.
     */
    namespace: string;
    /**
     * How much of a ring may be rolled out at once.
     */
    ringPercent: number;
    /**
     * What happens after a failed sync.
     */
    retry: {
      /**
       * Number of further tries.
       */
      limit: number;
      /**
       * Wait before the first of them.
       */
      seconds: number;
      /**
       * Longest wait between two.
       */
      maxSeconds: number;
    };
  };
  /**
   * How pods are run.
   */
  workloads: {
    /**
     * A pod goes on serving this long after it is told to stop, until no proxy sends to it.
     */
    drainSeconds: number;
    /**
     * Pods that a rollout adds before it takes any away, in percent, rounded up.
     */
    surgePercent: number;
    /**
     * Old ReplicaSets kept for a rollback.
     */
    revisions: number;
    /**
     * Size limit of each writable folder.
     */
    scratch: string;
    /**
     * Finished jobs kept, of each outcome.
     */
    cronJobHistory: number;
    /**
     * How often a failed migration is tried again within one sync.
     */
    migrationRetries: number;
  };
  /**
   * CoreDNS.
   */
  dns: {
    /**
     * Its namespace.
     */
    namespace: string;
    /**
     * Labels of its pods.
     */
    selector: {
      [k: string]: string;
    };
  };
}
/**
 * The images of one channel, by service. Robots edit these files; nobody else does.
 */
export interface Release {
  [k: string]: Image;
}
/**
 * One image.
 */
export interface Image {
  /**
   * What people call it; the digest decides.
   */
  tag: string;
  /**
   * The image itself.
   */
  digest: string;
}
/**
 * One service of the insurance system.
 */
export interface Service {
  /**
   * What it does, in a sentence.
   */
  description: string;
  /**
   * `http`: answers requests. `worker`: drains a queue. `schedule`: runs by the clock, at home only. `migration`: runs before a rollout, at home only.
   */
  kind: 'http' | 'worker' | 'schedule' | 'migration';
  /**
   * What it is written with.
   */
  runtime: 'laravel' | 'node' | 'static';
  /**
   * What it runs.
   */
  image: {
    /**
     * Repository below the platform's registry.
     */
    repository: string;
    /**
     * The base image it is built on.
     */
    base: string;
  };
  /**
   * Replaces the image's entry point.
   *
   * @minItems 1
   * @maxItems 12
   */
  command?: string[];
  /**
   * Where it listens, with `kind: http`.
   */
  port?: number;
  /**
   * Where Prometheus metrics are scraped.
   */
  metricsPort?: number;
  /**
   * Numeric user that the process runs as.
   */
  user: number;
  /**
   * Folders the process writes to; everything else is read-only. Contents go with the pod.
   *
   * @maxItems 6
   */
  writable?: string[];
  /**
   * How Kubernetes knows that it lives: asked on `port` with `kind: http`, on `metricsPort` with `kind: worker`.
   */
  probes?: {
    startup: Probe;
    liveness: Probe;
    readiness: Probe;
  };
  /**
   * How long it may take to finish what it has begun.
   */
  stopSeconds?: number;
  /**
   * What one pod asks for, by tier.
   */
  resources: {
    premium: Resources;
    standard: Resources;
    basic: Resources;
  };
  /**
   * How far it scales, by tier; with `kind: http` or `worker`.
   */
  replicas?: {
    premium: Replicas;
    standard: Replicas;
    basic: Replicas;
  };
  /**
   * What it scales on, with `kind: http`.
   */
  scale?: {
    /**
     * A custom metric of its pods.
     */
    metric: string;
    /**
     * What one pod is to carry on average.
     */
    target: number;
  };
  /**
   * What it drains, with `kind: worker`.
   */
  queue?: {
    /**
     * The tenant's queue.
     */
    name: string;
    /**
     * Messages waiting per pod.
     */
    target: number;
  };
  /**
   * When it runs, with `kind: schedule`.
   */
  schedule?: {
    /**
     * Five cron fields, in the tenant's time zone.
     */
    cron: string;
    /**
     * A start later than this is skipped; a run longer than this is stopped.
     */
    deadlineSeconds: number;
  };
  /**
   * A run longer than this is stopped, with `kind: migration`.
   */
  deadlineSeconds?: number;
  /**
   * Path below the tenant's origin that the edge sends here; without it the edge never does.
   */
  exposed?: string;
  /**
   * Services it opens connections to. Nothing else in the namespace can be reached.
   *
   * @maxItems 20
   *
   * Items: A service of the catalogue.
   */
  calls?: string[];
  /**
   * What it keeps state in.
   */
  needs?: ('database' | 'cache' | 'bucket' | 'queue')[];
  /**
   * Settings that are the same for every tenant.
   */
  env?: {
    [k: string]: string;
  };
}
/**
 * An HTTP request to the service's own port.
 */
export interface Probe {
  /**
   * Path.
   */
  path: string;
  /**
   * Seconds between two requests.
   */
  periodSeconds: number;
  /**
   * Failures in a row that count.
   */
  failureThreshold: number;
  /**
   * Seconds until a request has failed.
   */
  timeoutSeconds: number;
}
/**
 * How many pods.
 */
export interface Replicas {
  /**
   * Never fewer.
   */
  min: number;
  /**
   * Never more.
   */
  max: number;
}
/**
 * The catalogue: every service of the insurance system, by name.
 */
export interface Services {
  [k: string]: Service;
}
/**
 * What all its pods together may ask for, within the bounds of its tier.
 */
export interface QuotaOverride {
  /**
   * CPU requests.
   */
  cpu?: string;
  /**
   * Memory requests and limits.
   */
  memory?: string;
  /**
   * Number of pods.
   */
  pods?: number;
}
/**
 * What is different for single services of the catalogue.
 */
export interface ServiceOverrides {
  [k: string]: ServiceOverride;
}
export interface ServiceOverride {
  /**
   * Whether the tenant has this service at all. Default: every service of the catalogue.
   */
  enabled?: boolean;
  /**
   * How far the autoscaler may go, within the bounds of the tier.
   */
  replicas?: {
    /**
     * Never fewer pods than this.
     */
    min?: number;
    /**
     * Never more pods than this.
     */
    max?: number;
  };
  /**
   * What one pod asks for, within the bounds of the tier.
   */
  resources?: {
    /**
     * CPU request of one pod.
     */
    cpu?: string;
    /**
     * Memory request and limit of one pod.
     */
    memory?: string;
  };
}
/**
 * One insurer. The file's name is the tenant's id. What is left out is the default of its tier.
 */
export interface Tenant {
  /**
   * The name everything else is derived from. It never changes: renaming a tenant is creating another one.
   */
  id: string;
  /**
   * The insurer's name as people write it.
   */
  displayName: string;
  /**
   * What the insurer has bought; `platform/tiers.yaml` says what that means.
   */
  tier: 'premium' | 'standard' | 'basic';
  /**
   * Where the tenant stands, one step at a time: onboarding, active, suspended (data kept, no traffic, no replicas), retained (data only), purged (nothing).
   */
  lifecycle?: 'onboarding' | 'active' | 'suspended' | 'retained' | 'purged';
  /**
   * The cluster that owns the database writer. Migrations and schedules run there and only there.
   */
  home: string;
  /**
   * Every cluster the tenant's services run on, its home among them. Default: its home alone.
   *
   * @minItems 1
   * @maxItems 8
   *
   * Items: A cluster's name: that of its file in `clusters/` and of the EKS cluster.
   */
  clusters?: string[];
  /**
   * Mailbox of those who answer for this tenant.
   */
  owner: string;
  /**
   * Where its cost is booked.
   */
  costCentre: string;
  /**
   * Language and country of its portal and letters (BCP 47).
   */
  locale?: string;
  /**
   * IANA time zone of its business day; schedules follow it.
   */
  timeZone?: string;
  /**
   * How its users reach it.
   */
  routing?: {
    /**
     * `domain`: its own host name. `path`: a prefix on the shared domain.
     */
    mode: 'domain' | 'path';
    /**
     * Its own host name, with `mode: domain`. It must be listed for this tenant in `platform/domains.yaml`.
     */
    host?: string;
    /**
     * The first path segment on the shared domain, with `mode: path`. Default: the tenant's id.
     */
    prefix?: string;
  };
  /**
   * Who may look into its namespace.
   */
  access?: {
    /**
     * Identity-provider groups of the tenant's own engineers. Default: `tenant-<id>-engineers`.
     *
     * @minItems 1
     * @maxItems 10
     *
     * Items: A group of the identity provider, as Kubernetes sees it.
     */
    engineers?: string[];
    /**
     * Whether the organisation's support may read its workloads.
     */
    support?: boolean;
  };
  quota?: QuotaOverride;
  services?: ServiceOverrides;
  /**
   * What is different on one of its clusters. Wins over everything else.
   */
  clusterOverrides?: {
    [k: string]: {
      /**
       * The tenant's lifecycle on this cluster alone: how it leaves a cluster, step by step.
       */
      lifecycle?: 'onboarding' | 'active' | 'suspended' | 'retained' | 'purged';
      quota?: QuotaOverride;
      services?: ServiceOverrides;
    };
  };
}
/**
 * What one tier gets.
 */
export interface Tier {
  /**
   * What the tier is, in a sentence.
   */
  description: string;
  /**
   * Rollout ring: 1 goes first.
   */
  ring: number;
  /**
   * Value of its PriorityClass: under pressure, pods of a lower value are evicted first.
   */
  priority: number;
  /**
   * On how many clusters a tenant may live.
   */
  maxClusters: number;
  /**
   * What all pods of a tenant together may ask for.
   */
  quota: {
    /**
     * CPU requests.
     */
    cpu: {
      /**
       * What a tenant gets.
       */
      default: string;
      /**
       * The least it may choose.
       */
      min?: string;
      /**
       * The most it may choose.
       */
      max?: string;
    };
    /**
     * Memory requests and limits.
     */
    memory: {
      /**
       * What a tenant gets.
       */
      default: string;
      /**
       * The least it may choose.
       */
      min?: string;
      /**
       * The most it may choose.
       */
      max?: string;
    };
    /**
     * Number of pods.
     */
    pods: {
      /**
       * What a tenant gets.
       */
      default: number;
      /**
       * The least it may choose.
       */
      min?: number;
      /**
       * The most it may choose.
       */
      max?: number;
    };
  };
  /**
   * What one container may ask for, and what it gets when it asks for nothing.
   */
  container: {
    min: Resources;
    default: Resources;
    max: Resources;
  };
  /**
   * How far a tenant may move its autoscalers.
   */
  replicas: {
    /**
     * Least number of pods it may choose.
     */
    min: number;
    /**
     * Greatest number of pods it may choose.
     */
    max: number;
  };
  /**
   * How pods are spread.
   */
  spread: {
    /**
     * Whether a pod that cannot be spread over zones waits (`required`) or starts anyway (`preferred`).
     */
    zones: 'required' | 'preferred';
  };
  /**
   * What a drain may take away at once.
   */
  disruption: {
    /**
     * Pods of one service, as a percentage (rounded up, so that a drain is never blocked).
     */
    maxUnavailable: string;
  };
}
/**
 * What the platform sells: every number a tenant gets, and how far a tenant may move it.
 */
export interface Tiers {
  premium: Tier;
  standard: Tier;
  basic: Tier;
}
