// What a claim becomes, before there is anything: every object, with a mark where a field is known only once another object
// is there. Knows no kind of claim.
import type { Patch, Template } from '../model/composition.ts';
import type { Manifest } from '../model/manifest.ts';
import { composeClaim, templatesOf } from './compose-claim.ts';
import { readField, writeField } from './field-path.ts';

/** One object that a claim becomes. */
export interface Foreseen {
  /** Name of its template. */
  readonly template: string;
  readonly object: Manifest;
}

export interface Foresight {
  readonly objects: readonly Foreseen[];
  /** By mark, the template of the object that has to be there first. Marks stand in texts of the objects. */
  readonly later: ReadonlyMap<string, string>;
  /** Templates that make no object of this claim, which lacks a field that they require. */
  readonly left: readonly string[];
}

/** Throws when a template requires of the claim's status what no template writes to it: no object would ever be there. */
export function foresee(composition: Manifest, claim: Manifest): Foresight {
  const templates = templatesOf(composition);
  const sources = templates.flatMap(({ name, patches }) =>
    patches.filter(isToClaim).map(({ toFieldPath }) => ({ name, toFieldPath })),
  );
  const status = {};
  const later = new Map<string, string>();
  for (const [index, { name, toFieldPath }] of sources.entries()) {
    const mark = `known-later-${index}-`;
    later.set(mark, name);
    writeField({ status }, toFieldPath, mark);
  }
  const whole = { ...claim, status };
  for (const path of templates.flatMap(statusReadBy)) {
    if (readField(whole, path) === undefined) {
      throw new Error(`${composition.metadata.name} reads \`${path}\`, which it never writes`);
    }
  }
  const { resources } = composeClaim(composition, whole);
  return {
    objects: Array.from(resources, ([template, object]) => ({ template, object })),
    later,
    left: templates.map(({ name }) => name).filter((name) => !resources.has(name)),
  };
}

function isToClaim({ type }: Patch): boolean {
  return type === 'ToCompositeFieldPath';
}

function statusReadBy({ patches }: Template): string[] {
  return patches
    .filter((patch) => !isToClaim(patch))
    .flatMap((patch) =>
      'combine' in patch
        ? patch.combine.variables.map(({ fromFieldPath }) => fromFieldPath)
        : [patch.fromFieldPath],
    )
    .filter((path) => path.startsWith('status.'));
}
