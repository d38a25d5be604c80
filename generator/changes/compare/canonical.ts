// One text per meaning: two values with the same canonical text mean the same, however their keys and sets are ordered.
import { isOrdered } from './lists.ts';

/** @param field name of the field that holds the value: whether a list's order counts depends on it */
export function canonical(value: unknown, field = ''): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, field));
    return `[${(isOrdered(field, value) ? items : items.sort()).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  const members = entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item, key)}`);
  return `{${members.sort().join(',')}}`;
}
