// What Crossplane makes of a claim, without a cluster: follows the patches of a composition as function-patch-and-transform
// does (v0.10.8). Knows no kind, and of its patches and transforms those that our compositions use.
import type { CombinePatch, CopyPatch, Patch, Template } from '../model/composition.ts';
import type { Manifest } from '../model/manifest.ts';
import { readField, writeField } from './field-path.ts';

export interface Composed {
  /** What is wanted of each object, by the name of its template. */
  readonly resources: ReadonlyMap<string, Manifest>;
  /** What the claim's status becomes. */
  readonly status: Readonly<Record<string, unknown>>;
}

/** @param observed objects that are there already, by the name of their template; fields that AWS knows are in `status` */
export function composeClaim(
  composition: Manifest,
  claim: Manifest,
  observed: ReadonlyMap<string, Manifest> = new Map(),
): Composed {
  const status = {};
  const resources = new Map<string, Manifest>();
  for (const template of templatesOf(composition)) {
    const seen = observed.get(template.name);
    const resource = structuredClone(template.base) as { metadata?: object };
    const isWanted = template.patches.every((patch) => {
      if (patch.type !== 'ToCompositeFieldPath') return fill(resource, patch, claim, seen !== undefined);
      copy(patch, seen, { status });
      return true;
    });
    // A claim of a namespace has its objects there, whatever a template says.
    resource.metadata = { ...resource.metadata, namespace: claim.metadata.namespace };
    if (isWanted) resources.set(template.name, resource as Manifest);
  }
  return { resources, status };
}

/** Throws when the composition has no such step. */
export function templatesOf(composition: Manifest): readonly Template[] {
  const { pipeline } = composition.spec as {
    pipeline: { input?: { kind: string; resources: Template[] } }[];
  };
  const input = pipeline.find((step) => step.input?.kind === 'Resources')?.input;
  if (input === undefined) throw new Error(`${composition.metadata.name} has no resources`);
  return input.resources;
}

/** Whether the object may be made: a field that a patch requires stops a new object, and is ignored of one that is there. */
function fill(resource: object, patch: Patch, claim: Manifest, exists: boolean): boolean {
  const done =
    patch.type === 'CombineFromComposite' ? combine(patch, claim, resource) : copy(patch, claim, resource);
  return done || exists || patch.policy?.fromFieldPath !== 'Required';
}

function copy({ fromFieldPath, toFieldPath, transforms }: CopyPatch, from: unknown, to: object): boolean {
  const value = readField(from, fromFieldPath);
  if (value === undefined) return false;
  const written = (transforms ?? []).reduce<unknown>(
    (text, { string }) => format(string.fmt, [text]),
    structuredClone(value),
  );
  writeField(to, toFieldPath, written);
  return true;
}

function combine({ combine, toFieldPath }: CombinePatch, from: unknown, to: object): boolean {
  const values = combine.variables.map(({ fromFieldPath }) => readField(from, fromFieldPath));
  if (values.includes(undefined)) return false;
  writeField(to, toFieldPath, format(combine.string.fmt, values));
  return true;
}

/** Go's `fmt.Sprintf`, of `%s` and text alone: of a number it would make `%!s(float64=7)`. */
function format(fmt: string, values: readonly unknown[]): string {
  const other = values.find((value) => typeof value !== 'string');
  if (other !== undefined) throw new Error(`\`${fmt}\` takes texts, not ${JSON.stringify(other)}`);
  const parts = fmt.split('%s');
  if (parts.length !== values.length + 1 || parts.some((part) => part.includes('%'))) {
    throw new Error(`\`${fmt}\` does not take ${values.length} texts`);
  }
  return parts.reduce((text, part, index) => `${text}${values[index - 1]}${part}`);
}
