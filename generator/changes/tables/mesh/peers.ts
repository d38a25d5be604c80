// Whether PeerAuthentications demand less of callers than they did: of each workload and port what its own policy says, then
// its namespace's, then the mesh's.
import { asMapping } from '../../documents.ts';
import type { Judge, Pair, Ruling } from '../../knowledge.ts';
import type { ObjectRef } from '../../object.ts';
import { isOfNewAlone, keyOf, outwards, type Place, placeOf } from './places.ts';
import { peers as source } from './source.ts';

/** From what anybody meets to what takes a certificate. What is not in sight may be any, and counts as less than STRICT. */
const modes = ['DISABLE', 'PERMISSIVE', 'unset', 'STRICT'];

/** What the policies of one place say of a port. */
interface Demand {
  readonly object: ObjectRef;
  readonly place: Place;
  /** Empty for all ports. */
  readonly port: string;
  /** Weakest first. Of two policies for the same workloads the older one counts, which nobody can see. */
  readonly modes: readonly string[];
}

type Side = ReadonlyMap<string, Demand>;

export const judgePeers: Judge = (pairs, scope) => {
  const [before, after] = [sideOf(pairs, 'before'), sideOf(pairs, 'after')];
  if (scope.isNew) {
    const lax = [...after.values()].filter((demand) => demand.modes[0] !== 'STRICT');
    return lax.map((demand) => rulingOf(demand, undefined, demand.modes[0] ?? 'unset'));
  }
  const earlier = [...before.values()].map(({ place }) => place);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    const demand = now ?? old;
    if (demand === undefined || String(old?.modes) === String(now?.modes)) return [];
    const [was, is] = [modesAt(before, demand).at(-1) ?? 'unset', modesAt(after, demand)[0] ?? 'unset'];
    if (was === is || (is === 'STRICT' && isOfNewAlone(demand.place, scope, earlier))) return [];
    return strength(is) > strength(was) && is !== 'STRICT' ? [] : [rulingOf(demand, was, is)];
  });
};

function strength(mode: string): number {
  return modes.indexOf(mode);
}

function sideOf(pairs: readonly Pair[], when: 'before' | 'after'): Side {
  const side = new Map<string, Demand>();
  for (const { object, [when]: manifest } of pairs) {
    const { mtls, portLevelMtls, ...about } = asMapping(manifest?.spec);
    const place = placeOf(about, object.namespace);
    for (const [port, value] of [['', mtls], ...Object.entries(asMapping(portLevelMtls))] as const) {
      const { mode } = asMapping(value);
      if (typeof mode !== 'string' || mode === 'UNSET') continue;
      const key = `${keyOf(place)} ${port}`;
      const all = [...(side.get(key)?.modes ?? []), mode].sort(
        (one, other) => strength(one) - strength(other),
      );
      side.set(key, { object, place, port: String(port), modes: all });
    }
  }
  return side;
}

function modesAt(side: Side, { place, port }: Demand): readonly string[] {
  const own = port === '' ? undefined : side.get(`${keyOf(place)} ${port}`);
  const others = outwards(place).map((one) => side.get(`${keyOf(one)} `));
  return [own, ...others].find((demand) => demand !== undefined)?.modes ?? [];
}

const reasons: Readonly<Record<string, string>> = {
  DISABLE: 'callers need no certificate, and traffic is not encrypted',
  PERMISSIVE: 'callers without a certificate of the mesh are let in',
  unset: 'nothing demands a certificate of the mesh any more',
  STRICT: 'callers without a certificate of the mesh are refused',
};

function rulingOf({ object, port }: Demand, before: string | undefined, after: string): Ruling {
  return {
    object,
    field: port === '' ? 'spec.mtls.mode' : 'spec.portLevelMtls',
    before,
    after: port === '' ? after : `${after} on port ${port}`,
    lane: after === 'STRICT' ? 'downtime' : 'exposure',
    reason: reasons[after] ?? `the mode ${after} is not known`,
    source,
  };
}
