// Picks a value among candidates and remembers where it came from. Knows nothing of what the values mean.
import { type Path, type Source, valueAt } from '../model/source.ts';

/** A spot in an input that may hold the value, or what it follows from. */
export interface Candidate {
  readonly source: Source<unknown>;
  readonly path: Path;
  /** What the setting becomes when this spot decides it. Default: what stands there. */
  readonly derive?: (written: never) => unknown;
}

/** One resolved value and the spot that decided it. */
export interface Origin {
  /** `services.policy-api.replicas.max` */
  readonly setting: string;
  /** After `derive`. */
  readonly value: unknown;
  readonly source: Source<unknown>;
  readonly path: Path;
}

/** Where picks are written down when somebody wants to know; `undefined` costs nothing. */
export type Trace = Origin[] | undefined;

/**
 * The first candidate that has a value; candidates stand from the strongest to the weakest.
 * @returns `undefined` when none has one, which only an optional setting may be.
 */
export function pick(trace: Trace, setting: string, candidates: readonly Candidate[]): unknown {
  for (const { source, path, derive } of candidates) {
    const written = valueAt(source.value, path);
    if (written === undefined) continue;
    const value = derive === undefined ? written : derive(written as never);
    trace?.push({ setting, value, source, path });
    return value;
  }
  return undefined;
}
