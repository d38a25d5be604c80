// Addresses and ranges: what lies in which, and which addresses tell two sets of ranges apart.
import { isIPv6 } from 'node:net';

type Range = readonly [first: bigint, last: bigint, family: 4 | 6];
const known = new Map<string, Range>();

export function isIn(address: string, cidr: string): boolean {
  const [at, , its] = rangeOf(address);
  const [first, last, family] = rangeOf(cidr);
  return its === family && at >= first && at <= last;
}

/** An address is a range of one. */
function rangeOf(cidr: string): Range {
  const found = known.get(cidr);
  if (found !== undefined) return found;
  const [network = '', bits] = cidr.split('/');
  const width = isIPv6(network) ? 128 : 32;
  const size = 1n << BigInt(width - Number(bits ?? width));
  const first = (toNumber(network) / size) * size;
  const range: Range = [first, first + size - 1n, width === 128 ? 6 : 4];
  known.set(cidr, range);
  return range;
}

/** First and last address of a range and their neighbours outside; of an IPv6 range the network alone. */
export function edgesOf(cidr: string): string[] {
  const [first, last, family] = rangeOf(cidr);
  if (family === 6) return [cidr.split('/')[0] ?? ''];
  return [first - 1n, first, last, last + 1n].filter((each) => each >= 0n && each < 1n << 32n).map(toAddress);
}

export function overlaps(one: string, other: string): boolean {
  const [first, last, family] = rangeOf(one);
  const [begin, end, its] = rangeOf(other);
  return family === its && first <= end && begin <= last;
}

function toNumber(address: string): bigint {
  if (!isIPv6(address)) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const [head = '', tail] = address.split('::').map((half) => half.split(':').filter(Boolean).join(':'));
  const [left, right] = [head, tail ?? ''].map((half) => half.split(':').filter(Boolean));
  const gap = tail === undefined ? 0 : 8 - (left?.length ?? 0) - (right?.length ?? 0);
  const groups = [...(left ?? []), ...Array<string>(gap).fill('0'), ...(right ?? [])];
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

function toAddress(number: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) % 256n).join('.');
}
