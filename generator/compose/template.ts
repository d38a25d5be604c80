// One object of AWS in a composition, as every one of ours is: named after its claim, in the claim's region, tagged as the
// claim says. Refuses to know any kind.
import type { CombinePatch, CopyPatch, Patch, Template } from '../model/composition.ts';
import { combined, fromClaim, namedAfterClaim, toClaim } from './composition.ts';
import { managedSpec } from './managed.ts';

export interface TemplatePlan {
  /** Of the template, and the last part of the object's name. */
  readonly name: string;
  /** `kms`, as in `kms.aws.m.upbound.io`. */
  readonly service: string;
  readonly kind: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly mayDelete: boolean;
  /**
   * Field of the claim that remembers what AWS calls the thing, where the provider may fill nothing in: a field that goes
   * away means something, and must not come back.
   */
  readonly remembered?: string;
  /** Where the claim says the region; IAM knows none. */
  readonly region?: string;
  readonly isTagged: boolean;
  readonly forProvider: Readonly<Record<string, unknown>>;
  readonly patches: readonly Patch[];
}

export function managedTemplate(plan: TemplatePlan): Template {
  const { name, service, kind, labels, mayDelete, remembered, region, isTagged, forProvider, patches } = plan;
  const spec = managedSpec(mayDelete, forProvider);
  return {
    name,
    base: {
      apiVersion: `${service}.aws.m.upbound.io/v1beta1`,
      kind,
      ...(labels && { metadata: { labels } }),
      spec: remembered === undefined ? spec : unfilled(spec),
    },
    patches: [
      namedAfterClaim(name),
      ...(region === undefined ? [] : [fromClaim(region, 'spec.forProvider.region')]),
      ...(isTagged ? [fromClaim('spec.tags', 'spec.forProvider.tags')] : []),
      ...(remembered === undefined
        ? []
        : [toClaim('status.atProvider.id', remembered), ifClaimed(remembered, externalName)]),
      ...patches,
    ],
  };
}

function unfilled(spec: Record<string, unknown>): Record<string, unknown> {
  const policies = spec.managementPolicies as readonly string[];
  return { ...spec, managementPolicies: policies.filter((policy) => policy !== 'LateInitialize') };
}

/** What AWS calls the thing, where its name is no field. */
export const externalName = 'metadata.annotations[crossplane.io/external-name]';

/** A field that a claim may leave out. */
export function ifClaimed(fromFieldPath: string, toFieldPath: string): CopyPatch {
  return { type: 'FromCompositeFieldPath', fromFieldPath, toFieldPath };
}

/** Text in which `<spec.region>` stands for a field of the claim. */
export function filled(text: string, toFieldPath: string): CombinePatch {
  const placeholder = /<([\w.]+)>/g;
  const fields = Array.from(text.matchAll(placeholder), ([, field = '']) => field);
  return combined(text.replaceAll(placeholder, '%s'), fields, toFieldPath);
}

/**
 * Nobody deletes the object while its claim stands: Crossplane would make it anew, and what AWS names by itself would be
 * another thing. It goes with the claim (https://docs.crossplane.io/latest/managed-resources/usages/).
 */
export function guardOf({ name, service, kind }: TemplatePlan, reason: string): Template {
  return {
    name: `${name}-guard`,
    base: {
      apiVersion: 'protection.crossplane.io/v1beta1',
      kind: 'Usage',
      spec: { of: { apiVersion: `${service}.aws.m.upbound.io/v1beta1`, kind }, reason },
    },
    patches: [
      namedAfterClaim(`${name}-guard`),
      { ...namedAfterClaim(name), toFieldPath: 'spec.of.resourceRef.name' },
    ],
  };
}
