// Ranges of addresses and ports of security groups: which of two lets more through. Knows no field.
import ipaddr from 'ipaddr.js';
import { type Direction, direction } from '../../directions.ts';

type Range = ReturnType<typeof ipaddr.parseCIDR>;

function parseRange(value: unknown): Range | undefined {
  return typeof value === 'string' && ipaddr.isValidCIDR(value) ? ipaddr.parseCIDR(value) : undefined;
}

/** Whether every address of one lies in the other, of the same family. */
function isInside(inner: unknown, outer: unknown): boolean {
  const [one, other] = [parseRange(inner), parseRange(outer)];
  if (one === undefined || other === undefined || one[0].kind() !== other[0].kind()) return false;
  const [address] = one;
  return other[1] <= one[1] && (address as ipaddr.IPv4).match(other as [ipaddr.IPv4, number]);
}

/** Lets addresses in that it did not, or may: what is no range counts as one that lets in more. */
export const widerRange: Direction = direction(
  'a wider range',
  (before, after) => after !== undefined && !isInside(after, before),
);

/** Keeps addresses out that it let in. */
export const narrowerRange: Direction = direction(
  'a narrower range',
  (before, after) => before !== undefined && !isInside(before, after),
);
