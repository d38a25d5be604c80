// Whether two scalars at a field mean the same although they are written differently. Knows fields by their names alone.
import { duration, isDuration, isQuantity, quantity } from '../measures.ts';
import type { FieldPath, Step } from '../path.ts';

const amounts =
  /^(?:averageValue|capacity|default|defaultRequest|divisor|hard|limits|max|maxAllowed|min|minAllowed|requests|sizeLimit|storage|value)$/;
const times = /(?:duration|timeout|interval|ttl|period|time|after|^for)$/i;

/** `1000m` and `1` of a CPU, `60s` and `1m` of a timeout. */
export function meansTheSame(path: FieldPath, before: unknown, after: unknown): boolean {
  const measure = measureAt(path, before, after);
  return measure !== undefined && measure(before) === measure(after);
}

/** What programs read as they please: there `1.10` is no number. */
const free: ReadonlySet<Step> = new Set(['data', 'env', 'parameter', 'parameters', 'stringData']);

function measureAt(path: FieldPath, before: unknown, after: unknown) {
  if (path.some((step) => free.has(step))) return undefined;
  const keys = path.slice(-2).filter((step: Step): step is string => typeof step === 'string');
  if (keys.some((key) => amounts.test(key))) {
    return isQuantity(before) && isQuantity(after) ? quantity : undefined;
  }
  return times.test(keys.at(-1) ?? '') && isDuration(before) && isDuration(after) ? duration : undefined;
}
