// Preloaded into a run: folders list their entries backwards, or in an order that changes with every call. Node sorts
// them on the systems we know and promises it nowhere.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const sorted = fs.readdirSync as (...args: unknown[]) => unknown[];
let seed = Number(process.env.SHUFFLE);

/** A seed of 0 means backwards. */
function shuffle(entries: unknown[]): unknown[] {
  if (seed === 0) return entries.toReversed();
  const left = [...entries];
  return entries.flatMap(() => {
    seed = (seed * 48_271) % 2_147_483_647;
    return left.splice(seed % left.length, 1);
  });
}

fs.readdirSync = ((...args: unknown[]) => shuffle(sorted(...args))) as typeof fs.readdirSync;
syncBuiltinESMExports();
