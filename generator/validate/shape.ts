// Holds one input against its schema and says every mistake in our words. Knows nothing of other files.
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Path, type Source, valueAt } from '../model/source.ts';
import { didYouMean } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';
import { describeError } from './describe.ts';
import * as validators from './generated/validators.cjs';

const validatorByKind = {
  approval: validators.validateApproval,
  cluster: validators.validateCluster,
  components: validators.validateComponents,
  controls: validators.validateControls,
  domains: validators.validateDomains,
  engines: validators.validateEngines,
  framework: validators.validateFramework,
  platform: validators.validatePlatform,
  recovery: validators.validateRecovery,
  release: validators.validateRelease,
  requirements: validators.validateRequirements,
  services: validators.validateServices,
  state: validators.validateState,
  tenant: validators.validateTenant,
  tiers: validators.validateTiers,
  tombstone: validators.validateTombstone,
} as const;

export type InputKind = keyof typeof validatorByKind;

/** Keywords that only repeat what another error says better. */
const consequences = new Set(['if', 'allOf', 'propertyNames']);

/** One diagnostic per mistake; none when the input has the shape of its kind. */
export function validateShape(kind: InputKind, source: Source<unknown>): Diagnostic[] {
  const validate: ValidateFunction<unknown> = validatorByKind[kind];
  if (validate(source.value)) return [];
  const all = validate.errors ?? [];
  const errors = all.filter((error) => !consequences.has(error.keyword) && !isMistyped(error, all));
  const diagnostics = new Map<string, Diagnostic>();
  for (const error of errors) {
    const path = pathOf(error.instancePath, source.value);
    const { path: found, at, ...words } = describeError(kind, aboutName(error, path, source.value), path);
    const place = locate(source, found, at);
    // A value of the wrong type breaks other keywords too; each missing property is a mistake of its own.
    const mistake = words.code === 'missing-property' ? words.message : '';
    const spot = `${place.line}:${place.column} ${mistake}`;
    if (!diagnostics.has(spot)) diagnostics.set(spot, { ...place, severity: 'error', ...words });
  }
  return [...diagnostics.values()];
}

/** A missing property that is there under a name much like it: the unknown property says so. */
function isMistyped(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  if (error.keyword !== 'required') return false;
  const wanted = String(error.params.missingProperty);
  return all.some(
    ({ keyword, instancePath, params }) =>
      keyword === 'additionalProperties' &&
      instancePath === error.instancePath &&
      didYouMean(String(params.additionalProperty), [wanted]) === wanted,
  );
}

/** ajv says which property's name an error is about, except where the schema of names stands in another file. */
function aboutName(error: ErrorObject, path: Path, value: unknown): ErrorObject {
  const here = valueAt(value, path);
  const isName = typeof error.data === 'string' && typeof here === 'object';
  return isName ? { ...error, propertyName: error.data as string } : error;
}

/** A JSON pointer as a path; a segment is an index where the value there is an array. */
function pathOf(pointer: ErrorObject['instancePath'], value: unknown): Path {
  const path: (string | number)[] = [];
  let here = value;
  for (const segment of pointer.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(here) ? Number(key) : key);
    here = (here as Record<string, unknown> | undefined)?.[key];
  }
  return path;
}
