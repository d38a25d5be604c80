// What is rendered: a cluster, or a tenant on a cluster. Complete: nothing here is optional in the sense of
// "look it up elsewhere"; an absent value means that the thing does not exist.
import type { Lifecycle, TierName } from './fleet.ts';
import type { Cluster, Platform, Probe, Resources, Tier } from './generated/inputs.ts';
import { hasPods } from './placement.ts';

export interface ClusterTarget {
  /** `clusters/prod-use1.yaml` */
  readonly input: string;
  readonly platform: Platform;
  readonly cluster: ResolvedCluster;
  readonly tiers: Readonly<Record<TierName, Tier>>;
}

export interface TenantTarget {
  /** `tenants/acme.yaml` */
  readonly input: string;
  readonly platform: Platform;
  readonly cluster: ResolvedCluster;
  readonly tier: Tier & { readonly name: TierName };
  readonly tenant: ResolvedTenant;
  /** The tenant's namespace on every cluster: `t-acme`. */
  readonly namespace: string;
  /** This cluster owns the database writer. */
  readonly isHome: boolean;
  readonly quota: Quota;
  /** Where its databases are: the data subnets of this cluster, and of its home, which has the writer. */
  readonly databaseCidrs: readonly string[];
  /** Every service that runs here, sorted by name: none is switched off, schedules and migrations are at home only. */
  readonly services: readonly ResolvedService[];
}

export interface ResolvedCluster extends Omit<Cluster, 'kubernetesVersion' | 'channel' | 'tenantDefaults'> {
  readonly kubernetesVersion: string;
  readonly channel: string;
}

export interface ResolvedTenant {
  readonly id: string;
  readonly displayName: string;
  /** On this cluster; it may leave one cluster before the other. */
  readonly lifecycle: Lifecycle;
  readonly home: string;
  readonly clusters: readonly string[];
  readonly owner: string;
  readonly costCentre: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly routing: Routing;
  readonly access: { readonly engineers: readonly string[]; readonly support: boolean };
}

/** Where users reach the tenant: `https://<host><prefix>`. */
export interface Routing {
  readonly mode: 'domain' | 'path';
  readonly host: string;
  /** Empty with a domain of its own, else `/<segment>`. */
  readonly prefix: string;
}

export interface Quota {
  readonly cpu: string;
  readonly memory: string;
  readonly pods: number;
}

export type Need = 'database' | 'cache' | 'bucket' | 'queue';

interface ServiceCore {
  readonly name: string;
  readonly description: string;
  /** Registry, repository, tag and digest. */
  readonly image: string;
  readonly command: readonly string[];
  readonly user: number;
  readonly writable: readonly string[];
  readonly resources: Resources;
  /** Enabled services that it opens connections to. */
  readonly calls: readonly string[];
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
  /** Path below the tenant's origin that the edge sends here. */
  readonly exposed: string | undefined;
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
