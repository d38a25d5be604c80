// A Composition and its patches. What they do was read in function-patch-and-transform, v0.10.8. Knows no claim.
import type { IComposition } from '@crossplane-models/crossplane/apiextensions.crossplane.io/v1/Composition';
import type { CombinePatch, CopyPatch, Template } from '../model/composition.ts';
import { labels, platformLabels } from '../model/labels.ts';
import type { Manifest } from '../model/manifest.ts';
import type { ClusterTarget } from '../model/target.ts';
import { waves } from '../model/waves.ts';
import { keptByArgocd } from './application-set.ts';
import { type Definition, definitionName } from './definition.ts';
import { inWave } from './in-wave.ts';

const required = { fromFieldPath: 'Required' } as const;

/** A field of the claim becomes a field of the object, which is not made without it. */
export function fromClaim(fromFieldPath: string, toFieldPath: string): CopyPatch {
  return { type: 'FromCompositeFieldPath', fromFieldPath, toFieldPath, policy: required };
}

/** Fields of the claim become text of the object. @param fmt a `%s` for each field */
export function combined(fmt: string, fields: readonly string[], toFieldPath: string): CombinePatch {
  return {
    type: 'CombineFromComposite',
    combine: {
      strategy: 'string',
      string: { fmt },
      variables: fields.map((fromFieldPath) => ({ fromFieldPath })),
    },
    toFieldPath,
    policy: required,
  };
}

/** A field of the object becomes a field of the claim as soon as it is there. */
export function toClaim(fromFieldPath: string, toFieldPath: string): CopyPatch {
  return { type: 'ToCompositeFieldPath', fromFieldPath, toFieldPath };
}

/** A name of its own: an object that is made anew is the same one, whatever Crossplane remembers. */
export function namedAfterClaim(suffix: string): CopyPatch {
  return {
    ...fromClaim('metadata.name', 'metadata.name'),
    transforms: [{ type: 'string', string: { type: 'Format', fmt: `%s-${suffix}` } }],
  };
}

export interface CompositionPlan {
  readonly definition: Definition;
  readonly templates: readonly Template[];
  /** Where the kind has several; the only one is named as its definition is. */
  readonly name?: string;
}

/** How claims of the kind become objects: those that ask for this composition, as soon as their ring follows. */
export function composition({ platform }: ClusterTarget, plan: CompositionPlan): Manifest {
  const { definition, templates, name = definitionName(definition) } = plan;
  const { group, kind, version } = definition;
  const manifest: IComposition = {
    apiVersion: 'apiextensions.crossplane.io/v1',
    kind: 'Composition',
    metadata: {
      name,
      labels: { ...platformLabels, ...revisionLabel(platform.compositions.revision) },
      // With it go its revisions, which claims of rings that wait are made by.
      annotations: { ...keptByArgocd, ...inWave(waves.packages) },
    },
    spec: {
      compositeTypeRef: { apiVersion: `${group}/${version}`, kind },
      mode: 'Pipeline',
      pipeline: [
        {
          step: 'resources',
          functionRef: { name: 'function-patch-and-transform' },
          input: {
            apiVersion: 'pt.fn.crossplane.io/v1beta1',
            kind: 'Resources',
            resources: [...templates],
          },
        },
        // The claim is ready once all its objects are.
        { step: 'readiness', functionRef: { name: 'function-auto-ready' } },
      ],
    },
  };
  return manifest as unknown as Manifest;
}

/**
 * What claims select a revision by. Crossplane copies a composition's labels to each of its revisions
 * (https://docs.crossplane.io/latest/composition/composition-revisions/).
 */
export function revisionLabel(revision: number): Record<string, string> {
  return { [labels.revision]: String(revision) };
}
