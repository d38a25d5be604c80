// What a Composition says to function-patch-and-transform, as far as ours say it
// (https://docs.crossplane.io/latest/guides/function-patch-and-transform/). Types only: `compose` writes them, `crossplane`
// follows them.
import type { Manifest } from './manifest.ts';

/** One object that a claim becomes. */
export interface Template {
  /** Never changes: Crossplane knows the object by it. */
  readonly name: string;
  readonly base: Omit<Manifest, 'metadata'> & { readonly metadata?: Partial<Manifest['metadata']> };
  readonly patches: readonly Patch[];
  /** Without one the object's own condition `Ready` counts. */
  readonly readinessChecks?: readonly { readonly type: 'None' }[];
}

interface PatchCore {
  readonly toFieldPath: string;
  /** `Required`: the object is not made before the field is there. */
  readonly policy?: { readonly fromFieldPath: 'Required' | 'Optional' };
}

export interface CopyPatch extends PatchCore {
  readonly type: 'FromCompositeFieldPath' | 'ToCompositeFieldPath';
  readonly fromFieldPath: string;
  readonly transforms?: readonly FormatTransform[];
}

export interface CombinePatch extends PatchCore {
  readonly type: 'CombineFromComposite';
  readonly combine: {
    readonly strategy: 'string';
    readonly string: { readonly fmt: string };
    readonly variables: readonly { readonly fromFieldPath: string }[];
  };
}

export type Patch = CopyPatch | CombinePatch;

/** Go's `fmt`, of which `%s` is used alone. */
export interface FormatTransform {
  readonly type: 'string';
  readonly string: { readonly type: 'Format'; readonly fmt: string };
}
