// What is rendered: a cluster, or a tenant on a cluster. Complete: nothing here is optional in the sense of
// "look it up elsewhere"; an absent value means that the thing does not exist.
import type { Lifecycle, TierName } from './fleet.ts';
import type {
  Cluster,
  Components,
  Controls,
  DedicatedSubnet,
  Engine,
  Engines,
  External,
  Platform,
  Probe,
  Recovery,
  Resources,
  Tier,
  TierRecovery,
} from './generated/inputs.ts';
import type { ObjectStore } from './names.ts';
import type { Obligation } from './obligation.ts';
import { hasPods } from './placement.ts';

export interface ClusterTarget {
  /** `clusters/prod-use1.yaml` */
  readonly input: string;
  readonly platform: Platform;
  readonly cluster: ResolvedCluster;
  readonly tiers: Readonly<Record<TierName, Tier>>;
  readonly components: Components;
  readonly recovery: Recovery;
  /** Where Velero saves objects, and finds those of the cluster's peer. */
  readonly objectStores: readonly ObjectStorePlace[];
  readonly engines: Engines;
  /** Ports of services that the catalogue exposes, in ascending order: where the edge sends requests. */
  readonly exposedPorts: readonly number[];
  /** Where requests for the environment's shared host may be answered; none: its distribution is not made here. */
  readonly sharedOrigins: readonly CdnOrigin[];
}

export interface ObjectStorePlace {
  readonly name: ObjectStore;
  readonly bucket: string;
  readonly region: string;
  /** Whose objects are in it. */
  readonly cluster: string;
}

export interface TenantTarget {
  /** `tenants/acme.yaml` */
  readonly input: string;
  readonly platform: Platform;
  readonly cluster: ResolvedCluster;
  readonly tier: Tier & { readonly name: TierName };
  /** The number of the compositions that its claims are made by: its ring's. */
  readonly compositionRevision: number;
  readonly tenant: ResolvedTenant;
  /** The tenant's namespace on every cluster: `t-acme`. */
  readonly namespace: string;
  /** This cluster owns the database writer. */
  readonly isHome: boolean;
  readonly quota: Quota;
  readonly compliance: Compliance;
  readonly recovery: PromisedRecovery;
  readonly database: Database;
  readonly cdn: Cdn;
  /** US dollars. */
  readonly monthlyBudget: number;
  /** Subnets of its own on this cluster; none: it shares the cluster's data subnets. */
  readonly dedicatedSubnets: readonly DedicatedSubnet[];
  /** Where its databases and caches on this cluster are. */
  readonly dataCidrs: readonly string[];
  /** Where its databases are, here and at home, which has the writer. */
  readonly databaseCidrs: readonly string[];
  /** At home: the range of pods on its other cluster, which write to the database here. */
  readonly peerPodCidr: string | undefined;
  readonly copies: Copies;
  /** Every service that runs here, sorted by name: none is switched off, schedules are at home only. */
  readonly services: readonly ResolvedService[];
}

export interface ResolvedCluster
  extends Omit<Cluster, 'kubernetesVersion' | 'channel' | 'tenantDefaults' | 'identity' | 'network'> {
  readonly kubernetesVersion: string;
  readonly channel: string;
  readonly identity: ClusterIdentity;
  readonly network: Cluster['network'] & {
    /** Of the subnets that the API server has its interfaces in. */
    readonly apiServerRole: Cluster['network']['subnets'][number]['role'];
  };
}

/** How pods become AWS roles; `oidcProvider` is given with IRSA alone, without `https://`. */
export type ClusterIdentity =
  | { readonly mode: 'pod-identity' }
  | { readonly mode: 'irsa'; readonly oidcProvider: string };

export interface ResolvedTenant {
  readonly id: string;
  readonly displayName: string;
  /** On this cluster; it may leave one cluster before the other. */
  readonly lifecycle: Lifecycle;
  /** The day that the retention of its records counts from; empty before it is retained. */
  readonly retainedSince: string;
  /** The day that it is over; empty before it is retained. */
  readonly retainedUntil: string;
  /** The day that its legal hold began; empty when there is none. */
  readonly heldSince: string;
  readonly home: string;
  readonly clusters: readonly string[];
  readonly owner: string;
  readonly costCentre: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly routing: Routing;
  readonly identity: Identity;
  readonly access: { readonly engineers: readonly string[]; readonly support: boolean };
}

/** Where users reach the tenant: `https://<host><prefix>`. */
export interface Routing {
  readonly mode: 'domain' | 'path';
  readonly host: string;
  /** Empty with a domain of its own, else `/<segment>`. */
  readonly prefix: string;
  /** Ranges that users may come from; none: they may come from everywhere. */
  readonly allowedSources: readonly string[];
}

/** Who signs the tokens of the tenant's users. */
export interface Identity {
  readonly issuer: string;
  readonly jwksUri: string;
  /** A token must be meant for one of them. */
  readonly audiences: readonly string[];
  /** The portal's own id at the provider. */
  readonly clientId: string;
}

/** What it must keep and tell, and how that is shown. */
export interface Compliance {
  /** Two letters each; none: nobody knows where it writes business. */
  readonly states: readonly string[];
  readonly frameworks: readonly string[];
  /** First parts of names of regions. */
  readonly residency: readonly string[];
  /** In the order of `platform/compliance/requirements.yaml`. */
  readonly obligations: readonly Obligation[];
  /** How long records are kept, by law or by contract; the days hold as many leap days as can be. */
  readonly retention: Period;
  /** How long audit trails are kept. */
  readonly trail: Period;
  /** The supervisor hears of an incident within. */
  readonly incidentHours: number;
  /** Consumers hear of a breach within. */
  readonly consumerDays: number;
  readonly controls: Controls;
}

export interface Period {
  readonly years: number;
  readonly days: number;
}

/** How visitors reach a host of the tenant's own. */
export interface Cdn {
  /** AWS's id of the distribution; empty before it is known. */
  readonly distribution: string;
  /** Where visitors may come from; none: from everywhere. */
  readonly countries: readonly string[];
  /** Where requests may be answered, its home first; clusters that no VPC origin leads to are none of them. */
  readonly origins: readonly CdnOrigin[];
  /** The name in a zone of ours that its own host points to. */
  readonly entryHost: string;
}

export interface CdnOrigin {
  readonly cluster: string;
  readonly domain: string;
  readonly vpcOrigin: string;
}

/** What is promised when something is lost, and what follows from it. */
export interface PromisedRecovery {
  readonly rpoMinutes: number;
  readonly rtoMinutes: number;
  /** How large the database may grow: a restore takes longer for a larger one. */
  readonly storageGiB: number;
  /** What another region holds of the database. */
  readonly remote: TierRecovery['remote'];
  /** Whether another region has the documents. */
  readonly replicatesDocuments: boolean;
  readonly schedules: {
    /** When AWS Backup takes a snapshot of the database: five fields of cron, in UTC. */
    readonly snapshots: string;
    /** When Velero saves the tenant's objects: five fields of cron, in UTC. */
    readonly objects: string;
    /** How far apart that is. */
    readonly objectMinutes: number;
  };
  readonly mechanisms: Recovery;
}

/** Where copies go of what must outlive the region. */
export interface Copies {
  readonly region: string;
  readonly account: string;
  /** Another of the tenant's clusters, which has buckets, vaults and a key of its own there; empty: nothing of it is there. */
  readonly cluster: string;
}

/** Its MariaDB, as far as this cluster has to do with it. */
export interface Database {
  readonly engine: Engine;
  /** `11.8` */
  readonly engineVersion: string;
  /** Of its parameter groups. */
  readonly family: string;
  readonly instanceClass: string;
  readonly multiAz: boolean;
  readonly storageGiB: number;
  readonly maxStorageGiB: number;
  /** Of a volume that is large enough to have a choice. */
  readonly provisioned: { readonly iops: number; readonly throughput: number } | undefined;
  /** How far back it can be restored to any moment. */
  readonly backupDays: number;
  readonly insights: { readonly mode: 'standard' | 'advanced'; readonly days: number };
  /** At home. */
  readonly analyticsReplicas: number;
  /** When RDS works on it by itself, in UTC. */
  readonly windows: Windows;
  /** The instance that was restored for this cluster to take over, `db-ABC…`; empty: none. */
  readonly adopted: string;
  /** Where the writer is. */
  readonly home: { readonly region: string; readonly account: string };
  readonly part: DatabasePart;
  /** Ids of the private zones of the tenant's other clusters. */
  readonly otherZones: readonly string[];
}

/** `05:12-05:42` and `sun:07:12-sun:07:42` */
export interface Windows {
  readonly backup: string;
  readonly maintenance: string;
}

/** What of a database one cluster has. */
export interface DatabasePart {
  readonly isWriter: boolean;
  readonly isReplica: boolean;
  /** Copies of the automated backups are asked for here: for this region, or at home for a region where the tenant is not. */
  readonly holdsBackups: boolean;
}

export interface Quota {
  readonly cpu: string;
  readonly memory: string;
  readonly pods: number;
}

export type Need = 'database' | 'cache' | 'bucket' | 'queue' | 'key';

/** Each path stands for itself and everything below it. */
export interface Call {
  readonly service: string;
  readonly port: number;
  readonly methods: readonly string[];
  readonly paths: readonly string[];
}

export interface SecretVariable {
  /** `APP_KEY` */
  readonly env: string;
  /** Last part of the secret's name. */
  readonly secret: string;
  /** Key in the JSON object that it holds. */
  readonly property: string;
}

/** What the edge sends to a service. */
export interface Exposed {
  /** Below the tenant's origin; the path stands for itself and everything below it. */
  readonly path: string;
  /** With a token. */
  readonly methods: readonly string[];
  /** Without one. */
  readonly public: readonly { readonly path: string; readonly methods: readonly string[] }[];
}

interface ServiceCore {
  readonly name: string;
  readonly description: string;
  /** Registry, repository, tag and digest. */
  readonly image: string;
  readonly command: readonly string[];
  readonly user: number;
  readonly writable: readonly string[];
  readonly resources: Resources;
  /** Enabled services that it opens connections to, by name. */
  readonly calls: readonly Call[];
  /** Hosts outside the platform that it may reach. */
  readonly external: readonly External[];
  /** Variables whose values come from Secrets Manager, by name. */
  readonly secrets: readonly SecretVariable[];
  readonly needs: readonly Need[];
  readonly env: Readonly<Record<string, string>>;
  readonly runtime: 'laravel' | 'node' | 'static';
}

interface Running extends ServiceCore {
  readonly metricsPort: number | undefined;
  readonly probes: { readonly startup: Probe; readonly liveness: Probe; readonly readiness: Probe };
  readonly stopSeconds: number;
  readonly replicas: { readonly min: number; readonly max: number };
}

export interface HttpService extends Running {
  readonly kind: 'http';
  readonly port: number;
  readonly scale: { readonly metric: string; readonly target: number };
  /** A request that takes longer is given up. */
  readonly timeoutSeconds: number;
  readonly exposed: Exposed | undefined;
}

export interface WorkerService extends Running {
  readonly kind: 'worker';
  readonly metricsPort: number;
  readonly queue: { readonly name: string; readonly target: number };
}

export interface ScheduleService extends ServiceCore {
  readonly kind: 'schedule';
  readonly schedule: { readonly cron: string; readonly deadlineSeconds: number };
}

/** Elsewhere than at home its command and needs are those of its check, which only reads. */
export interface MigrationService extends ServiceCore {
  readonly kind: 'migration';
  readonly deadlineSeconds: number;
}

export type RunningService = HttpService | WorkerService;

export type ResolvedService = HttpService | WorkerService | ScheduleService | MigrationService;

/** Whether its pods stay: it has a Deployment. */
export function hasDeployment(service: ResolvedService): service is RunningService {
  return service.kind === 'http' || service.kind === 'worker';
}

/** Whether its pods run here. */
export function isRunning(target: TenantTarget): boolean {
  return hasPods(target.tenant.lifecycle);
}

/** Whether the `workloads` layer exists at all. */
export function hasWorkloads(target: TenantTarget): boolean {
  return isRunning(target) || target.tenant.lifecycle === 'suspended';
}
