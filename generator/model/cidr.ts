// IPv4 ranges as numbers. Knows nothing of clusters.
import ipaddr from 'ipaddr.js';

export interface Range {
  readonly text: string;
  /** First and last address as unsigned integers. */
  readonly first: number;
  readonly last: number;
  /** Number of fixed bits: a greater one is a narrower range. */
  readonly bits: number;
}

/** `undefined` when the text is not an IPv4 range at all. Host bits are dropped. */
export function parseRange(text: string): Range | undefined {
  if (!ipaddr.IPv4.isValidCIDR(text)) return undefined;
  const bits = Number(text.split('/')[1]);
  const [a = 0, b = 0, c = 0, d = 0] = ipaddr.IPv4.networkAddressFromCIDR(text).octets;
  const first = ((a * 256 + b) * 256 + c) * 256 + d;
  return { text, first, last: first + 2 ** (32 - bits) - 1, bits };
}

/** The one right spelling: no host bits, no leading zeros. */
export function canonicalRange(text: string): string {
  return `${ipaddr.IPv4.networkAddressFromCIDR(text)}/${Number(text.split('/')[1])}`;
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

export function overlap(one: Range, other: Range): boolean {
  return one.first <= other.last && other.first <= one.last;
}
