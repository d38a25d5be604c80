// What the API server and Crossplane are told of our claims: every definition holds what Kubernetes takes, is the schema that
// `check` goes by, and no composition reads a field that no claim can have.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeExample } from '../concerns/testing/example.ts';
import { ownSchemas } from '../conform/schemas/kinds.ts';
import type { Manifest } from '../model/manifest.ts';
import { templatesOf } from './compose-claim.ts';
import { parseFieldPath } from './field-path.ts';
import { claimsOf } from './testing/claims.ts';

const test = suite('definitions');
const clusters = await composeExample();
const platform = (clusters[0]?.files ?? []).flatMap(({ manifests }) => [...manifests]);
const compositions = platform.filter(({ kind }) => kind === 'Composition');
const definitions = platform.filter(({ kind }) => kind === 'CompositeResourceDefinition').map(readDefinition);

type Schema = { readonly [keyword: string]: unknown };

interface Definition {
  readonly kind: string;
  readonly apiVersion: string;
  readonly schema: Schema;
}

function readDefinition({ spec }: Manifest): Definition {
  const { group, names, versions } = spec as {
    group: string;
    names: { kind: string };
    versions: { name: string; schema: { openAPIV3Schema: Schema } }[];
  };
  const [version, ...others] = versions;
  if (version === undefined || others.length > 0) throw new Error(`${names.kind} has not one version`);
  return {
    kind: names.kind,
    apiVersion: `${group}/${version.name}`,
    schema: version.schema.openAPIV3Schema,
  };
}

const fieldsOf = ({ properties = {} }: Schema) => Object.entries(properties as Record<string, Schema>);

/** Its own and those of all below it, each with where it stands; names of fields are no keywords. */
function keywordsOf(schema: Schema, place: string): string[] {
  const below = fieldsOf(schema).flatMap(([name, field]) => keywordsOf(field, `${place}.${name}`));
  const items = schema.items === undefined ? [] : keywordsOf(schema.items as Schema, `${place}[]`);
  const rest = schema.additionalProperties;
  const others = typeof rest === 'object' && rest !== null ? keywordsOf(rest as Schema, `${place}.*`) : [];
  return [...Object.keys(schema).map((keyword) => `${keyword} at ${place}`), ...below, ...items, ...others];
}

/**
 * What a structural schema may hold of what we write
 * (https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema).
 */
const structural = new Set([
  'additionalProperties',
  'default',
  'description',
  'enum',
  'format',
  'items',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'nullable',
  'pattern',
  'properties',
  'required',
  'type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-validations',
]);

function unstructural(schema: Schema): string[] {
  return keywordsOf(schema, '').filter((one) => !structural.has(one.split(' ', 1)[0] ?? ''));
}

/** As it was written down: the API server closes objects by itself. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  const isOpen = 'properties' in schema && !('additionalProperties' in schema);
  return Object.fromEntries(isOpen ? [...entries, ['additionalProperties', false]] : entries);
}

/** Whether a claim of the schema may have the field. */
function hasField(schema: Schema, path: string): boolean {
  let at: Schema | undefined = schema;
  for (const step of parseFieldPath(path)) {
    if (at === undefined) return false;
    const properties = at.properties as Record<string, Schema> | undefined;
    const rest = at.additionalProperties;
    at = (typeof step === 'number' ? at.items : (properties?.[step] ?? rest)) as Schema | undefined;
  }
  return typeof at === 'object';
}

/** Fields of the claim that are read or written, by any patch. */
function fieldsUsedBy(composition: Manifest): string[] {
  return templatesOf(composition)
    .flatMap(({ patches }) => patches)
    .flatMap((patch) => {
      if ('combine' in patch) return patch.combine.variables.map(({ fromFieldPath }) => fromFieldPath);
      return [patch.type === 'ToCompositeFieldPath' ? patch.toFieldPath : patch.fromFieldPath];
    })
    .filter((path) => !path.startsWith('metadata.'));
}

function compositionsOf({ kind, apiVersion }: Definition): Manifest[] {
  return compositions.filter(({ spec }) => {
    const { compositeTypeRef } = spec as { compositeTypeRef: { kind: string; apiVersion: string } };
    return compositeTypeRef.kind === kind && compositeTypeRef.apiVersion === apiVersion;
  });
}

test('every claim has a definition, every definition a claim, every composition a definition', () => {
  const kinds = new Set(claimsOf(clusters).map(({ claim }) => `${claim.apiVersion} ${claim.kind}`));
  assert.equal([...kinds].sort(), definitions.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`).sort());
  assert.is(definitions.flatMap(compositionsOf).length, compositions.length);
});

test('every definition holds only what Kubernetes takes', () => {
  for (const { kind, schema } of definitions) assert.equal(unstructural(schema), [], kind);
});

test('a keyword that Kubernetes refuses is found, wherever it stands', () => {
  const schema = { type: 'object', properties: { list: { items: { oneOf: [] } }, $ref: { type: 'string' } } };
  assert.equal(unstructural(schema), ['oneOf at .list[]']);
});

test('a schema says of every field what it is', () => {
  for (const { kind, schema } of definitions) {
    const typed = keywordsOf(schema, '').filter((one) => one.startsWith('type at ')).length;
    const described = keywordsOf(schema, '').filter((one) => one.startsWith('properties at ')).length;
    assert.ok(typed > described, kind);
  }
});

test('a definition is the schema that `check` goes by', () => {
  for (const { kind, apiVersion, schema } of definitions) {
    const [group = '', version = ''] = apiVersion.split('/');
    const file = join(ownSchemas, group, `${kind.toLowerCase()}_${version}.json`);
    assert.equal(closed(schema), closed(JSON.parse(readFileSync(file, 'utf8'))), kind);
  }
});

test('Crossplane keeps its own fields', () => {
  for (const { kind, schema } of definitions) {
    for (const path of ['spec.crossplane', 'status.crossplane', 'status.conditions']) {
      assert.not.ok(hasField(schema, path), `${kind} ${path}`);
    }
  }
});

test('every field that a composition uses is one that claims may have', () => {
  for (const definition of definitions) {
    const unknown = compositionsOf(definition)
      .flatMap(fieldsUsedBy)
      .filter((path) => !hasField(definition.schema, path));
    assert.equal([...new Set(unknown)], [], definition.kind);
  }
});

test('every field that a claim may have is used by a composition', () => {
  for (const definition of definitions) {
    const used = compositionsOf(definition).flatMap(fieldsUsedBy);
    const properties = definition.schema.properties as Record<string, Schema>;
    const fields = fieldsOf(properties.spec as Schema).map(([name]) => `spec.${name}`);
    const idle = fields.filter(
      (field) => !used.some((path) => path === field || /^[.[]/.test(path.slice(field.length))),
    );
    assert.equal(idle, [], definition.kind);
  }
});

test('a field that is missing is found', () => {
  const [definition] = definitions;
  assert.ok(definition && hasField(definition.schema, 'spec.region'));
  assert.not.ok(definition && hasField(definition.schema, 'spec.regoin'));
  assert.not.ok(definition && hasField(definition.schema, 'spec.region.name'));
});

test.run();
