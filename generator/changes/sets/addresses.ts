// IP addresses and blocks of them as one range of numbers: IPv4 first, IPv6 behind it. Knows nothing of who has which.
import ipaddr from 'ipaddr.js';
import { type Range, Ranges } from './ranges.ts';

const fours = 2n ** 32n;
const space: Range = { first: 0n, last: fours + 2n ** 128n - 1n };

/** @param text a block (`10.0.0.0/8`, `fd00::/8`) or a single address; `undefined` for what is neither. Host bits are dropped. */
function rangeOf(text: string): Range | undefined {
  const block = text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`;
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(block))
    return span(ipaddr.IPv4.networkAddressFromCIDR(block), block, 32);
  if (ipaddr.IPv6.isValidCIDR(block)) return span(ipaddr.IPv6.networkAddressFromCIDR(block), block, 128);
  return undefined;
}

function span(network: ipaddr.IPv4 | ipaddr.IPv6, block: string, width: 32 | 128): Range {
  const number = network.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const first = width === 32 ? number : fours + number;
  const fixed = Number(block.split('/')[1]);
  return { first, last: first + 2n ** BigInt(width - fixed) - 1n };
}

export function addresses(ranges: readonly Range[]): Ranges {
  return new Ranges(space, ranges);
}

/** `undefined` when one of them is no block. */
export function blocks(texts: readonly string[]): Ranges | undefined {
  const ranges = texts.map(rangeOf);
  return ranges.every((range) => range !== undefined) ? addresses(ranges) : undefined;
}

const halves = [
  addresses([{ first: 0n, last: fours - 1n }]),
  addresses([{ first: fours, last: space.last }]),
];

/** Whether it is at least half of what IPv4 or IPv6 has: `0.0.0.0/0`, and that without a few exceptions. */
export function isMostOfTheWorld(values: Ranges): boolean {
  return halves.some((half) => half.and(values).size * 2n >= half.size);
}

/** Where EC2 tells whoever asks which rights the node has. */
const metadata = blocks(['169.254.169.254', 'fd00:ec2::254']) ?? addresses([]);

export function hasInstanceMetadata(values: Ranges): boolean {
  return !metadata.and(values).isEmpty;
}
