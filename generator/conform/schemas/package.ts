// Turns a kind's declarations in an npm package into JSON Schema definitions, and finds the validator compiled beside
// them. Refuses to know which package has which group: `groups.ts` says that.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { type Declaration, type JsonSchema, readDeclaration, readImports } from './declaration.ts';

/** Definitions by name; the same one serves every kind that refers to it. */
export type Definitions = Map<string, JsonSchema>;

/** An ajv function as the packages compile it. It does not refuse unknown fields, nor `null` for an optional one. */
export interface CompiledValidator {
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

/** The part of an ajv error that both our own and the packages' validators fill. */
export interface ValidationError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

const require = createRequire(import.meta.url);

// Written by the API server only, so a rendered object that sets one is wrong
// (https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/, "Read-only" and "System").
// `generateName` is its own kind of wrong: a name that is not given cannot be reconciled.
const serverFields = new Set([
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generateName',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
]);

/** The `.d.ts` file of a kind, or undefined when the package has no such kind. Throws when the package is missing. */
export function findKind(pkg: string, group: string, version: string, kind: string): string | undefined {
  const root = dirname(require.resolve(`${pkg}/package.json`));
  const file = join(root, group, version, `${kind}.d.ts`);
  return existsSync(file) ? file : undefined;
}

/** Adds the definition of `file` and of all it refers to, and returns its name. */
export function define(file: string, definitions: Definitions): string {
  const name = nameDefinition(file);
  if (definitions.has(name)) return name;
  definitions.set(name, {});
  const text = readFileSync(file, 'utf8');
  const imports = readImports(text);
  const refer = (reference: string): JsonSchema => {
    const specifier = imports.get(reference);
    if (specifier === undefined) throw new Error(`${file}: \`${reference}\` is not imported`);
    return { $ref: `#/$defs/${define(resolveDeclaration(file, specifier), definitions)}` };
  };
  const own = readDeclaration(text, refer);
  const schema = flatten(own, (base) => {
    const reference = refer(base).$ref ?? '';
    return definitions.get(reference.slice('#/$defs/'.length)) ?? {};
  });
  definitions.set(name, withoutServerFields(name, replaceSelf(schema, `#/$defs/${name}`)));
  return name;
}

/** The package's own validator of a kind: holds the formats, patterns and enums that declarations cannot. */
export function loadCompiled(declaration: string): CompiledValidator {
  // A package that carries both module systems has its ES modules in `.mjs`.
  const base = declaration.slice(0, -'.d.ts'.length);
  const script = existsSync(`${base}.mjs`) ? `${base}.mjs` : `${base}.js`;
  const found = /from\s*"([./]+\/_schemas\/[^"]+)"/.exec(readFileSync(script, 'utf8'));
  if (found?.[1] === undefined) throw new Error(`${script} names no compiled schema`);
  const module: { validate: CompiledValidator } = require(join(dirname(script), found[1]));
  return module.validate;
}

function nameDefinition(file: string): string {
  const inside = file.slice(file.lastIndexOf(`node_modules${sep}`) + 'node_modules/'.length, -'.d.ts'.length);
  // Two copies of one package (Crossplane brings its own apimachinery) must not share a name.
  const nested = file.split(`node_modules${sep}`).length > 2 ? 'nested.' : '';
  return nested + inside.replaceAll(sep, '.');
}

function resolveDeclaration(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return `${join(dirname(from), specifier.replace(/\.m?js$/, ''))}.d.ts`;
  const [pkg = ''] = /^(@[^/]+\/)?[^/]+/.exec(specifier) ?? [];
  const root = dirname(createRequire(from).resolve(`${pkg}/package.json`));
  return `${join(root, specifier.slice(pkg.length)).replace(/\.m?js$/, '')}.d.ts`;
}

/** A closed object cannot be extended with `allOf`, so the bases' properties are copied in. `TypeMeta` adds nothing. */
function flatten(declaration: Declaration, find: (base: string) => JsonSchema): JsonSchema {
  const bases = declaration.bases.filter((base) => base !== 'TypeMeta').map(find);
  if (bases.length === 0) return declaration.schema;
  const parts = [...bases, declaration.schema];
  const required = parts.flatMap((part) => part.required ?? []);
  return {
    type: 'object',
    properties: Object.assign({}, ...parts.map((part) => part.properties)),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function replaceSelf(schema: JsonSchema, reference: string): JsonSchema {
  return JSON.parse(
    JSON.stringify(schema, (key, value) => (key === '$ref' && value === '#' ? reference : value)),
  );
}

function withoutServerFields(name: string, schema: JsonSchema): JsonSchema {
  if (!name.endsWith('.apis.meta.v1.ObjectMeta') || schema.properties === undefined) return schema;
  const kept = Object.entries(schema.properties).filter(([field]) => !serverFields.has(field));
  return { ...schema, properties: Object.fromEntries(kept) };
}
