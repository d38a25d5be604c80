// Ranges of addresses on the internet, of both versions. Knows nothing of clusters; their ranges are private.
import ipaddr from 'ipaddr.js';
import { specialRanges } from './cidr.ts';

export interface PublicRange {
  readonly version: 'ipv4' | 'ipv6';
  /** Number of fixed bits. */
  readonly bits: number;
  readonly first: bigint;
  readonly last: bigint;
  /** The one right spelling (RFC 4632, RFC 5952). */
  readonly canonical: string;
}

/** `undefined` when the text is no range at all. Host bits are dropped; whether it is public says `isPublic`. */
export function readRange(text: string): PublicRange | undefined {
  const isIpv4 = ipaddr.IPv4.isValidCIDR(text);
  if (!isIpv4 && !ipaddr.IPv6.isValidCIDR(text)) return undefined;
  const bits = Number(text.split('/')[1]);
  const address = (isIpv4 ? ipaddr.IPv4 : ipaddr.IPv6).networkAddressFromCIDR(text);
  const first = address.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const size = 2n ** BigInt((isIpv4 ? 32 : 128) - bits);
  const spelled = address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString();
  return {
    version: isIpv4 ? 'ipv4' : 'ipv6',
    bits,
    first,
    last: first + size - 1n,
    canonical: `${spelled}/${bits}`,
  };
}

export function overlaps(one: PublicRange, other: PublicRange): boolean {
  return one.version === other.version && one.first <= other.last && other.first <= one.last;
}

export function holds(outer: PublicRange, inner: PublicRange): boolean {
  return outer.version === inner.version && outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether all of it can be somebody's on the internet. Ranges for examples count as if they were (RFC 5737, RFC 3849). */
export function isPublic(range: PublicRange): boolean {
  if (range.version === 'ipv6' && !globalUnicast.some((outer) => holds(outer, range))) return false;
  return !special.some((other) => overlaps(other, range));
}

const read = (texts: readonly string[]) => texts.flatMap((text) => readRange(text) ?? []);

/** IANA: "Internet Protocol Version 6 Address Space". */
const globalUnicast = read(['2000::/3']);

/** IANA: the special-purpose address registries of IPv4 and IPv6, as far as no packet from the internet bears them. */
const specialTexts = [...specialRanges, '2001::/32', '2001:2::/48', '2002::/16'];
const special = read(specialTexts);

/** Every range that is nobody's on the internet; what the global unicast addresses of IPv6 leave, too. */
export const privateRanges: readonly string[] = [...specialTexts, '::/3', '4000::/2', '8000::/1'];
