// One ajv error in our words: a code, a sentence and the repair. Knows the keywords that our schemas use.
import type { ErrorObject } from 'ajv';
import type { Path } from '../model/source.ts';
import { list, show, suggest } from '../model/words.ts';

export interface Description extends Words {
  readonly path: Path;
  readonly at: 'key' | 'value';
}

interface Words {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly examples?: readonly unknown[];
}

/**
 * Says what an error means and which part of the file to change.
 * @param kind what the file is about, as a noun: `tenant`
 */
export function describeError(kind: string, error: ErrorObject, path: Path): Description {
  const parent = (error.parentSchema ?? {}) as Schema;
  const isWhole = path.length === 0;
  const name = nameOf(kind, path);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      return { ...unknownProperty(kind, key, parent), path: [...path, key], at: 'key' };
    }
    case 'required': {
      const key = String(error.params.missingProperty);
      return { ...missingProperty(name, key, parent), path, at: 'key' };
    }
    case 'false schema': {
      const message = `${name} does not go with the \`kind\` of this service.`;
      return { code: 'misplaced-property', message, hint: 'Remove it.', path, at: 'key' };
    }
    default:
      if (error.propertyName === undefined) {
        return { ...wrongValue(name, error, parent), path, at: isWhole ? 'key' : 'value' };
      }
      return {
        ...wrongValue(`A name in ${isWhole ? name.toLowerCase() : name}`, error, parent),
        path: [...path, error.propertyName],
        at: 'key',
      };
  }
}

/** How a sentence begins that is about the thing at `path`. */
function nameOf(kind: string, path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return `This ${kind} file`;
  return typeof last === 'number' ? `Item ${last + 1} of \`${path.at(-2)}\`` : `\`${last}\``;
}

/** `a tenant`, `an approval` */
function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function unknownProperty(kind: string, key: string, parent: Schema): Words {
  const known = Object.keys(parent.properties ?? {});
  const message = `\`${key}\` is not ${withArticle(kind)} field.`;
  return { code: 'unknown-property', message, hint: suggest(key, known, `Known here: ${list(known)}.`) };
}

function missingProperty(name: string, key: string, parent: Schema): Words {
  const example = showExample(parent.properties?.[key]);
  const hint = example === undefined ? `Add \`${key}\`.` : `Add it, for example \`${key}: ${example}\`.`;
  return { code: 'missing-property', message: `${name} lacks \`${key}\`.`, hint };
}

/** Whatever is wrong with a value that may stand here. */
function wrongValue(name: string, error: ErrorObject, schema: Schema): Words {
  const example = showExample(schema);
  const likeThis = example === undefined ? {} : { hint: `Write something like \`${example}\`.` };
  const words = describers[error.keyword]?.(name, error.params, error.data);
  if (words === undefined) throw new Error(`No words for the schema keyword \`${error.keyword}\``);
  return { ...likeThis, ...words };
}

type Describe = (name: string, params: ErrorObject['params'], data: unknown) => Words;

/** By keyword. One that gives no hint gets the schema's example as one. */
export const describers: Readonly<Record<string, Describe>> = {
  enum: (name, { allowedValues }, data) => {
    const allowed = (allowedValues as unknown[]).map(String);
    return {
      code: 'unknown-value',
      message: `${name} must be ${list(allowed, 'or')}, not \`${show(data)}\`.`,
      hint: suggest(show(data), allowed, 'Choose one of them.'),
    };
  },
  type: wrongType,
  pattern: (name, _, data) => ({ code: 'wrong-format', message: `${name} cannot be \`${show(data)}\`.` }),
  minimum: tooFar,
  maximum: tooFar,
  minLength: wrongLength('at least'),
  maxLength: wrongLength('at most'),
  uniqueItems: (name, { i, j }, data) => {
    const [first, second] = [Math.min(i, j), Math.max(i, j)];
    const item = show((data as readonly unknown[])[first]);
    const message = `${name} lists \`${item}\` twice, as items ${first + 1} and ${second + 1}.`;
    return { code: 'duplicate-item', message, hint: 'Remove one of them.' };
  },
  minItems: tooFew('items'),
  minProperties: tooFew('entries'),
  maxItems: tooMany('items'),
  maxProperties: tooMany('entries'),
};

function tooFar(name: string, { comparison, limit }: ErrorObject['params'], data: unknown): Words {
  const bound = comparison === '>=' ? 'at least' : 'at most';
  return { code: 'out-of-range', message: `${name} is ${show(data)}; it must be ${bound} ${limit}.` };
}

function wrongLength(bound: string): Describe {
  return (name, { limit }, data) => {
    const length = [...String(data)].length;
    const noun = length === 1 ? 'character' : 'characters';
    return {
      code: 'wrong-length',
      message: `${name} has ${length} ${noun}; it must have ${bound} ${limit}.`,
    };
  };
}

function tooFew(noun: string): Describe {
  return (name, { limit }) =>
    limit === 1
      ? { code: 'wrong-length', message: `${name} is empty.`, hint: 'Add something or remove it.' }
      : { code: 'wrong-length', message: `${name} must have at least ${limit} ${noun}.`, hint: 'Add some.' };
}

function tooMany(noun: string): Describe {
  return (name, { limit }) => ({
    code: 'wrong-length',
    message: `${name} may have at most ${limit} ${noun}.`,
    hint: 'Remove some.',
  });
}

const nouns: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  object: 'a mapping',
  array: 'a list',
  boolean: '`true` or `false`',
};

function wrongType(name: string, { type }: ErrorObject['params'], data: unknown): Words {
  const words = {
    code: 'wrong-type',
    message: `${name} must be ${nouns[type] ?? `a ${type}`}; it is ${describeValue(data)}.`,
  };
  const isUnquoted = type === 'string' && (typeof data === 'number' || typeof data === 'boolean');
  return isUnquoted ? { ...words, hint: `Quote it: \`"${show(data)}"\`.` } : words;
}

function describeValue(data: unknown): string {
  if (data === null) return 'empty';
  if (Array.isArray(data)) return 'a list';
  if (typeof data === 'object') return 'a mapping';
  return `${typeof data === 'string' ? 'the text' : 'the value'} \`${show(data)}\``;
}

/** As it would stand in YAML. */
function showExample(schema: Schema | undefined): string | undefined {
  const example = schema?.examples?.[0];
  if (example === undefined) return undefined;
  if (typeof example !== 'string') return showFlow(example);
  return /^[0-9]/.test(example) ? `"${example}"` : example;
}

/** YAML's flow style: keys and words without the quotes of JSON. */
function showFlow(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(showFlowItem).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}: ${showFlowItem(item)}`)
    .join(', ')}}`;
}

function showFlowItem(value: unknown): string {
  return typeof value === 'string' && /^[0-9]|[^\w./@:-]/.test(value)
    ? JSON.stringify(value)
    : showFlow(value);
}
