// Compositions reach tenants ring by ring: each tier's ring has a number, at most one behind, and no ring is ahead of one
// that goes before it.
import type { CompositionRing, Tier } from '../model/generated/inputs.ts';
import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ platform, tiers }) {
    const { revision, rings } = platform.value.compositions;
    const place = (...path: (string | number)[]) => locate(platform, ['compositions', 'rings', ...path]);
    const known = new Set(rings.map(({ ring }) => ring));
    for (const [name, { ring }] of Object.entries(tiers.value) as [string, Tier][]) {
      if (known.has(ring)) continue;
      yield {
        ...place(),
        message: `Ring ${ring}, which \`${name}\` is in, has no revision.`,
        hint: `Add \`{ring: ${ring}, revision: ${revision}}\`.`,
      };
    }
    for (const [index, one] of rings.entries()) {
      const previous = rings[index - 1];
      const wrong = wrongIn(one, revision, previous);
      if (wrong !== undefined) yield { ...place(index, wrong.key), message: wrong.message, hint: wrong.hint };
    }
  },
};

interface Wrong {
  readonly key: 'ring' | 'revision';
  readonly message: string;
  readonly hint: string;
}

function wrongIn(one: CompositionRing, newest: number, previous?: CompositionRing): Wrong | undefined {
  const { ring, revision } = one;
  if (previous !== undefined && previous.ring >= ring) {
    return {
      key: 'ring',
      message: `Ring ${ring} stands after ring ${previous.ring}.`,
      hint: 'Write each ring once, in ascending order.',
    };
  }
  if (revision > newest || revision < newest - 1) {
    return {
      key: 'revision',
      message: `Ring ${ring} follows revision ${revision}, but compositions are revision ${newest}.`,
      hint:
        revision > newest
          ? `Let it follow ${newest}, or raise \`compositions.revision\`.`
          : `Let it follow ${newest - 1} before there is a revision ${newest}: older ones are on no new cluster.`,
    };
  }
  if (previous !== undefined && revision > previous.revision) {
    return {
      key: 'revision',
      message: `Ring ${ring} follows revision ${revision} before ring ${previous.ring}, which follows ${previous.revision}.`,
      hint: `Let ring ${previous.ring} follow ${revision} first.`,
    };
  }
  return undefined;
}
