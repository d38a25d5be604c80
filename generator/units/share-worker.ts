// The second thread of `share.ts`: composes targets until none is left, never far ahead of who takes them.
import { workerData } from 'node:worker_threads';
import { loadConcerns } from '../compose/concerns.ts';
import { mostWaiting, type Sent, type ShareData, slots } from './share-protocol.ts';
import { tenantUnit } from './units.ts';

const { targets, counters, port } = workerData as ShareData;

try {
  const concerns = await loadConcerns(['tenant', 'service']);
  for (;;) {
    const target = targets[Atomics.add(counters, slots.next, 1)];
    if (target === undefined) break;
    send({ unit: tenantUnit(target, concerns) });
  }
} catch (error) {
  send({ error });
}

function send(message: Sent): void {
  port.postMessage(message);
  const sent = Atomics.add(counters, slots.sent, 1) + 1;
  Atomics.notify(counters, slots.sent);
  for (;;) {
    const received = Atomics.load(counters, slots.received);
    if (sent - received < mostWaiting) return;
    Atomics.wait(counters, slots.received, received);
  }
}
