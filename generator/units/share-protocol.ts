// What two threads that share the composing say to each other.
import type { MessagePort } from 'node:worker_threads';
import type { TenantTarget } from '../model/target.ts';
import type { Unit } from '../model/tree.ts';

/** Units that wait to be taken, at most: they are what memory holds. */
export const mostWaiting = 32;

/** Slots of the shared counters: the next target to take, units sent, units received. */
export const slots = { next: 0, sent: 1, received: 2 } as const;

export interface ShareData {
  readonly targets: readonly TenantTarget[];
  readonly counters: Int32Array;
  readonly port: MessagePort;
}

/** What the second thread sends: a unit, or what stopped it. */
export type Sent = { readonly unit: Unit } | { readonly error: unknown };
