// All inputs of one run, parsed and of the right shape, and what the rendered tree says about the past.
import type {
  Approval,
  Cluster,
  Domains,
  Platform,
  Release,
  Services,
  Tenant,
  Tiers,
} from './generated/inputs.ts';
import type { Source } from './source.ts';

export type Lifecycle = 'onboarding' | 'active' | 'suspended' | 'retained' | 'purged';
export type TierName = keyof Tiers;

/** Every input that could be read. One that could not is missing here and named by a diagnostic. */
export interface RawInputs {
  readonly platform: Source | undefined;
  readonly tiers: Source | undefined;
  readonly services: Source | undefined;
  readonly domains: Source | undefined;
  readonly approvals: readonly Source[];
  readonly releases: readonly Source[];
  readonly clusters: readonly Source[];
  readonly tenants: readonly Source[];
}

export interface Fleet {
  readonly platform: Source<Platform>;
  readonly tiers: Source<Tiers>;
  readonly services: Source<Services>;
  readonly domains: Source<Domains>;
  /** By file name without its ending. */
  readonly approvals: ReadonlyMap<string, Source<Approval>>;
  /** By channel. */
  readonly releases: ReadonlyMap<string, Source<Release>>;
  /** By file name without its ending, which a rule holds against `name`. */
  readonly clusters: ReadonlyMap<string, Source<Cluster>>;
  /** By file name without its ending, which a rule holds against `id`. */
  readonly tenants: ReadonlyMap<string, Source<Tenant>>;
  /** Tenants' files of the wrong shape. Only rules that look up single names read these. */
  readonly misshapen: readonly Source<unknown>[];
  /** What `rendered/` held before this run. */
  readonly rendered: readonly RenderedTarget[];
  /**
   * Input files and folders that are there but were refused: `tenants/acme.yaml`, `clusters`. Rules stay silent about
   * what these might hold.
   */
  readonly broken: ReadonlySet<string>;
}

/** What a tenant's `target.yaml` in the tree says: where it was rendered, and in which state. */
export interface RenderedTarget {
  readonly cluster: string;
  readonly tenant: string;
  /** Never `purged`: that leaves nothing in the tree. */
  readonly lifecycle: Exclude<Lifecycle, 'purged'>;
  readonly displayName: string;
  /** Where its cluster was: empty when the tree does not say. */
  readonly account: string;
  readonly region: string;
}
