// Makes what is derived and committed: from `schemas/` the TypeScript types of the inputs and their compiled validators, from
// `platform/templates/` the pages that are rendered, from the example edits their reports.
// `--check` only says what is stale. Knows nothing of the values in `platform/`, `clusters/`, `tenants/`.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import Handlebars from 'handlebars';
import { compile } from 'json-schema-to-typescript';

type Schema = { $id: string; title: string; [key: string]: unknown };

const root = join(import.meta.dirname, '..');
const folder = join(root, 'schemas');
const header = '// Made by `npm run generate` from schemas/. Do not edit.\n';

/** The schemas of inputs by title, in the order of their file names; `Common` holds shared definitions only. */
function readSchemas(): Map<string, Schema> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));
  const schemas = files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Schema);
  return new Map(schemas.map((schema) => [schema.title, schema]));
}

/** One TypeScript module with an interface for every input and every titled definition. */
async function renderTypes(schemas: Map<string, Schema>): Promise<string> {
  const interfaces = new Interfaces({ $defs: schemas.get('Common')?.$defs });
  for (const [title, { $id, $schema, $defs, ...schema }] of schemas) {
    if (title !== 'Common') interfaces.add(title, schema, { $defs });
  }
  const titles = [...interfaces.byTitle.keys()];
  const all = {
    title: 'Inputs',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(titles.map((title) => [title, { $ref: `#/$defs/${title}` }])),
    $defs: Object.fromEntries(interfaces.byTitle),
  };
  return compile(all as never, 'Inputs', {
    bannerComment: header,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 110 },
  });
}

type Definitions = { readonly $defs?: unknown };

/** Schemas without references: a titled definition becomes an interface of its own, any other is copied in. */
class Interfaces {
  readonly byTitle = new Map<string, unknown>();
  readonly #common: Definitions;

  constructor(common: Definitions) {
    this.#common = common;
  }

  /** `own` is what references without a file's name point into. */
  add(title: string, schema: unknown, own: Definitions): void {
    this.byTitle.set(title, this.#inline(schema, own));
  }

  #inline(value: unknown, own: Definitions): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#inline(item, own));
    if (typeof value !== 'object' || value === null) return value;
    const { $ref, examples, allOf, ...rest } = value as Record<string, unknown>;
    if (typeof $ref !== 'string') return this.#inlineMembers(rest, own);
    const definitions = $ref.startsWith('#') ? own : this.#common;
    const target = follow($ref, definitions);
    const { title } = target;
    if (typeof title !== 'string') return this.#inlineMembers({ ...target, ...rest }, own);
    if (!this.byTitle.has(title)) {
      // Holds its place: what it refers to comes after it.
      this.byTitle.set(title, true);
      this.add(title, target, definitions);
    }
    return { $ref: `#/$defs/${title}` };
  }

  #inlineMembers(members: Record<string, unknown>, own: Definitions): unknown {
    return Object.fromEntries(Object.entries(members).map(([key, item]) => [key, this.#inline(item, own)]));
  }
}

function follow(ref: string, { $defs }: Definitions): Record<string, unknown> {
  const name = ref.slice(ref.lastIndexOf('/') + 1);
  const found = ($defs as Record<string, Record<string, unknown>> | undefined)?.[name];
  if (found === undefined) throw new Error(`${ref} points nowhere`);
  return found;
}

/** One module with a validating function per input; its types stand beside it. */
function renderValidators(schemas: Map<string, Schema>): { code: string; types: string } {
  const ajv = new Ajv2020({
    schemas: [...schemas.values()],
    allErrors: true,
    verbose: true,
    inlineRefs: false,
    strict: true,
    strictRequired: false,
    code: { source: true },
  });
  const inputs = [...schemas].filter(([title]) => title !== 'Common');
  const names = Object.fromEntries(inputs.map(([title, { $id }]) => [`validate${title}`, $id]));
  const code = (standalone as unknown as { default: typeof standalone.default }).default(ajv, names);
  const lines = inputs.map(([title]) => `export const validate${title}: ValidateFunction<${title}>;`);
  const titles = inputs.map(([title]) => title).join(', ');
  const types = [
    header.trimEnd(),
    "import type { ValidateFunction } from 'ajv';",
    `import type { ${titles} } from '../../model/generated/inputs.ts';`,
    ...lines,
  ];
  return { code: header + code, types: `${types.join('\n')}\n` };
}

/** One module with a compiled template per page: `maintenance.html.hbs` → `maintenance`; its types stand beside it. */
function renderPages(): { code: string; types: string } {
  const ending = /\.(?:html|md)\.hbs$/;
  const templates = join(root, 'platform/templates');
  const files = readdirSync(templates).filter((name) => ending.test(name));
  const pages = files.sort().map((name) => {
    const text = readFileSync(join(templates, name), 'utf8');
    const code = Handlebars.precompile(text, { strict: true, noEscape: true, knownHelpersOnly: true });
    return { name: name.replace(ending, ''), code };
  });
  const made = '// Made by `npm run generate` from platform/templates/. Do not edit.\n';
  return {
    code: made + pages.map(({ name, code }) => `exports.${name} = ${code};\n`).join(''),
    types: made + pages.map(({ name }) => `export const ${name}: object;\n`).join(''),
  };
}

/** Path relative to the repository root → text. */
async function generate(): Promise<Map<string, string>> {
  const schemas = readSchemas();
  const { code, types } = renderValidators(schemas);
  const pages = renderPages();
  return new Map([
    ['generator/compose/generated/pages.cjs', pages.code],
    ['generator/compose/generated/pages.d.cts', pages.types],
    ['generator/model/generated/inputs.ts', await renderTypes(schemas)],
    ['generator/validate/generated/validators.cjs', code],
    ['generator/validate/generated/validators.d.cts', types],
  ]);
}

/** Writes what differs, or only says so. */
function bring(texts: ReadonlyMap<string, string>, check: boolean): void {
  for (const [path, text] of texts) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    console.log(`${check ? 'stale' : 'wrote'}  ${path}`);
    if (check) process.exitCode = 1;
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

if (import.meta.main) {
  const check = process.argv.includes('--check');
  bring(await generate(), check);
  // Loaded now: they run on the validators that have just been made.
  const { renderExamples } = await import('./examples.ts');
  bring(await renderExamples(), check);
}
