// Made by `npm run generate` from schemas/. Do not edit.

export interface Inputs {
  Approval?: Approval;
  Cluster?: Cluster;
  Component?: Component;
  Replicas?: Replicas;
  Resources?: Resources;
  Components?: Components;
  Controls?: Controls;
  Domains?: Domains;
  Engines?: Engines;
  LegalRequirements?: LegalRequirements;
  Framework?: Framework;
  Platform?: Platform;
  RestoreMinutes?: RestoreMinutes;
  Recovery?: Recovery;
  Release?: Release;
  Requirements?: Requirements;
  Service?: Service;
  Probe?: Probe;
  External?: External;
  Services?: Services;
  State?: State;
  QuotaOverride?: QuotaOverride;
  ServiceOverrides?: ServiceOverrides;
  Tenant?: Tenant;
  Tier?: Tier;
  Tiers?: Tiers;
  Tombstone?: Tombstone;
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
   * Where copies go of a tenant that is on no other cluster. Velero's buckets, here and in `region`, are made by the account's bootstrap with versions and an object lock.
   */
  backupRegion: string;
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
     * The cluster's own security group: nodes and pods, DNS and probes among them.
     */
    securityGroup: string;
    /**
     * Role of the subnets that the cluster was made with: the API server has its interfaces in them, and is reached and calls webhooks nowhere else. `aws eks describe-cluster --query cluster.resourcesVpcConfig.subnetIds` lists them.
     */
    apiServerRole?: 'public' | 'node' | 'endpoint';
    /**
     * Range that tenants' own subnets are cut from; without it no tenant has any here.
     */
    tenantPool?: string;
    /**
     * Route table of tenants' own subnets: local routes and no way out. Goes with `tenantPool`.
     */
    tenantRouteTable?: string;
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
       * `public`: ways out. `node`: machines, and the internal load balancer. `pod`: pod addresses. `data`: databases and caches. `endpoint`: interface endpoints of AWS services.
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
  identity?: ClusterIdentity;
  edge: ClusterEdge;
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
  /**
   * Security group of the pods that make schemas, users and rights in tenants' databases. The account's bootstrap makes it, open towards subnets for data.
   */
  databaseAdministrators: string;
}
/**
 * How pods become AWS roles.
 */
export interface ClusterIdentity {
  /**
   * `pod-identity`: through the EKS Pod Identity Agent. `irsa`: through the cluster's OpenID Connect provider.
   */
  mode: 'pod-identity' | 'irsa';
  /**
   * The provider without `https://`, with `mode: irsa`.
   */
  oidcProvider?: string;
}
/**
 * What stands before the cluster's load balancer, which only CloudFront reaches.
 */
export interface ClusterEdge {
  /**
   * ARN of the regional web ACL on the load balancer.
   */
  webAcl: string;
  /**
   * Bucket of the load balancer's access logs, and of CloudFront's, which need its access lists (`BucketOwnerPreferred`).
   */
  logBucket: string;
  /**
   * Id of the CloudFront VPC origin that leads to the load balancer, once both are there: `aws cloudfront create-vpc-origin`. Without it no distribution leads here. The load balancer's certificate names `<cluster>.origin.<shared host>`.
   */
  vpcOrigin?: string;
  /**
   * Whether the distribution of the environment's shared host is made here and leads here: on one cluster of each environment.
   */
  sharedHost?: boolean;
  /**
   * AWS's managed list of CloudFront's addresses in this region (`com.amazonaws.global.cloudfront.origin-facing`).
   */
  prefixList: string;
}
/**
 * One component: its charts, its size, and for Crossplane its packages.
 */
export interface Component {
  /**
   * What it does, in a sentence.
   */
  description: string;
  /**
   * The upstream charts that its umbrella chart depends on.
   *
   * @minItems 1
   * @maxItems 10
   */
  charts: UpstreamChart[];
  replicas: Replicas;
  resources: Resources;
  /**
   * Crossplane packages: providers and functions.
   *
   * @minItems 1
   * @maxItems 40
   */
  packages?: CrossplanePackage[];
  /**
   * Images that bring it what it lacks, each with its tag: Velero's object stores.
   *
   * @minItems 1
   * @maxItems 5
   */
  plugins?: string[];
}
/**
 * One chart, pinned.
 */
export interface UpstreamChart {
  /**
   * Its name in the repository.
   */
  name: string;
  /**
   * Where it comes from: `https://…` or `oci://…`, without the chart's name.
   */
  repository: string;
  /**
   * The exact version, never a range.
   */
  version: string;
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
 * One package, pinned.
 */
export interface CrossplanePackage {
  /**
   * The object's name on the cluster.
   */
  name: string;
  /**
   * What it is.
   */
  kind: 'Provider' | 'Function';
  /**
   * Registry and repository, without a tag.
   */
  package: string;
  /**
   * The exact version with its `v`.
   */
  version: string;
  /**
   * ConfigMap, beside Crossplane, with the certificates of authorities that it trusts and no others. The account's bootstrap makes it. Default: those of its image.
   */
  trusts?: string;
}
/**
 * What every cluster runs for all tenants: one umbrella chart per component, in a namespace of the same name.
 */
export interface Components {
  'istio-system': Component;
  'nginx-ingress': Component;
  'aws-load-balancer-controller': Component;
  'external-secrets': Component;
  'crossplane-system': Component;
  velero: Component;
}
/**
 * Which rendered field meets which requirement. `check` holds every row against the tree.
 */
export interface Controls {
  [k: string]: Control;
}
/**
 * How a requirement is met.
 */
export interface Control {
  /**
   * Which.
   */
  requirement: string;
  /**
   * What is so, in a sentence.
   */
  statement: string;
  /**
   * Where it can be shown only in some states of a tenant. Default: in all.
   *
   * @minItems 1
   * @maxItems 5
   *
   * Items: The five states of a tenant, in their order.
   */
  lifecycles?: ('onboarding' | 'active' | 'suspended' | 'retained' | 'purged')[];
  /**
   * Where it can be shown: on every cluster of the tenant (the default), at its home alone, or on the others alone.
   */
  at?: 'everywhere' | 'home' | 'elsewhere';
  /**
   * Every field that shows it.
   *
   * @minItems 1
   * @maxItems 20
   */
  evidence: Evidence[];
}
/**
 * A field of a rendered object, and what stands there.
 */
export interface Evidence {
  /**
   * The object's `apiVersion`.
   */
  apiVersion: string;
  /**
   * Its kind.
   */
  kind: string;
  /**
   * Its name; `{tenant}` and other words in braces stand for what the tenant has.
   */
  name: string;
  /**
   * The way to the field, step by step; a number is the place in a list.
   *
   * @minItems 1
   * @maxItems 12
   *
   * Items: One step.
   */
  field: string[];
  /**
   * What stands there; the items of a list are joined by commas.
   */
  expected: string;
  /**
   * `equal` (the default), or `atLeast` for a number that may be greater.
   */
  compare?: 'equal' | 'atLeast';
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
 * The database engines that RDS has and tenants may choose, and until when.
 */
export interface Engines {
  mariadb: Engine;
}
/**
 * MariaDB.
 */
export interface Engine {
  /**
   * The version of a tenant that names none.
   */
  default: string;
  /**
   * By version; RDS takes the newest minor version of each by itself. What is not here is not sold.
   */
  versions: {
    [k: string]: EngineVersion;
  };
  /**
   * Where versions and days come from.
   */
  source: string;
  /**
   * From how many days before its end a version is warned of.
   */
  warnDays: number;
  /**
   * Who signs the certificates of instances (RDS User Guide, "Using SSL/TLS to encrypt a connection").
   */
  certificateAuthority: string;
  /**
   * Path, in every image of a service, of the certificates of RDS's authorities.
   */
  clientBundle: string;
  /**
   * A query that takes longer is logged.
   */
  slowQuerySeconds: number;
  /**
   * What the audit plugin writes down. `QUERY` and its parts of data hold the values that are written: personal data in a log.
   *
   * @minItems 1
   */
  auditEvents: (
    'CONNECT' | 'TABLE' | 'QUERY_DDL' | 'QUERY_DCL' | 'QUERY_DML' | 'QUERY_DML_NO_SELECT' | 'QUERY'
  )[];
  /**
   * How long clients may remember where a database's name leads: as long it takes at least until they follow a failover.
   */
  endpointSeconds: number;
  /**
   * How long errors and slow queries are kept. What the audit plugin writes down is kept as long as an audit trail has to be.
   */
  logDays: number;
}
export interface EngineVersion {
  /**
   * Family of its parameter groups.
   */
  family: string;
  /**
   * The last day of RDS's standard support. MariaDB has no extended one: after it RDS upgrades by force.
   */
  endOfSupport: string;
}
/**
 * What is known, by requirement. What is not here is unknown, and the strictest that anybody asks for holds.
 */
export interface LegalRequirements {
  /**
   * @minItems 1
   * @maxItems 10
   */
  [k: string]: LegalRequirement[];
}
export interface LegalRequirement {
  /**
   * How many, in the requirement's own unit; a duty has none.
   */
  value?: number;
  /**
   * Whether years are counted from the end of the year of the event: it makes up to one more.
   */
  calendarYears?: boolean;
  /**
   * The event that it is counted from.
   */
  from?: string;
  /**
   * Where the law says it, as lawyers write it.
   */
  citation: string;
  /**
   * What was read: the text itself or its authority's opinion (`primary`), or what somebody else says of it (`secondary`).
   */
  evidence: 'primary' | 'secondary';
  /**
   * What was read, where it is not the text itself.
   */
  read?: string;
  /**
   * When somebody last looked it up.
   */
  checkedOn: string;
  /**
   * Whether a lawyer has confirmed it.
   */
  counselReviewed: boolean;
}
/**
 * What one framework asks of whoever follows it. The file is named after it.
 */
export interface Framework {
  /**
   * The framework.
   */
  name: string;
  requirements: LegalRequirements;
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
    /**
     * The zone of names that only clusters know: each cluster's `dns.privateZone` is that zone in its own VPC.
     */
    private: string;
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
   * Tenants' keys, and what services encrypt with them field by field.
   */
  encryption: {
    /**
     * A key gets new material that often. What was encrypted before stays readable.
     */
    rotationDays: number;
    /**
     * So long a key can still be saved after somebody has asked AWS to delete it.
     */
    deletionDays: number;
    /**
     * How services encrypt a field with the data key that they get.
     */
    algorithm: 'AES-256-GCM';
    /**
     * Personal data that is never stored in plain text: columns by table.
     */
    fields: {
      /**
       * Columns of the table.
       *
       * @minItems 1
       */
      [k: string]: string[];
    };
  };
  /**
   * What all tenants' caches run.
   */
  cache: {
    /**
     * Version of Redis.
     */
    engineVersion: string;
    /**
     * Parameter group family of that version.
     */
    family: 'redis6.x' | 'redis7';
    /**
     * What goes when memory is full (`maxmemory-policy`).
     */
    eviction:
      | 'allkeys-lfu'
      | 'allkeys-lru'
      | 'allkeys-random'
      | 'noeviction'
      | 'volatile-lfu'
      | 'volatile-lru'
      | 'volatile-random'
      | 'volatile-ttl';
  };
  /**
   * What all tenants' queues have in common.
   */
  queues: {
    /**
     * A message that nobody takes is kept so long.
     */
    retentionDays: number;
    /**
     * A message that failed is kept so long, counted from the day that it was sent.
     */
    failedDays: number;
    /**
     * A message that was taken and not deleted comes back after that.
     */
    visibilitySeconds: number;
    /**
     * A message that was taken so often goes where failed ones are kept.
     */
    attempts: number;
    /**
     * Whoever asks for messages waits so long for one.
     */
    waitSeconds: number;
  };
  /**
   * When objects in tenants' buckets become cheaper to keep.
   */
  buckets: {
    /**
     * To storage for what is seldom read, after.
     */
    infrequentDays: number;
    /**
     * Old versions and archives to the cheapest storage that answers at once, after.
     */
    archiveDays: number;
    /**
     * An upload that never ended is cleared away after.
     */
    abortDays: number;
  };
  cdn: PlatformCdn;
  oncall: Oncall;
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
     * First part of every workload's certificate name.
     */
    trustDomain: string;
    /**
     * What happens to a request that failed. One that changes nothing (GET, HEAD, OPTIONS) is repeated; any other only if no pod has seen it.
     */
    retries: {
      /**
       * Further tries.
       */
      attempts: number;
      /**
       * Longest wait for a connection, of a request that may be repeated or not.
       */
      connectSeconds: number;
    };
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
    /**
     * What its pods run as; with the namespace, its name in the mesh.
     */
    serviceAccount: string;
    /**
     * The Service in front of its pods.
     */
    service: string;
    /**
     * The class of objects that it serves.
     */
    ingressClass: string;
    /**
     * Which TLS the load balancer speaks: the name of a security policy of Elastic Load Balancing.
     */
    tlsPolicy: string;
    /**
     * How long the load balancer waits for an answer: longer than the slowest service, shorter than NGINX keeps a connection (75).
     */
    idleSeconds: number;
    /**
     * How long one of its pods still answers when it goes: the load balancer learns of that later than the pod.
     */
    drainSeconds: number;
    /**
     * Longest wait for a connection to a service.
     */
    connectSeconds: number;
    /**
     * Idle connections that NGINX keeps to each service.
     */
    keepalive: number;
    /**
     * Memory in which a tenant's callers are counted: one megabyte holds about 16000 addresses.
     */
    rateMemory: string;
    /**
     * How long a browser remembers to use TLS alone.
     */
    hstsSeconds: number;
    /**
     * When a caller of a suspended tenant may try again.
     */
    retryAfterSeconds: number;
    /**
     * Headers of callers that services see. All others end at the edge, so nobody outside can say what only the edge or the mesh may say.
     *
     * @minItems 1
     * @maxItems 64
     */
    requestHeaders: string[];
    /**
     * The widest range that a tenant may allow its users to come from, as prefix lengths.
     */
    widestSource: {
      /**
       * Bits of an IPv4 range.
       */
      ipv4: number;
      /**
       * Bits of an IPv6 range.
       */
      ipv6: number;
    };
  };
  identity: PlatformIdentity;
  secrets: PlatformSecrets;
  /**
   * Alloy, the collector of logs, metrics and traces.
   */
  telemetry: {
    /**
     * Its namespace.
     */
    namespace: string;
    /**
     * The Service in front of its pods.
     */
    collector: string;
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
   * Which of Crossplane's compositions tenants' claims are made by. A change of a composition raises the number; then one ring after the other follows.
   */
  compositions: {
    /**
     * The number of all compositions as they are now.
     */
    revision: number;
    /**
     * The number that each ring's claims follow: this one or the one before it.
     *
     * @minItems 1
     * @maxItems 9
     */
    rings: CompositionRing[];
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
 * How CloudFront serves tenants.
 */
export interface PlatformCdn {
  /**
   * Security policy for visitors.
   */
  tlsPolicy: 'TLSv1.2_2021' | 'TLSv1.2_2025' | 'TLSv1.3_2025';
  /**
   * Below it services take every method, from the tenant's home alone, and nothing is cached; elsewhere they are only read, from another region too when the home fails.
   */
  apiPath: string;
}
/**
 * Whom alarms call.
 */
export interface Oncall {
  /**
   * Where alarms are posted; it confirms subscriptions by itself.
   */
  endpoint: string;
  /**
   * Who hears of budgets.
   */
  mailbox: string;
}
/**
 * The identity provider of tenants that have none of their own, and what every token says.
 */
export interface PlatformIdentity {
  /**
   * Address below which every tenant has a realm of its own: `<realms>/<id>` is its issuer.
   */
  realms: string;
  /**
   * Where a realm's signing keys are, below its issuer.
   */
  keysPath: string;
  /**
   * The claim that holds the tenant's id, in the tokens of every provider.
   */
  claim: string;
}
/**
 * The External Secrets Operator, which copies a tenant's secrets from Secrets Manager into its namespace.
 */
export interface PlatformSecrets {
  /**
   * Its namespace.
   */
  namespace: string;
  /**
   * What it runs as; its role is `<cluster>-<this>`, which may become every tenant's reader and nothing else.
   */
  serviceAccount: string;
  /**
   * How often it looks for a new value.
   */
  refreshMinutes: number;
}
/**
 * One ring.
 */
export interface CompositionRing {
  /**
   * As tiers have it.
   */
  ring: number;
  /**
   * The number that its claims follow.
   */
  revision: number;
}
/**
 * How long a restore takes.
 */
export interface RestoreMinutes {
  /**
   * Whatever the size.
   */
  fixed: number;
  /**
   * More for each 100 GiB of the database.
   */
  per100GiB: number;
}
/**
 * What each mechanism of recovery can do, in minutes at its worst, and where the numbers come from. Schedules follow from these and from the promises of the tiers.
 */
export interface Recovery {
  /**
   * A restore from RDS's automated backups, in the home region.
   */
  pointInTime: {
    /**
     * What may be lost.
     */
    lagMinutes: number;
    restore: RestoreMinutes;
    /**
     * Where the numbers come from: who says so, or which drill measured it.
     */
    source: string;
  };
  /**
   * A read replica in another region, which is promoted.
   */
  replica: {
    /**
     * How far it may be behind.
     */
    lagMinutes: number;
    /**
     * How long promotion takes.
     */
    promoteMinutes: number;
    /**
     * Where the numbers come from: who says so, or which drill measured it.
     */
    source: string;
  };
  /**
   * Automated backups that RDS replicates to another region.
   */
  backups: {
    /**
     * What may be lost.
     */
    lagMinutes: number;
    restore: RestoreMinutes;
    /**
     * Where the numbers come from: who says so, or which drill measured it.
     */
    source: string;
  };
  /**
   * Snapshots that AWS Backup takes and copies to another region.
   */
  snapshots: {
    /**
     * How late one may start.
     */
    startWindowMinutes: number;
    /**
     * How long one takes.
     */
    takeMinutes: number;
    /**
     * How long its copy takes.
     */
    copyMinutes: number;
    restore: RestoreMinutes;
    /**
     * Where the numbers come from: who says so, or which drill measured it.
     */
    source: string;
  };
  /**
   * Objects that S3 replicates to another region.
   */
  documents: {
    /**
     * What may be lost.
     */
    lagMinutes: number;
    /**
     * Where the numbers come from: who says so, or which drill measured it.
     */
    source: string;
  };
  /**
   * The tenant's Kubernetes objects, as Velero saves them.
   */
  objects: {
    /**
     * How long saving takes.
     */
    takeMinutes: number;
    /**
     * How long it takes until the other region has it.
     */
    copyMinutes: number;
    /**
     * How long a restore takes.
     */
    restoreMinutes: number;
    /**
     * Where the numbers come from: who says so, or which drill measured it.
     */
    source: string;
  };
  /**
   * When RDS works on its instances by itself; snapshots keep away.
   */
  windows: {
    /**
     * Every week.
     */
    maintenance: {
      /**
       * On which day.
       */
      day: 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
      /**
       * When it begins, in UTC.
       */
      start: string;
      /**
       * How long it is.
       */
      minutes: number;
    };
    /**
     * Every day.
     */
    backup: {
      /**
       * When it begins, in UTC.
       */
      start: string;
      /**
       * How long it is.
       */
      minutes: number;
    };
    /**
     * How long before one no snapshot may start.
     */
    clearMinutes: number;
    /**
     * Where the numbers come from: who says so, or which drill measured it.
     */
    source: string;
  };
  /**
   * How AWS Backup keeps what it took.
   */
  vaults: {
    /**
     * `governance`: whoever may do so in IAM takes the lock off. `compliance`: nobody can, for ever, once `changeableDays` are over; a vault with a mistake in it then stays as long as its backups.
     */
    lock: 'governance' | 'compliance';
    /**
     * How long a lock of `compliance` can still be taken back.
     */
    changeableDays: number;
    /**
     * No backup is kept for less.
     */
    minDays: number;
    /**
     * No backup is kept for longer. AWS Backup refuses what is outside of both, so it has to leave room for laws to come.
     */
    maxDays: number;
    /**
     * A backup that takes longer is given up.
     */
    completionMinutes: number;
    /**
     * Where the numbers come from: who says so, or which drill measured it.
     */
    source: string;
  };
  /**
   * How it is seen that what was saved can be restored.
   */
  tests: {
    database: DatabaseTest;
    objects: ObjectTest;
    /**
     * Where the numbers come from: who says so, or which drill measured it.
     */
    source: string;
  };
}
/**
 * AWS Backup restores a snapshot of each database once a month, and takes it away again.
 */
export interface DatabaseTest {
  /**
   * How old the snapshot may be.
   */
  windowDays: number;
  /**
   * How late the test may start.
   */
  startHours: number;
  /**
   * How long the restored database is there for people to look into.
   */
  keepHours: number;
}
/**
 * On every cluster, a job restores each tenant's newest saved objects into a closed namespace, and takes them away again.
 */
export interface ObjectTest {
  /**
   * When, in UTC: five fields of cron.
   */
  schedule: string;
  /**
   * After which it is given up.
   */
  hours: number;
  /**
   * What has `sh`, `kubectl` and `jq`: registry, repository, tag and digest.
   */
  image: string;
  /**
   * As whom it runs.
   */
  user: number;
  resources: Resources;
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
 * Every requirement that states and frameworks speak of.
 */
export interface Requirements {
  [k: string]: Requirement;
}
/**
 * One thing that laws ask for.
 */
export interface Requirement {
  /**
   * What it is, in a sentence.
   */
  description: string;
  /**
   * What is counted: years that records or trails are kept (longest wins), hours or days until somebody is told (shortest wins), or nothing, for what must simply be so.
   */
  measure: 'record-years' | 'trail-years' | 'notice-hours' | 'notice-days' | 'duty';
  /**
   * Whether it is the platform's own, which no law speaks of: it is not unknown of anybody.
   */
  own?: boolean;
  /**
   * What the platform takes at least where it is unknown; every requirement but a duty has it.
   */
  floor?: number;
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
   * `http`: answers requests. `worker`: drains a queue. `schedule`: runs by the clock, at home only. `migration`: runs before a rollout; elsewhere than at home its `check` does.
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
  check?: Check;
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
  exposed?: Exposure;
  /**
   * Services it opens connections to, and what it may ask of each. Nothing else can be reached.
   */
  calls?: {
    [k: string]: CallScope;
  };
  /**
   * A request that takes longer is given up, with `kind: http`.
   */
  timeoutSeconds?: number;
  /**
   * Hosts outside the platform that it may reach, unless the tenant names its own.
   *
   * @maxItems 16
   */
  external?: External[];
  /**
   * Environment variables whose values come from the tenant's own path in Secrets Manager.
   */
  secrets?: {
    [k: string]: SecretRef;
  };
  /**
   * What it keeps state in; `key`: it encrypts personal data field by field.
   */
  needs?: ('database' | 'cache' | 'bucket' | 'queue' | 'key')[];
  /**
   * Settings that are the same for every tenant.
   */
  env?: {
    [k: string]: string;
  };
}
/**
 * What it runs on clusters that are not the home, with `kind: migration`. It must only read.
 */
export interface Check {
  /**
   * Fails unless everything in its `needs` answers.
   *
   * @minItems 1
   * @maxItems 12
   */
  command: string[];
  /**
   * Stores that it reads. The cache is among them: a database elsewhere lets in pods of no group.
   */
  needs: ('database' | 'cache' | 'bucket' | 'queue' | 'key')[];
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
 * What the edge sends here; without it the edge never does.
 */
export interface Exposure {
  /**
   * Path below the tenant's origin.
   */
  path: string;
  /**
   * Methods that users may use, with a token of the tenant's own identity provider.
   *
   * @minItems 1
   * @maxItems 7
   *
   * Items: An HTTP method.
   */
  methods: ('GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE')[];
  /**
   * What needs no token: health, the call-back of a login, static files.
   *
   * @minItems 1
   * @maxItems 10
   */
  public?: PublicPath[];
}
export interface PublicPath {
  /**
   * At or below `exposed.path`.
   */
  path: string;
  /**
   * Methods that need no token.
   *
   * @minItems 1
   * @maxItems 7
   *
   * Items: An HTTP method.
   */
  methods: ('GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE')[];
}
export interface CallScope {
  /**
   * Methods it uses.
   *
   * @minItems 1
   * @maxItems 7
   *
   * Items: An HTTP method.
   */
  methods: ('GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE')[];
  /**
   * Paths it asks for.
   *
   * @minItems 1
   * @maxItems 10
   *
   * Items: A path and everything below it: `/api/policies` covers `/api/policies/17`, never `/api/policies-old`.
   */
  paths: string[];
}
/**
 * A host outside the platform that a service may open TLS connections to.
 */
export interface External {
  /**
   * Its name, as the TLS handshake says it.
   */
  host: string;
  /**
   * Its port, on which it speaks TLS from the first byte.
   */
  port: number;
  /**
   * Every public range that its addresses come from: nothing else can be connected to.
   *
   * @minItems 1
   * @maxItems 16
   *
   * Items: An IPv4 range.
   */
  cidrs: string[];
}
export interface SecretRef {
  /**
   * Last part of its name: `/<environment>/<tenant>/<secret>`.
   */
  secret: string;
  /**
   * Key in the JSON object that it holds.
   */
  property: string;
}
/**
 * The catalogue: every service of the insurance system, by name.
 */
export interface Services {
  [k: string]: Service;
}
/**
 * What one jurisdiction asks of an insurer that writes business there. The file is named after its two letters.
 */
export interface State {
  /**
   * The jurisdiction.
   */
  name: string;
  /**
   * Frameworks that are law here: their requirements count as its own.
   *
   * @minItems 1
   * @maxItems 10
   */
  adopts?: Adoption[];
  requirements?: LegalRequirements;
}
/**
 * A framework that is law here.
 */
export interface Adoption {
  /**
   * Which.
   */
  framework: string;
  /**
   * Where the law says it, as lawyers write it.
   */
  citation: string;
  /**
   * What was read: the text itself or its authority's opinion (`primary`), or what somebody else says of it (`secondary`).
   */
  evidence: 'primary' | 'secondary';
  /**
   * When somebody last looked it up.
   */
  checkedOn: string;
  /**
   * Whether a lawyer has confirmed it.
   */
  counselReviewed: boolean;
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
   * Hosts outside the platform that it may reach, instead of the catalogue's.
   *
   * @maxItems 16
   */
  external?: External[];
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
   * With `lifecycle: retained` and after it: the day that the retention of its records counts from. `tenantry offboard` writes it.
   */
  retainedSince?: string;
  purge?: Purge;
  legalHold?: LegalHold;
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
    /**
     * Ranges its users come from; a request from elsewhere is refused at the edge. Default: everybody.
     *
     * @minItems 1
     * @maxItems 50
     *
     * Items: An IPv4 or IPv6 range.
     */
    allowedSources?: string[];
  };
  identity?: IdentityOverride;
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
  /**
   * Where it writes business, as two letters each: what these ask for it gets, and what is unknown of one is taken to be the strictest known. Default: nothing is known.
   *
   * @minItems 1
   * @maxItems 60
   */
  states?: string[];
  /**
   * Frameworks that it follows beside those of its states: files in `platform/compliance/frameworks/`.
   *
   * @minItems 1
   * @maxItems 10
   *
   * Items: A file in `platform/compliance/frameworks/`, without its ending.
   */
  frameworks?: string[];
  /**
   * Where its data may be, by the first part of the names of regions; its contract says so, no law of insurance that is known.
   *
   * @minItems 1
   * @maxItems 10
   */
  residency?: string[];
  /**
   * How long its records are kept when that is longer than its states ask for.
   */
  retentionYears?: number;
  recovery?: RecoveryOverride;
  database?: DatabaseOverride;
  quota?: QuotaOverride;
  services?: ServiceOverrides;
  cdn?: TenantCdn;
  budget?: TenantBudget;
  /**
   * What is different on one of its clusters. Wins over everything else.
   */
  clusterOverrides?: {
    [k: string]: {
      /**
       * The tenant's lifecycle on this cluster alone: how it leaves a cluster, step by step.
       */
      lifecycle?: 'onboarding' | 'active' | 'suspended' | 'retained' | 'purged';
      /**
       * Its own subnets for databases and caches there, one per zone, from the cluster's pool (`network.tenantPool`). A tenant on two clusters needs them on both. Default: it shares the cluster's.
       *
       * @minItems 2
       * @maxItems 6
       */
      subnets?: DedicatedSubnet[];
      quota?: QuotaOverride;
      services?: ServiceOverrides;
    };
  };
}
/**
 * With `lifecycle: purged`: who answers for it. `tenantry offboard` writes it.
 */
export interface Purge {
  /**
   * The tenant's id once more, typed out.
   */
  confirm: string;
  /**
   * Mailbox of whoever answers for it.
   */
  approvedBy: string;
}
/**
 * As long as it stands, nothing of the tenant may be purged.
 */
export interface LegalHold {
  /**
   * The day it began.
   */
  since: string;
  /**
   * Whose order it is, for whoever reads this in an audit.
   */
  reason: string;
}
/**
 * Its identity provider (OpenID Connect). Default: its own realm of the platform's.
 */
export interface IdentityOverride {
  /**
   * The `iss` of its tokens, letter by letter.
   */
  issuer: string;
  /**
   * Where its signing keys are, on the issuer's own host.
   */
  jwksUri: string;
  /**
   * The `aud` a token must have: any of these. Default: `tenantry-<id>`.
   *
   * @minItems 1
   * @maxItems 5
   */
  audiences?: string[];
  /**
   * The portal's client id there. Default: `tenantry-<id>`.
   */
  clientId?: string;
}
/**
 * A stricter promise than its tier's.
 */
export interface RecoveryOverride {
  /**
   * What may be lost at most.
   */
  rpoMinutes?: number;
  /**
   * How long it may be away at most.
   */
  rtoMinutes?: number;
}
/**
 * Its MariaDB, where it differs from its tier's.
 */
export interface DatabaseOverride {
  /**
   * One of `platform/engines.yaml`. It goes up, never down.
   */
  engineVersion?: string;
  /**
   * One that its tier allows.
   */
  instanceClass?: string;
  /**
   * Storage at first. It grows, and never shrinks.
   */
  storageGiB?: number;
  /**
   * How far RDS may grow it by itself.
   */
  maxStorageGiB?: number;
  /**
   * Replicas at home for reports.
   */
  analyticsReplicas?: number;
  /**
   * Instances that were restored from backups, by the cluster that takes them over: their resource ids. `tenantry failover --restored` writes them. Without one the new home would make an empty database.
   */
  adopted?: {
    [k: string]: string;
  };
}
/**
 * How its own host is served.
 */
export interface TenantCdn {
  /**
   * Ids of CloudFront distributions by the host that they serve, once AWS has said them: with it another cluster can take a distribution over when the home moves.
   */
  distributions?: {
    [k: string]: string;
  };
  /**
   * Visitors may come from these countries alone: two letters each (ISO 3166). Default: from everywhere.
   *
   * @minItems 1
   * @maxItems 50
   */
  countries?: string[];
}
/**
 * Another budget than its tier's.
 */
export interface TenantBudget {
  /**
   * US dollars in a month.
   */
  usdPerMonth: number;
}
export interface DedicatedSubnet {
  /**
   * Availability zone.
   */
  zone: string;
  /**
   * Its range.
   */
  cidr: string;
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
   * What the edge lets through.
   */
  edge: {
    /**
     * Requests of one client address, at each edge pod.
     */
    requestsPerSecond: number;
    /**
     * Requests beyond that, before one is refused.
     */
    burst: number;
    /**
     * Largest request body, in NGINX's notation.
     */
    maxBody: string;
  };
  /**
   * What one caller may ask of one service, when a pod counts as broken, and how many requests are traced.
   */
  mesh: {
    /**
     * Connections.
     */
    maxConnections: number;
    /**
     * Requests that wait for a connection.
     */
    maxPending: number;
    /**
     * Errors in a row after which a pod gets no requests for a while.
     */
    consecutiveErrors: number;
    /**
     * How long that is, the first time.
     */
    ejectionSeconds: number;
    /**
     * Most pods of a service that may be left out at once.
     */
    maxEjectionPercent: number;
    /**
     * Share of requests that are traced.
     */
    tracePercent: number;
  };
  recovery: TierRecovery;
  cdn: TierCdn;
  alarms: TierAlarms;
  budget: TierBudget;
  /**
   * Whether a tenant may have subnets of its own for databases and caches.
   */
  dedicatedSubnets: boolean;
  /**
   * The Redis of a tenant on each of its clusters.
   */
  cache: {
    /**
     * How large each node is.
     */
    nodeType: string;
    /**
     * Copies of the node that writes. One of them takes its place when it is lost; without one, what is cached is lost.
     */
    replicas: number;
    /**
     * Whether the nodes are in different zones.
     */
    multiAz: boolean;
    /**
     * How long the daily snapshots are kept; 0: there are none.
     */
    snapshotDays: number;
  };
  /**
   * The buckets of a tenant on each of its clusters.
   */
  bucket: {
    /**
     * Whether every object is copied to another region within minutes.
     */
    replicate: boolean;
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
  database: TierDatabase;
  backup: TierBackup;
}
/**
 * What is promised when something is lost; schedules follow from it.
 */
export interface TierRecovery {
  /**
   * What may be lost at most.
   */
  rpoMinutes: number;
  /**
   * How long a tenant may be away at most, once somebody has decided to recover.
   */
  rtoMinutes: number;
  /**
   * What another region holds of the database: a replica, replicated automated backups, or copies of snapshots. A tenant on one cluster alone gets backups for a replica.
   */
  remote: 'replica' | 'backups' | 'snapshots';
}
/**
 * How a host of the tenant's own is served; path-routed tenants share the platform's.
 */
export interface TierCdn {
  /**
   * From which of CloudFront's places: the cheapest are North America and Europe.
   */
  priceClass: 'PriceClass_100' | 'PriceClass_200' | 'PriceClass_All';
  firewall: Firewall;
}
/**
 * What its web ACL holds back.
 */
export interface Firewall {
  /**
   * AWS's own groups of rules, in the order in which a request meets them.
   *
   * @minItems 1
   * @maxItems 8
   */
  groups: (
    | 'AWSManagedRulesAmazonIpReputationList'
    | 'AWSManagedRulesAnonymousIpList'
    | 'AWSManagedRulesCommonRuleSet'
    | 'AWSManagedRulesKnownBadInputsRuleSet'
    | 'AWSManagedRulesSQLiRuleSet'
    | 'AWSManagedRulesPHPRuleSet'
  )[];
  /**
   * What one address may ask for.
   */
  requestsPerFiveMinutes: number;
}
/**
 * When somebody is called.
 */
export interface TierAlarms {
  /**
   * A database's processor is busier than this.
   */
  cpuPercent: number;
  /**
   * A database has less memory left.
   */
  freeMemoryMiB: number;
  /**
   * A database has less storage left, of what it began with. RDS gives it more below 10 percent, so more than that calls for nothing.
   */
  freeStoragePercent: number;
  /**
   * A database has more connections.
   */
  connections: number;
  /**
   * More reads and writes wait for a database's disk.
   */
  diskQueue: number;
  /**
   * A replica is further behind.
   */
  replicaLagSeconds: number;
  /**
   * A cache's engine is busier than this.
   */
  cacheCpuPercent: number;
  /**
   * A cache is fuller than this.
   */
  cacheMemoryPercent: number;
  /**
   * A cache throws away more in five minutes.
   */
  cacheEvictions: number;
  /**
   * The oldest message of a queue has waited longer.
   */
  queueAgeSeconds: number;
  /**
   * The copy of a bucket is further behind.
   */
  replicationSeconds: number;
  /**
   * More of the answers are errors of ours.
   */
  errorPercent: number;
}
/**
 * What a tenant may cost in AWS before somebody is told; it stops nothing.
 */
export interface TierBudget {
  /**
   * US dollars in a month.
   */
  usdPerMonth: number;
}
/**
 * The MariaDB that a tenant gets.
 */
export interface TierDatabase {
  /**
   * Class of the instance.
   */
  instanceClass: {
    /**
     * What a tenant gets.
     */
    default: string;
    /**
     * What it may choose.
     *
     * @minItems 1
     * @maxItems 20
     *
     * Items: Class of a database instance.
     */
    allowed: string[];
  };
  /**
   * Whether a standby in another zone takes over by itself.
   */
  multiAz: boolean;
  /**
   * Storage at first.
   */
  storageGiB: {
    /**
     * What a tenant gets.
     */
    default: number;
    /**
     * The least it may choose. Default: what it gets.
     */
    min?: number;
    /**
     * The most it may choose. Default: what it gets.
     */
    max?: number;
  };
  /**
   * How far RDS may grow it by itself.
   */
  maxStorageGiB: {
    /**
     * What a tenant gets.
     */
    default: number;
    /**
     * The least it may choose. Default: what it gets.
     */
    min?: number;
    /**
     * The most it may choose. Default: what it gets.
     */
    max?: number;
  };
  /**
   * Operations per second of a volume of 400 GiB or more; a smaller one has what AWS gives it.
   */
  iops?: number;
  /**
   * MiB per second of such a volume.
   */
  throughput?: number;
  /**
   * How far back it can be restored to any moment.
   */
  backupDays: number;
  /**
   * Database Insights.
   */
  insights: {
    /**
     * `advanced` asks for 465 days or more.
     */
    mode: 'standard' | 'advanced';
    /**
     * How long Performance Insights keeps what it saw: 7, whole months of 31 days, or 731.
     */
    days:
      | 7
      | 31
      | 62
      | 93
      | 124
      | 155
      | 186
      | 217
      | 248
      | 279
      | 310
      | 341
      | 372
      | 403
      | 434
      | 465
      | 496
      | 527
      | 558
      | 589
      | 620
      | 651
      | 682
      | 713
      | 731;
  };
  /**
   * Replicas at home for reports, which no service of the platform reads.
   */
  analyticsReplicas: {
    /**
     * What a tenant gets.
     */
    default: number;
    /**
     * The least it may choose. Default: what it gets.
     */
    min?: number;
    /**
     * The most it may choose. Default: what it gets.
     */
    max?: number;
  };
}
/**
 * How long saved things are kept. Snapshots of every month are kept as long as the law or the contract asks for records.
 */
export interface TierBackup {
  /**
   * Snapshots that are taken more than once a day, where the promise asks for them.
   */
  frequentDays: number;
  /**
   * The snapshot of every day.
   */
  dailyDays: number;
  /**
   * The tenant's Kubernetes objects, as Velero saves them.
   */
  objectDays: number;
}
/**
 * What the platform sells: every number a tenant gets, and how far a tenant may move it.
 */
export interface Tiers {
  premium: Tier;
  standard: Tier;
  basic: Tier;
}
/**
 * What stays of a purged tenant: its id, which nobody may bear again, because names of buckets, keys, hosts and logs are made of it. The file is named after the id and is never deleted.
 */
export interface Tombstone {
  /**
   * The id it had.
   */
  id: string;
  /**
   * The day `tenantry offboard` wrote this.
   */
  purgedOn: string;
  /**
   * Mailbox of whoever answered for it.
   */
  approvedBy: string;
}
