// What laws, frameworks and the platform itself ask of a tenant. Holds no law: those are data.
import type { Requirements } from './generated/inputs.ts';

export type Measure = Requirements[string]['measure'];

/** Who asks for it, and where that is written. */
export interface Basis {
  /** `NY`, `naic-668`; `platform` where it is our own floor. */
  readonly party: string;
  /** As lawyers write it; the platform's floor has none. */
  readonly citation: string;
  /** `platform/compliance/states/ny.yaml` */
  readonly file: string;
  readonly path: readonly (string | number)[];
}

export interface Obligation {
  /** `claim-files` */
  readonly requirement: string;
  readonly measure: Measure;
  /** In the measure's unit: whole years count as a floor, for the law counts from an event. A duty's is 1. */
  readonly value: number;
  /** Of whom it is not known what they ask: the strictest that anybody asks for was taken. Empty: all is known. */
  readonly unknownOf: readonly string[];
  /** Everybody who asks for this very value. */
  readonly decidedBy: readonly Basis[];
}
