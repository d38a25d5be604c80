// Whether RequestAuthentications take tokens that they did not, or check them no more. A workload is under all that select
// it, its namespace's and the mesh's.
import { canonical } from '../../compare/canonical.ts';
import { asMapping } from '../../documents.ts';
import type { Judge, Manifest, Pair } from '../../knowledge.ts';
import type { ObjectRef } from '../../object.ts';
import type { Finding } from '../pairwise.ts';
import { isOfNewAlone, keyOf, outwards, type Place, placeOf } from './places.ts';
import { tokens as source } from './source.ts';
import { tokenChanges } from './token-rules.ts';

interface Own {
  readonly object: ObjectRef;
  readonly place: Place;
  readonly rules: readonly Manifest[];
}

type Side = ReadonlyMap<string, Own>;

export const judgeTokens: Judge = (pairs, scope) => {
  if (scope.isNew) return [];
  const [before, after] = [sideOf(pairs, 'before'), sideOf(pairs, 'after')];
  const earlier = [...before.values()].map(({ place }) => place);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    const own = now ?? old;
    if (own === undefined || isOfNewAlone(own.place, scope, earlier)) return [];
    if (canonical(old?.rules ?? []) === canonical(now?.rules ?? [])) return [];
    return changesOf(rulesAt(before, own.place), rulesAt(after, own.place)).map((change) => ({
      object: own.object,
      ...change,
    }));
  });
};

function sideOf(pairs: readonly Pair[], when: 'before' | 'after'): Side {
  const side = new Map<string, Own>();
  for (const { object, [when]: manifest } of pairs) {
    if (manifest === undefined) continue;
    const spec = asMapping(manifest.spec);
    const place = placeOf(spec, object.namespace);
    const rules = Array.isArray(spec.jwtRules) ? spec.jwtRules.map(asMapping) : [];
    const others = side.get(keyOf(place))?.rules ?? [];
    side.set(keyOf(place), { object, place, rules: [...others, ...rules] });
  }
  return side;
}

type Rules = ReadonlyMap<string, readonly Manifest[]>;

/** By issuer. */
function rulesAt(side: Side, place: Place): Rules {
  const rules = outwards(place).flatMap((one) => side.get(keyOf(one))?.rules ?? []);
  return Map.groupBy(rules, ({ issuer }) => String(issuer));
}

function changesOf(before: Rules, after: Rules): Finding[] {
  const [old, now] = [before, after].map((rules) => [...rules.keys()].join(', ') || undefined);
  const all = { field: 'spec.jwtRules', before: old, after: now, source };
  if (before.size === 0 && after.size === 0) return [];
  if (after.size === 0) return [{ ...all, lane: 'exposure', reason: 'tokens are not checked any more' }];
  if (before.size === 0) {
    return [{ ...all, lane: 'downtime', reason: 'requests with a token that is not valid are refused' }];
  }
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((issuer) => {
    const [one, other] = [before.get(issuer), after.get(issuer)];
    const field = 'spec.jwtRules[].issuer';
    if (one === undefined) {
      const reason = 'tokens of another issuer are taken';
      return [{ field, before: undefined, after: issuer, lane: 'exposure', reason, source }];
    }
    if (other === undefined) {
      const reason = 'tokens of the issuer are refused';
      return [{ field, before: issuer, after: undefined, lane: 'downtime', reason, source }];
    }
    return tokenChanges(one, other);
  });
}
