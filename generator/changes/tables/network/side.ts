// NetworkPolicies of one namespace on one side of a change, and what is open there. Judges nothing.
import type { Manifest, Pair } from '../../knowledge.ts';
import type { ObjectRef } from '../../object.ts';
import { type Box, box, intersect, without } from '../../sets/box.ts';
import type { Grant } from '../../sets/grants.ts';
import { type Opening, type Policy, readPolicy, type Way, ways } from '../../sets/network-policy.ts';
import { Words } from '../../sets/words.ts';

export interface PlacedPolicy extends Policy {
  readonly object: ObjectRef;
}

/** Traffic that one peer of one rule allows on one port. */
export interface PlacedOpening extends Opening, Grant {
  readonly policy: PlacedPolicy;
}

export interface Side {
  readonly policies: readonly PlacedPolicy[];
  readonly openings: readonly PlacedOpening[];
}

/** What did not change is read once for both sides. */
export function sidesOf(pairs: readonly Pair[]): readonly [before: Side, after: Side] {
  const policies = pairs.map((pair) => {
    const before = place(pair, pair.before);
    return { before, after: pair.after === pair.before ? before : place(pair, pair.after) };
  });
  return [sideOf(policies.flatMap(({ before }) => before)), sideOf(policies.flatMap(({ after }) => after))];
}

function place({ object }: Pair, manifest: Manifest | undefined): PlacedPolicy[] {
  return manifest === undefined ? [] : [{ ...readPolicy(manifest, object.namespace), object }];
}

function sideOf(policies: readonly PlacedPolicy[]): Side {
  const openings = policies.flatMap((policy) =>
    policy.openings.map((opening) => ({
      ...opening,
      words: `${prepositions[opening.way]} ${opening.peer} on ${opening.port}`,
      object: policy.object,
      field: `spec.${opening.way}`,
      policy,
    })),
  );
  return { policies, openings };
}

export const prepositions = { ingress: 'from', egress: 'to' } as const;

/** All traffic of all pods in one direction. */
export function wayBox(way: Way): Box {
  return box(['way', Words.of(way)]);
}

export function isolationOf({ selector }: Policy, way: Way): Box {
  return intersect(selector, wayBox(way));
}

export function isolationsOf({ policies }: Side): Box[] {
  return policies.flatMap((policy) => policy.isolates.map((way) => isolationOf(policy, way)));
}

/** Pods and ways that no policy isolates: all their traffic is allowed. What is too much to compute is not open. */
export function openIn(side: Side): Box[] {
  return ways.flatMap((way) => without(wayBox(way), isolationsOf(side)) ?? []);
}
