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

/** The range's second address alone, `172.20.0.1/32`: of a cluster's Services it is the API server's. */
export function firstHostOf(text: string): string {
  const [a, b, c, d = 0] = ipaddr.IPv4.networkAddressFromCIDR(text).octets;
  return `${[a, b, c, d + 1].join('.')}/32`;
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

/** The first ranges of that width in `pool` that meet nothing taken; fewer where it is full. */
export function freeRanges(pool: Range, taken: readonly Range[], bits: number, count: number): Range[] {
  const free: Range[] = [];
  const size = 2 ** (32 - bits);
  for (let first = pool.first; first + size - 1 <= pool.last && free.length < count; ) {
    const range = { text: `${addressOf(first)}/${bits}`, first, last: first + size - 1, bits };
    const hit = taken.find((other) => overlap(other, range));
    if (hit === undefined) free.push(range);
    first = hit === undefined ? first + size : Math.ceil((hit.last + 1) / size) * size;
  }
  return free;
}

function addressOf(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}

/**
 * Ranges that no host of the internet has: private, shared, loopback, link-local, protocol assignments, benchmarks, multicast
 * and what is reserved (IANA: "IPv4 Special-Purpose Address Registry"). Ranges for documentation lie in none of them.
 */
export const specialRanges: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
];

const notPublic = specialRanges.flatMap((text) => parseRange(text) ?? []);

/** Whether every address of the range may be a host's on the internet. */
export function isPublic(range: Range): boolean {
  return !notPublic.some((other) => overlap(other, range));
}
