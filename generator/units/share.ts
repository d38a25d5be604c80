// Shares the composing of many tenants with a second thread. Units come out one at a time and in no order of note;
// each is the same whichever thread made it.
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Concerns } from '../compose/concerns.ts';
import type { TenantTarget } from '../model/target.ts';
import type { Unit } from '../model/tree.ts';
import { type Sent, type ShareData, slots } from './share-protocol.ts';
import { tenantUnit } from './units.ts';

/** Below this a thread costs more to start than it saves (two cores: even at about 100). */
const fewest = 120;
/** A unit takes milliseconds; after this long without one the thread is dead. */
const patience = 60_000;

/** The units of all targets. Throws what composing throws, on whichever thread. */
export function* composeTenants(targets: readonly TenantTarget[], concerns: Concerns): Generator<Unit> {
  if (targets.length < fewest) {
    for (const target of targets) yield tenantUnit(target, concerns);
    return;
  }
  const counters = new Int32Array(new SharedArrayBuffer(4 * Object.keys(slots).length));
  const { port1: port, port2 } = new MessageChannel();
  const worker = new Worker(new URL('./share-worker.ts', import.meta.url), {
    workerData: { targets, counters, port: port2 } satisfies ShareData,
    transferList: [port2],
  });
  worker.unref();
  try {
    for (let done = 0; done < targets.length; done += 1) yield takeUnit();
  } finally {
    port.close();
    void worker.terminate();
  }

  /** One that the thread has ready, else one made here, else the next that the thread sends. */
  function takeUnit(): Unit {
    for (;;) {
      const sent = Atomics.load(counters, slots.sent);
      const message = receiveMessageOnPort(port)?.message as Sent | undefined;
      if (message !== undefined) {
        Atomics.add(counters, slots.received, 1);
        Atomics.notify(counters, slots.received);
        if ('error' in message) throw message.error;
        return message.unit;
      }
      const target = targets[Atomics.add(counters, slots.next, 1)];
      if (target !== undefined) return tenantUnit(target, concerns);
      if (Atomics.wait(counters, slots.sent, sent, patience) === 'timed-out') {
        throw new Error('the second thread has gone silent');
      }
    }
  }
}
