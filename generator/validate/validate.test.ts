// What is said of inputs of the wrong shape: the words, and which inputs make a fleet.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { load } from '../load/load.ts';
import type { Source, Yaml } from '../model/source.ts';
import { describers } from './describe.ts';
import { type InputKind, validateShape } from './shape.ts';
import { validate } from './validate.ts';

const root = join(import.meta.dirname, '../..');
const { inputs, diagnostics: refusals } = load(root);
const past = { today: '2026-11-24', rendered: [], tombstones: [] };
const test = suite('validate');

const acme = inputs.tenants.find(({ file }) => file === 'tenants/acme.yaml') as Source<Record<string, Yaml>>;
const tenant = acme.value;

/** What is wrong with a value, as `code: message hint`; places are the cases' business. */
function wordsOf(kind: InputKind, value: Yaml): string[] {
  const diagnostics = validateShape(kind, { file: 'input.yaml', text: '{}', value });
  return diagnostics.map(({ code, message, hint }) => [`${code}:`, message, hint].join(' ').trim());
}

test('the inputs of this repository have the right shape', () => {
  assert.equal(refusals, []);
  const { fleet, diagnostics } = validate(inputs, past, []);
  assert.equal(diagnostics, []);
  assert.is(fleet?.tenants.size, inputs.tenants.length);
  assert.is(fleet?.broken.size, 0);
});

test('every keyword of the schemas has words', () => {
  const structural = new Set([
    '$defs',
    '$id',
    '$ref',
    '$schema',
    'additionalProperties',
    'allOf',
    'const',
    'default',
  ]);
  for (const word of [
    'description',
    'examples',
    'if',
    'items',
    'properties',
    'propertyNames',
    'required',
    'then',
    'title',
  ]) {
    structural.add(word);
  }
  const keywords = new Set<string>();
  const visit = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    for (const [keyword, value] of Object.entries(schema)) {
      keywords.add(keyword);
      if (keyword === 'properties' || keyword === '$defs') Object.values(value as object).forEach(visit);
      else if (keyword === 'allOf') (value as unknown[]).forEach(visit);
      else if (['items', 'additionalProperties', 'propertyNames', 'then', 'if'].includes(keyword))
        visit(value);
    }
  };
  const files = globSync('schemas/*.schema.json', { cwd: root });
  for (const file of files) visit(JSON.parse(readFileSync(join(root, file), 'utf8')));
  assert.ok(files.length > 5 && keywords.has('pattern'));
  assert.equal(
    [...keywords].filter((word) => !structural.has(word) && !(word in describers)),
    [],
  );
});

for (const [change, words] of [
  [{ id: 'Acme' }, 'wrong-format: `id` cannot be `Acme`. Write something like `acme`.'],
  [{ id: 7 }, 'wrong-type: `id` must be text; it is the value `7`. Quote it: `"7"`.'],
  [{ id: null }, 'wrong-type: `id` must be text; it is empty. Write something like `acme`.'],
  [{ id: ['acme'] }, 'wrong-type: `id` must be text; it is a list. Write something like `acme`.'],
  [{ clusters: [] }, 'wrong-length: `clusters` is empty. Add something or remove it.'],
  [
    { clusters: ['prod-use1', 'Prod'] },
    'wrong-format: Item 2 of `clusters` cannot be `Prod`. Write something like `prod-use1`.',
  ],
  [
    { clusters: ['prod-use1', 'prod-use1'] },
    'duplicate-item: `clusters` lists `prod-use1` twice, as items 1 and 2. Remove one of them.',
  ],
  [
    { tier: 'gold' },
    'unknown-value: `tier` must be `premium`, `standard` or `basic`, not `gold`. Choose one of them.',
  ],
  [
    { quota: { pods: 1.5 } },
    'wrong-type: `pods` must be a whole number; it is the value `1.5`. Write something like `150`.',
  ],
  [
    { quota: { pods: 1001 } },
    'out-of-range: `pods` is 1001; it must be at most 1000. Write something like `150`.',
  ],
  [
    { services: { API: { enabled: false } } },
    'wrong-format: A name in `services` cannot be `API`. Write something like `policy-api`.',
  ],
  [{ routing: {} }, 'missing-property: `routing` lacks `mode`. Add it, for example `mode: domain`.'],
  [{ tier: 7 }, 'wrong-type: `tier` must be text; it is the value `7`. Quote it: `"7"`.'],
  [{ color: 'red' }, undefined],
] as const) {
  test(`a tenant with ${JSON.stringify(change)}`, () => {
    const said = wordsOf('tenant', { ...tenant, ...change } as Yaml);
    if (words === undefined)
      assert.match(said[0] ?? '', /^unknown-property: `color` is not a tenant field\. Known here: /);
    else assert.equal(said, [words]);
  });
}

for (const value of [null, [], 'acme', 7, true] as Yaml[]) {
  test(`a tenant file that is ${JSON.stringify(value)}`, () => {
    assert.match(wordsOf('tenant', value).join(), /^wrong-type: This tenant file must be a mapping; it is /);
  });
}

test('a mistyped name is one mistake, not a missing and an unknown one', () => {
  const { tier, ...rest } = tenant;
  assert.equal(wordsOf('tenant', { ...rest, teir: tier ?? null }), [
    'unknown-property: `teir` is not a tenant field. Did you mean `tier`?',
  ]);
  assert.equal(wordsOf('tenant', { ...rest, webhooks: true }).length, 2);
});

test('an input of the wrong shape is left out and remembered', () => {
  const tenants = [...inputs.tenants.filter((source) => source !== acme), { ...acme, value: { id: 'acme' } }];
  const { fleet, diagnostics } = validate({ ...inputs, tenants }, past, []);
  assert.is(fleet?.tenants.has('acme'), false);
  assert.equal([...(fleet?.broken ?? [])], ['tenants/acme.yaml']);
  assert.ok(diagnostics.length > 1);
});

test('what load refused is remembered too', () => {
  const refusal = {
    file: 'tenants/x.yaml',
    line: 1,
    column: 1,
    code: 'no-tab',
    severity: 'error',
    message: '',
  } as const;
  assert.equal([...(validate(inputs, past, [refusal]).fleet?.broken ?? [])], ['tenants/x.yaml']);
});

for (const key of ['platform', 'tiers', 'services', 'domains'] as const) {
  test(`without ${key} there is no fleet`, () => {
    assert.is(validate({ ...inputs, [key]: undefined }, past, []).fleet, undefined);
    const wrong = { ...inputs, [key]: { file: `platform/${key}.yaml`, text: '[]', value: [] } };
    const { fleet, diagnostics } = validate(wrong, past, []);
    assert.is(fleet, undefined);
    assert.is(diagnostics.length, 1);
  });
}

test.run();
