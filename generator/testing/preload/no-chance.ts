// Preloaded into a run: the clock and the dice throw, whoever asks them, but for two. The memory of inputs asks the clock
// whether a file is too young to be remembered and is told what `CLOCK` says, in milliseconds. The plan asks for the day that
// approvals and retentions are held against and is told another one than today's. Node itself keeps its own and is not
// affected.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

function refuse(name: string) {
  return () => {
    throw new Error(`${name} was asked`);
  };
}

const now = Date.now;
Math.random = refuse('Math.random');
Date.now = () => {
  if (!/\/generator\/load\/memory\.ts:/.test(new Error().stack ?? '')) refuse('Date.now')();
  return Number(process.env.CLOCK ?? now());
};
globalThis.Date = new Proxy(Date, {
  apply: refuse('Date'),
  construct: (target, values: unknown[]) => {
    if (values.length > 0) return Reflect.construct(target, values);
    if (!/\/generator\/plan\.ts:/.test(new Error().stack ?? '')) refuse('new Date')();
    return new target('2027-01-31T00:00:00Z');
  },
});
crypto.randomBytes = refuse('randomBytes');
crypto.randomUUID = refuse('randomUUID');
for (const name of ['randomUUID', 'getRandomValues'] as const) Crypto.prototype[name] = refuse(name);
syncBuiltinESMExports();
