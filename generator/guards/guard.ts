// What may stand between a mistake and a tenant's data: a guard is read off the objects that are rendered and composed, and can be
// taken away from a copy of them. Those of Argo CD and of AWS are beside this; knows no order of things going wrong.
import type { Manifest } from '../model/manifest.ts';

/** All objects that one stateful object depends on. Plain copies: taking a guard away writes into them. */
export interface Scene {
  /** The ApplicationSets that make the Applications of the tenant's layers, and of the platform's components. */
  readonly sets: { readonly data: Manifest; readonly foundation: Manifest; readonly components: Manifest };
  readonly namespace: Manifest;
  /** Where the object is rendered as it is, that object. */
  readonly claim: Manifest;
  /** What the kind comes with: it takes all objects along. A claim's definition; else the provider. */
  readonly definition: Manifest;
  /** What is composed of the claim, or rendered, and keeps data. */
  readonly object: Manifest;
  /** What else the claim becomes; else what all claims of the tenant become. */
  readonly beside: readonly Manifest[];
  /** Of the cluster: what may not be deleted while somebody needs it. */
  readonly usages: Manifest[];
}

export interface Guard {
  readonly name: string;
  holds(scene: Scene): boolean;
  remove(scene: Scene): void;
}

export type Fields = Record<string, unknown>;

/** The object at the end of the way, made where it is missing. */
export function at(object: Manifest, ...way: readonly string[]): Fields {
  let here = object as unknown as Fields;
  for (const step of way) {
    here[step] ??= {};
    here = here[step] as Fields;
  }
  return here;
}

/** Which of the objects. */
export type Pick = (scene: Scene) => Manifest;

/** A field that has to have one value, and what it is when it does not. */
export function field(
  name: string,
  place: (scene: Scene) => Fields,
  key: string,
  good: unknown,
  bad: unknown,
): Guard {
  return {
    name,
    holds: (scene) => place(scene)[key] === good,
    remove: (scene) => {
      place(scene)[key] = bad;
    },
  };
}

/** https://docs.crossplane.io/latest/managed-resources/usages/ */
export function used(whose: string, pick: Pick): Guard {
  const isOf = (usage: Manifest, { kind, metadata }: Manifest) => {
    const { of } = usage.spec as { of: { kind: string; resourceRef?: { name: string } } };
    return of.kind === kind && of.resourceRef?.name === metadata.name;
  };
  return {
    name: `a usage holds ${whose}`,
    holds: (scene) => scene.usages.some((usage) => isOf(usage, pick(scene))),
    remove: (scene) => {
      const others = scene.usages.filter((usage) => !isOf(usage, pick(scene)));
      scene.usages.splice(0, scene.usages.length, ...others);
    },
  };
}

/** https://docs.crossplane.io/latest/managed-resources/managed-resources/#managementpolicies */
export const undeletable: Guard = {
  name: 'the provider may not delete it',
  holds: ({ object }) => {
    const { managementPolicies = ['*'] } = object.spec as { managementPolicies?: string[] };
    return !managementPolicies.includes('*') && !managementPolicies.includes('Delete');
  },
  remove: ({ object }) => {
    at(object, 'spec').managementPolicies = ['*'];
  },
};
