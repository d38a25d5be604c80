// AuthorizationPolicies of a target on one side of a change: what each action matches, on which workloads. Judges nothing.
import { canonical } from '../../compare/canonical.ts';
import { asMapping } from '../../documents.ts';
import type { Manifest, Pair } from '../../knowledge.ts';
import type { ObjectRef } from '../../object.ts';
import { type Box, box, intersect, narrow } from '../../sets/box.ts';
import type { Grant } from '../../sets/grants.ts';
import { matchesOf } from '../../sets/requests.ts';
import { describeSelector, selectorBox } from '../../sets/selectors.ts';
import { Words } from '../../sets/words.ts';

export type Action = 'ALLOW' | 'DENY' | 'CUSTOM' | 'AUDIT';

export interface Rule extends Grant {
  readonly namespaces: readonly string[];
  readonly policy: PlacedPolicy;
}

export interface PlacedPolicy {
  readonly object: ObjectRef;
  readonly action: Action;
  /** The workloads that it is about. */
  readonly workloads: Box;
  /** `workloads name=billing`, `all workloads` */
  readonly target: string;
  readonly rules: readonly Rule[];
}

export type Side = readonly PlacedPolicy[];

/** Where policies are about every namespace. */
export const rootNamespace = 'istio-system';

export const labelPrefix = 'workload.';

export function sidesOf(pairs: readonly Pair[]): readonly [before: Side, after: Side] {
  return [
    pairs.flatMap(({ object, before }) => policyOf(object, before)),
    pairs.flatMap(({ object, after }) => policyOf(object, after)),
  ];
}

function policyOf(object: ObjectRef, manifest: Manifest | undefined): PlacedPolicy[] {
  if (manifest === undefined) return [];
  const spec = asMapping(manifest.spec);
  const action = (spec.action ?? 'ALLOW') as Action;
  const workloads = workloadsOf(spec, object.namespace);
  const provider = asMapping(spec.provider).name;
  const policy = { object, action, workloads, target: describeTarget(spec) };
  const rules = matchesOf(spec.rules, object.namespace).map((match): Omit<Rule, 'policy'> => {
    const own = intersect(workloads, match.box);
    const box = action === 'CUSTOM' ? narrow(own, ['provider', Words.of(String(provider))]) : own;
    return { ...match, box, object, field: 'spec.rules' };
  });
  const placed: PlacedPolicy = { ...policy, rules: [] };
  return [{ ...placed, rules: rules.map((rule) => ({ ...rule, policy: placed })) }];
}

function workloadsOf({ selector, targetRef, targetRefs }: Manifest, namespace: string): Box {
  const where = namespace === rootNamespace ? undefined : Words.of(namespace);
  const targets = targetsIn(targetRef, targetRefs);
  // Sidecars and waypoints enforce apart: a policy for a Gateway says nothing of workloads.
  const at = targets.length === 0 ? Words.of('') : Words.of(...targets.map((target) => canonical(target)));
  return intersect(box(['namespace', where], ['target', at]), selectorBox(selector, labelPrefix));
}

function targetsIn(one: unknown, several: unknown): readonly unknown[] {
  return [...(Array.isArray(several) ? several : []), ...(one === undefined ? [] : [one])];
}

function describeTarget({ selector, targetRef, targetRefs }: Manifest): string {
  const targets = targetsIn(targetRef, targetRefs).map(asMapping);
  if (targets.length > 0) return targets.map(({ kind, name }) => `${kind} ${name}`).join(', ');
  const words = describeSelector(selector);
  return words === '' ? 'all workloads' : `workloads ${words}`;
}

export function ofAction(side: Side, action: Action): PlacedPolicy[] {
  return side.filter((policy) => policy.action === action);
}

export function rulesOf(policies: readonly PlacedPolicy[]): Rule[] {
  return policies.flatMap(({ rules }) => rules);
}
