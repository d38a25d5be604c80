// Where a tenant lets its users come from: ranges of the internet in their one right spelling, none so wide that it is as
// good as everybody, none inside another.

import type { Platform, Tenant } from '../model/generated/inputs.ts';
import { holds, isPublic, type PublicRange, readRange } from '../model/public-range.ts';
import type { Finding, TenantRule } from '../model/rule.ts';
import type { Path, Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

type Bounds = Platform['edge']['widestSource'];

interface Placed {
  readonly path: Path;
  readonly range: PublicRange;
}

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants, platform }) {
    for (const source of tenants.values()) {
      const right: Placed[] = [];
      for (const [index, text] of (source.value.routing?.allowedSources ?? []).entries()) {
        const path = ['routing', 'allowedSources', index];
        const range = readRange(text);
        const words = findMistake(text, range, platform.value.edge.widestSource);
        if (words !== undefined) yield { ...locate(source, path), ...words };
        else if (range !== undefined) right.push({ path, range });
      }
      yield* findNested(source, right);
    }
  },
};

function findMistake(
  text: string,
  range: PublicRange | undefined,
  bounds: Bounds,
): { message: string; hint: string } | undefined {
  if (range === undefined) {
    return {
      message: `\`${text}\` is not a range of addresses.`,
      hint: 'Write something like `198.51.100.0/24` or `2001:db8:40::/48`.',
    };
  }
  const { version, bits, canonical } = range;
  if (canonical !== text) {
    return {
      message: `\`${text}\` has bits set beyond its first ${bits}, or another spelling than the usual one.`,
      hint: `Write \`${canonical}\`${singleOf(text, range)}.`,
    };
  }
  if (bits < bounds[version]) {
    return {
      message: `\`${text}\` is wider than \`/${bounds[version]}\`, the widest that \`platform/platform.yaml\` allows.`,
      hint: 'Write the ranges that the insurer has, or leave `allowedSources` out to let everybody in.',
    };
  }
  if (isPublic(range)) return undefined;
  return {
    message: `Nobody comes from \`${text}\`: the edge sees callers by their addresses on the internet.`,
    hint: "Ask the insurer for its network's public addresses.",
  };
}

/** Who wrote an address with the wrong number of bits may have meant it alone. */
function singleOf(text: string, { version, first }: PublicRange): string {
  const single = readRange(`${text.split('/')[0]}/${version === 'ipv4' ? 32 : 128}`);
  if (single === undefined || single.first === first) return '';
  return `, or \`${single.canonical}\` for that address alone`;
}

function* findNested(source: Source<Tenant>, placed: readonly Placed[]): Iterable<Finding> {
  for (const [index, { path, range }] of placed.entries()) {
    const outer = placed.find((other, at) => {
      return at !== index && holds(other.range, range);
    });
    if (outer === undefined) continue;
    yield {
      ...locate(source, path),
      message: `\`${range.canonical}\` lies in \`${outer.range.canonical}\`.`,
      hint: 'Remove it, or the wider one.',
      related: [{ ...locate(source, outer.path), message: 'The other one is here.' }],
    };
  }
}
