// A claim of a tenant: the object of which Crossplane makes AWS resources, and which revision of a composition makes them.
// Refuses to know what any kind of claim asks for.
import { tenantLabels } from '../model/labels.ts';
import type { Manifest } from '../model/manifest.ts';
import type { TenantTarget } from '../model/target.ts';
import { keptByArgocd } from './application-set.ts';
import { revisionLabel } from './composition.ts';
import { type Definition, definitionName } from './definition.ts';

export interface ClaimPlan {
  /** `networkClaim` */
  readonly definition: Definition;
  readonly name: string;
  readonly spec: Readonly<Record<string, unknown>>;
  /** Name of the composition, where the kind has several; the only one is named as its definition is. */
  readonly composition?: string;
}

/**
 * No composition is left to Crossplane's choice: of several it would take any. The newest revision that bears the label is
 * taken, and only where the policy is written down (crossplane, internal/controller/apiextensions/composite/api.go): a change
 * of a composition reaches a claim when its ring follows, and not when the composition arrives on the cluster.
 */
export function claim(
  { tenant, namespace, compositionRevision }: TenantTarget,
  { definition, name, spec, composition = definitionName(definition) }: ClaimPlan,
): Manifest {
  return {
    apiVersion: `${definition.group}/${definition.version}`,
    kind: definition.kind,
    metadata: {
      name,
      namespace,
      labels: tenantLabels(tenant.id),
      // What it is made of goes with it.
      annotations: keptByArgocd,
    },
    spec: {
      ...spec,
      crossplane: {
        compositionRef: { name: composition },
        compositionUpdatePolicy: 'Automatic',
        compositionRevisionSelector: { matchLabels: revisionLabel(compositionRevision) },
      },
    },
  };
}
