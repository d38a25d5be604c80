// The closed schema of a kind, from the package that carries its group or from our own hand-written files, and the
// function that holds an object against it. Refuses to know what an object means: that is the checks' work.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { labels } from '../../model/labels.ts';
import { networkClaim } from '../../model/names.ts';
import type { JsonSchema } from './declaration.ts';
import { groups, splitApiVersion } from './groups.ts';
import {
  type CompiledValidator,
  type Definitions,
  define,
  findKind,
  loadCompiled,
  type ValidationError,
} from './package.ts';

/** What an object's shape has wrong; empty when it fits. */
export type Validate = (value: unknown) => readonly ValidationError[];

/** `apps/v1 Deployment`. */
export type KindName = `${string} ${string}`;

/** Hand-written closed schemas: `<group>/<kind>_<version>.json`, lower case, `core` for the core group. */
export const ownSchemas = fileURLToPath(new URL('../../../schemas/kubernetes', import.meta.url));

/**
 * Validators for those of `names` that a package or `own` has; an unknown kind has none. All kinds share their
 * definitions (one PodSpec for Deployment, Job and CronJob), so load a unit's kinds together.
 */
export function loadKinds(names: Iterable<KindName>, own = ownSchemas): Map<KindName, Validate> {
  const definitions: Definitions = new Map();
  const known = new Map<KindName, Kind>();
  for (const name of names) {
    const kind = defineKind(name, definitions, own);
    if (kind !== undefined) known.set(name, kind);
  }
  // The definitions are ours and made of six keywords: checking them against the metaschema only costs start-up.
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateSchema: false, validateFormats: false });
  ajv.addSchema({ $id: 'kubernetes', $defs: Object.fromEntries(definitions) });
  const validators = new Map<KindName, Validate>();
  for (const [name, { definition, declaration }] of known) {
    const closed = ajv.getSchema(`kubernetes#/$defs/${definition}`) as CompiledValidator;
    const compiled = declaration === undefined ? undefined : loadCompiled(declaration);
    validators.set(name, (value) => check(closed, value) ?? (compiled && check(compiled, value)) ?? []);
  }
  return validators;
}

/** One self-contained closed schema, for validators that read schemas from files. Undefined for an unknown kind. */
export function bundleKind(name: KindName, own = ownSchemas): JsonSchema | undefined {
  const definitions: Definitions = new Map();
  const kind = defineKind(name, definitions, own);
  if (kind === undefined) return undefined;
  return { $ref: `#/$defs/${kind.definition}`, $defs: Object.fromEntries(definitions) };
}

interface Kind {
  readonly definition: string;
  /** The package's file, when a package has the kind. */
  readonly declaration?: string;
}

function defineKind(name: KindName, definitions: Definitions, own: string): Kind | undefined {
  const [apiVersion = '', kind = ''] = name.split(' ');
  const [group, version] = splitApiVersion(apiVersion);
  const definition = `kind.${group}.${version}.${kind}`;
  const file = `${own}/${group || 'core'}/${kind.toLowerCase()}_${version}.json`;
  // Ours first: a package that is behind its upstream would refuse a field that is there.
  if (existsSync(file)) {
    const schema: JsonSchema = JSON.parse(readFileSync(file, 'utf8'));
    const whole = group === networkClaim.group ? composed(schema) : schema;
    definitions.set(definition, complete(whole, apiVersion, kind, definitions));
    return { definition };
  }
  const pkg = groups[group]?.package;
  const declaration = pkg && findKind(pkg, group, version, kind);
  if (declaration === undefined) return undefined;
  const schema = definitions.get(define(declaration, definitions)) ?? {};
  definitions.set(definition, complete(schema, apiVersion, kind, definitions));
  return { definition, declaration };
}

/** What holds for every rendered object: it says what it is and how it is called, and leaves `status` to the cluster. */
function complete(
  schema: JsonSchema,
  apiVersion: string,
  kind: string,
  definitions: Definitions,
): JsonSchema {
  const { status: _, metadata, ...properties } = schema.properties ?? {};
  return {
    ...schema,
    properties: {
      ...properties,
      apiVersion: { enum: [apiVersion] },
      kind: { enum: [kind] },
      metadata: { ...(metadata ?? borrowMetadata(definitions)), required: ['name'] },
    },
    required: [...new Set([...(schema.required ?? []), 'apiVersion', 'kind', 'metadata'])],
    additionalProperties: false,
  };
}

/**
 * A claim says beside what it asks for how it is composed. Its definition may not say so: Crossplane adds these fields to
 * every kind (https://docs.crossplane.io/latest/composition/composite-resource-definitions/). All are demanded: a claim
 * without a selector would follow each change of its composition at once.
 */
function composed(schema: JsonSchema): JsonSchema {
  const { spec = {}, ...properties } = schema.properties ?? {};
  const required = [...(spec.required ?? []), 'crossplane'];
  return {
    ...schema,
    properties: {
      ...properties,
      spec: { ...spec, properties: { ...spec.properties, crossplane: machinery }, required },
    },
  };
}

const strict = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const machinery = strict({
  compositionRef: strict({ name: { type: 'string', maxLength: 253 } }),
  compositionUpdatePolicy: { enum: ['Automatic'] },
  compositionRevisionSelector: strict({
    matchLabels: strict({ [labels.revision]: { type: 'string', pattern: '^[1-9][0-9]{0,5}$' } }),
  }),
});

/** Hand-written schemas do not repeat what every object has. */
function borrowMetadata(definitions: Definitions): JsonSchema {
  const declaration = findKind('kubernetes-models', '', 'v1', 'ConfigMap');
  const borrowed = declaration && definitions.get(define(declaration, definitions))?.properties?.metadata;
  if (!borrowed) throw new Error('kubernetes-models has no ConfigMap');
  return borrowed;
}

/** Undefined when clean, so that the second validator runs only on what the first lets pass: no mistake is told twice. */
function check(validate: CompiledValidator, value: unknown): readonly ValidationError[] | undefined {
  return validate(value) ? undefined : [...(validate.errors ?? [])];
}
