// The schemas themselves: right by their own standard, closed, bounded, described, and right in what they show.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

type Schema = { readonly [keyword: string]: unknown };

interface Placed {
  readonly schema: Schema;
  /** `tenant.schema.json#/properties/id` */
  readonly at: string;
}

const folder = join(import.meta.dirname, '../../schemas');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const documents = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Schema);
const ajv = new Ajv2020({ schemas: documents, strict: true, strictRequired: false });
const test = suite('schemas');

/** Keywords that hold schemas, by how: one, a list of them, or several by name. */
const single = ['additionalProperties', 'if', 'items', 'propertyNames', 'then'];
const named = ['$defs', 'properties'];

/** A schema and all inside it. `false` forbids a property and is none. */
function* schemasIn({ schema, at }: Placed): Iterable<Placed> {
  yield { schema, at };
  const inner = [
    ...single.map((key): [string, unknown] => [key, schema[key]]),
    ...named.flatMap((key) =>
      Object.entries(schema[key] ?? {}).map(([name, one]): [string, unknown] => [`${key}/${name}`, one]),
    ),
    ...Object.entries(schema.allOf ?? []).map(([index, one]): [string, unknown] => [`allOf/${index}`, one]),
  ];
  for (const [step, one] of inner) {
    if (typeof one === 'object' && one !== null)
      yield* schemasIn({ schema: one as Schema, at: `${at}/${step}` });
  }
}

/** Its own keywords before those of what it refers to. */
function resolved(schema: Schema, document: Schema): Schema {
  if (typeof schema.$ref !== 'string') return schema;
  const [file = '', pointer = ''] = schema.$ref.split('#');
  const target = file === '' ? document : documents[files.indexOf(file)];
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((here, step) => (here as Schema | undefined)?.[step], target);
  assert.ok(found, `${schema.$ref} points nowhere`);
  return { ...resolved(found as Schema, target as Schema), ...schema };
}

/** What a reader is shown: the first example, or an object of its members' examples. */
function exampleOf(schema: Schema, document: Schema): unknown {
  const {
    examples,
    properties,
    required = [],
  } = resolved(schema, document) as {
    examples?: readonly unknown[];
    properties?: Readonly<Record<string, Schema>>;
    required?: readonly string[];
  };
  if (examples !== undefined) return examples[0];
  if (properties === undefined) return undefined;
  const members = required.map((name) => [name, exampleOf(properties[name] as Schema, document)]);
  return Object.fromEntries(members);
}

const isProperty = (at: string) => /\/properties\/[^/]+$/.test(at);

/** Conditions repeat properties that are described elsewhere. */
const isCondition = (at: string) => /\/(?:if|then)(?:\/|$)/.test(at);

/** What is wrong with one document, one line each. */
function findFaults(document: Schema, file: string): string[] {
  return [...schemasIn({ schema: document, at: `${file}#` })].flatMap(({ schema, at }) => {
    const whole = resolved(schema, document);
    const isNamed = isProperty(at) || /\/\$defs\/[^/]+$/.test(at);
    const faults = isCondition(at)
      ? []
      : [
          ...(whole.type === 'object' && whole.additionalProperties === undefined ? ['is open'] : []),
          ...(isNamed && !/\S\.$/.test(String(whole.description)) ? ['has no sentence of description'] : []),
          ...(isNamed && exampleOf(schema, document) === undefined ? ['has no example'] : []),
          ...(isBounded(whole) ? [] : ['has no bound']),
        ];
    return faults.map((fault) => `${at} ${fault}`);
  });
}

/** What a hostile input may make arbitrarily large. An unbounded repetition in a pattern needs a length beside it. */
function isBounded({ type, ...schema }: Schema): boolean {
  if (schema.enum !== undefined || schema.const !== undefined) return true;
  if (type === 'string') {
    return (
      schema.maxLength !== undefined ||
      (schema.pattern !== undefined &&
        !/[*+]|,\}/.test(String(schema.pattern).replace(/\\.|\[[^\]]*\]/g, '.')))
    );
  }
  if (type === 'integer' || type === 'number')
    return schema.minimum !== undefined && schema.maximum !== undefined;
  return true;
}

for (const [index, file] of files.entries()) {
  const document = documents[index] as Schema;

  test(`${file} is JSON Schema 2020-12 under its own name`, () => {
    assert.is(document.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.is(document.$id, `https://tenantry.dev/schemas/${file}`);
    assert.ok(ajv.validateSchema(document), ajv.errorsText());
    assert.ok(ajv.getSchema(String(document.$id)));
  });

  test(`${file} is closed, bounded and described`, () => assert.equal(findFaults(document, file), []));

  test(`${file} shows only what it accepts`, () => {
    for (const { schema, at } of schemasIn({ schema: document, at: '#' })) {
      if (isCondition(at)) continue;
      const { examples = [], default: usual } = schema as {
        examples?: readonly unknown[];
        default?: unknown;
      };
      const composed = isProperty(at) ? exampleOf(schema, document) : undefined;
      for (const value of [...examples, usual, composed]) {
        if (value === undefined) continue;
        const isAccepted = ajv.validate({ $ref: `${document.$id}${encodeURI(at)}` }, value);
        assert.ok(isAccepted, `${at}: ${JSON.stringify(value)} ${ajv.errorsText()}`);
      }
    }
  });
}

test('the checks find what they look for', () => {
  const text = { description: 'A text.', type: 'string', examples: ['a'] };
  const properties = {
    open: { description: 'A mapping.', type: 'object', examples: [{}] },
    endless: { ...text, pattern: '^a(-a)*$' },
    silent: { type: 'boolean', examples: [true] },
    blank: { description: 'A number.', type: 'integer', minimum: 0, maximum: 1 },
    right: { ...text, pattern: '^[a*]{1,9}$' },
  };
  const document = { type: 'object', additionalProperties: false, required: ['blank'], properties };
  assert.equal(findFaults(document, 'made'), [
    'made#/properties/open is open',
    'made#/properties/endless has no bound',
    'made#/properties/silent has no sentence of description',
    'made#/properties/blank has no example',
  ]);
});

test.run();
