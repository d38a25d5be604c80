// The claims of composed clusters, each with the composition that it asks for.
import type { ComposedClusterTree } from '../../concerns/testing/example.ts';
import type { Manifest } from '../../model/manifest.ts';

export interface ClaimCase {
  readonly claim: Manifest;
  readonly composition: Manifest;
}

/** Throws when a claim asks for a composition that its cluster does not have. */
export function claimsOf(clusters: readonly ComposedClusterTree[]): ClaimCase[] {
  return clusters.flatMap(({ files, tenants }) => {
    const compositions = new Map(
      objectsOf(files)
        .filter(({ kind }) => kind === 'Composition')
        .map((composition) => [composition.metadata.name, composition]),
    );
    return tenants
      .flatMap((tenant) => objectsOf(tenant.files))
      .flatMap((claim) => {
        const name = compositionNameOf(claim);
        if (name === undefined) return [];
        const composition = compositions.get(name);
        if (composition === undefined) throw new Error(`${claim.kind} asks for ${name}`);
        return [{ claim, composition }];
      });
  });
}

function objectsOf(files: ComposedClusterTree['files']): Manifest[] {
  return files.flatMap(({ manifests }) => [...manifests]);
}

/** Whatever asks for a composition is a claim. */
function compositionNameOf({ spec }: Manifest): string | undefined {
  const { crossplane } = (spec ?? {}) as { crossplane?: { compositionRef?: { name: string } } };
  return crossplane?.compositionRef?.name;
}
