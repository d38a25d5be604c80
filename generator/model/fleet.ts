// All inputs of one run, parsed and of the right shape, and what the rendered tree says about the past.
import type {
  Approval,
  Cluster,
  Components,
  Controls,
  Domains,
  Engines,
  Framework,
  Platform,
  Recovery,
  Release,
  Requirements,
  Services,
  State,
  Tenant,
  Tiers,
  Tombstone,
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
  readonly components: Source | undefined;
  readonly recovery: Source | undefined;
  readonly engines: Source | undefined;
  readonly requirements: Source | undefined;
  readonly controls: Source | undefined;
  readonly approvals: readonly Source[];
  readonly purged: readonly Source[];
  readonly releases: readonly Source[];
  readonly clusters: readonly Source[];
  readonly states: readonly Source[];
  readonly frameworks: readonly Source[];
  readonly tenants: readonly Source[];
}

/** What is true beside the inputs: the day, and what was merged before. */
export interface Past {
  /** `2026-11-24`, in UTC. */
  readonly today: string;
  /** What `rendered/` held before this run. */
  readonly rendered: readonly RenderedTarget[];
  /** Ids of the tombstones that were committed before. */
  readonly tombstones: readonly string[];
}

export interface Fleet extends Past {
  readonly platform: Source<Platform>;
  readonly tiers: Source<Tiers>;
  readonly services: Source<Services>;
  readonly domains: Source<Domains>;
  readonly components: Source<Components>;
  readonly recovery: Source<Recovery>;
  readonly engines: Source<Engines>;
  readonly requirements: Source<Requirements>;
  readonly controls: Source<Controls>;
  /** By its two letters in lower case, as its file is named. */
  readonly states: ReadonlyMap<string, Source<State>>;
  /** By id, as its file is named. */
  readonly frameworks: ReadonlyMap<string, Source<Framework>>;
  /** By file name without its ending. */
  readonly approvals: ReadonlyMap<string, Source<Approval>>;
  /** Tombstones of purged tenants, by file name without its ending. */
  readonly purged: ReadonlyMap<string, Source<Tombstone>>;
  /** By channel. */
  readonly releases: ReadonlyMap<string, Source<Release>>;
  /** By file name without its ending, which a rule holds against `name`. */
  readonly clusters: ReadonlyMap<string, Source<Cluster>>;
  /** By file name without its ending, which a rule holds against `id`. */
  readonly tenants: ReadonlyMap<string, Source<Tenant>>;
  /** Tenants' files of the wrong shape. Only rules that look up single names read these. */
  readonly misshapen: readonly Source<unknown>[];
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
  /** What of its database was there, `writer` or `replica`; empty: nothing, or the tree does not say. */
  readonly database: string;
  /** The day that the retention of its records counts from; empty before it is retained. */
  readonly retainedSince: string;
  /** The day that it is over, as it was promised then; empty before it is retained. */
  readonly retainedUntil: string;
  /** The day that its legal hold began; empty when there is none. */
  readonly heldSince: string;
}
