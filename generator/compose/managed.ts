// A managed resource of AWS, as every one of ours is: who acts for it, and what becomes of AWS when its object goes.
// Refuses to know any service of AWS.
import type { Manifest, Metadata } from '../model/manifest.ts';

/** The account that providers act in, by role: the cluster's own. */
export const defaultAccount = { kind: 'ClusterProviderConfig', name: 'default' } as const;

export interface ManagedPlan {
  /** `ec2`, as in `ec2.aws.m.upbound.io`. */
  readonly service: string;
  readonly kind: string;
  readonly metadata: Metadata;
  /** What AWS calls it, where the name is no field. */
  readonly externalName?: string;
  readonly mayDelete: boolean;
  readonly forProvider: Readonly<Record<string, unknown>>;
}

export function managedResource(plan: ManagedPlan): Manifest {
  const { service, kind, metadata, externalName, mayDelete, forProvider } = plan;
  const annotations = {
    ...metadata.annotations,
    ...(externalName !== undefined && { 'crossplane.io/external-name': externalName }),
  };
  return {
    apiVersion: `${service}.aws.m.upbound.io/v1beta1`,
    kind,
    metadata: { ...metadata, ...(Object.keys(annotations).length > 0 && { annotations }) },
    spec: managedSpec(mayDelete, forProvider),
  };
}

/**
 * Without `Delete` the resource stays in AWS when its object goes. With `LateInitialize` the provider writes down what AWS
 * calls the resource; without it the name is lost when the provider starts anew, and the resource is made again
 * (https://github.com/crossplane-contrib/provider-upjet-aws/issues/1715, https://github.com/crossplane/crossplane/issues/5918).
 * Fields that we leave out are filled in as well, so that one which we take away comes back
 * (https://github.com/crossplane-contrib/provider-upjet-aws/issues/1631).
 */
export function managedSpec(
  mayDelete: boolean,
  forProvider: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return {
    managementPolicies: ['Observe', 'Create', 'Update', 'LateInitialize', ...(mayDelete ? ['Delete'] : [])],
    providerConfigRef: { ...defaultAccount },
    forProvider,
  };
}
