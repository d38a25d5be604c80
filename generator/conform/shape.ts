// What a schema has against an object, in words. Knows ajv's keywords; knows no kind.

import type { Path } from '../model/source.ts';
import type { RenderedObject } from './object.ts';
import type { ValidationError } from './schemas/package.ts';

export interface ShapeFinding {
  readonly code: 'no-unknown-field' | 'require-field' | 'valid-field';
  readonly object: RenderedObject;
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
}

/** One finding per place: `oneOf` and `anyOf` repeat what their members have already said. */
export function describeShape(object: RenderedObject, errors: readonly ValidationError[]): ShapeFinding[] {
  const plain = errors.filter(
    ({ keyword }) => keyword !== 'oneOf' && keyword !== 'anyOf' && keyword !== 'not',
  );
  const byPlace = new Map<string, ShapeFinding>();
  for (const error of plain.length > 0 ? plain : errors) {
    const finding = describe(object, error);
    // A quantity that is no number and no proper text fails twice; the format says more than the type.
    const place = JSON.stringify([finding.code, finding.path]);
    if (!byPlace.has(place) || error.keyword === 'format') byPlace.set(place, finding);
  }
  return [...byPlace.values()];
}

function describe(object: RenderedObject, error: ValidationError): ShapeFinding {
  const path = readPointer(error.instancePath);
  const { kind } = object.value;
  const where = path.length === 0 ? kind : `${kind} \`${path.join('.')}\``;
  const { params, keyword } = error;
  if (keyword === 'additionalProperties') {
    const field = String(params.additionalProperty);
    const hint = field === 'status' ? { hint: 'Only the cluster writes `status`.' } : {};
    const message = `\`${field}\` is not a field of ${where}.`;
    return { code: 'no-unknown-field', object, path: [...path, field], message, ...hint };
  }
  if (keyword === 'required') {
    const message = `${where} lacks \`${params.missingProperty}\`.`;
    return { code: 'require-field', object, path, message };
  }
  return { code: 'valid-field', object, path, message: `${where} ${demand(error)}.` };
}

function demand({ keyword, params, message }: ValidationError): string {
  if (keyword === 'type') return `must be ${[params.type].flat().join(' or ')}`;
  if (keyword === 'enum')
    return `must be one of ${(params.allowedValues as unknown[]).map(quote).join(', ')}`;
  if (keyword === 'format') return `is not a valid ${params.format}`;
  if (keyword === 'pattern') return `must match \`${params.pattern}\``;
  return message ?? `breaks its schema's \`${keyword}\` (${JSON.stringify(params)})`;
}

function quote(value: unknown): string {
  return `\`${value}\``;
}

function readPointer(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
