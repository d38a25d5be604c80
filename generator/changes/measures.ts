// Values as numbers, so that "less" and "more" are computed and not read off the text. Each measure gives `undefined` for
// what it does not understand, and a direction that needs it then does not hold.
import { parseQuantity } from '../conform/quantity.ts';

/** A greater number is more of what the field is about. */
export type Measure = (value: unknown) => number | bigint | undefined;

/** Numbers, and text that is one. */
export const number: Measure = (value) => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
};

/** Kubernetes quantities: `500m`, `2`, `512Mi`. */
export const quantity: Measure = (value) =>
  typeof value === 'number' || typeof value === 'string' ? parseQuantity(value) : undefined;

export function isQuantity(value: unknown): value is string | number {
  return quantity(value) !== undefined;
}

const seconds: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Go's durations and Prometheus's (`1h30m`, `15d`), in seconds. */
export const duration: Measure = (value) => {
  if (typeof value !== 'string' || !/^(?:\d+(?:\.\d+)?(?:ms|[smhdw]))+$/.test(value)) return undefined;
  const parts = [...value.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)];
  return parts.reduce((sum, [, digits, unit = 's']) => sum + Number(digits) * (seconds[unit] ?? 0), 0);
};

export function isDuration(value: unknown): value is string {
  return duration(value) !== undefined;
}

/** `11.4.12`, `v1.35`, `7.1`: up to four numbers, compared from the first. */
export const version: Measure = (value) => {
  const match = /^v?(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?$/.exec(String(value ?? ''));
  if (match === null) return undefined;
  return match.slice(1).reduce((sum, part) => sum * 10_000 + Number(part ?? 0), 0);
};

/** `25%` and `25`; a percentage counts as its number. */
export const share: Measure = (value) => number(typeof value === 'string' ? value.replace(/%$/, '') : value);

/** A place in a list that goes from the weakest to the strongest. */
export function rank(...weakestFirst: readonly unknown[]): Measure {
  return (value) => {
    const place = weakestFirst.indexOf(value);
    return place < 0 ? undefined : place;
  };
}
