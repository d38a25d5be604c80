// What a composition's patches do to a claim, row by row.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Patch } from '../model/composition.ts';
import type { Manifest } from '../model/manifest.ts';
import { composeClaim, templatesOf } from './compose-claim.ts';
import { parseFieldPath, readField, writeField } from './field-path.ts';

const test = suite('compose claim');

const claim = {
  apiVersion: 'tenantry.dev/v1alpha1',
  kind: 'Thing',
  metadata: { name: 'thing', namespace: 't-acme' },
  spec: { region: 'us-east-1', names: ['a', 'b'] },
  status: {},
};

function compositionOf(patches: readonly Patch[]): Manifest {
  const base = { apiVersion: 'v1', kind: 'Part', spec: { kept: true } };
  const resources = [{ name: 'part', base, patches }];
  const pipeline = [{ step: 'resources', input: { kind: 'Resources', resources } }, { step: 'readiness' }];
  return { apiVersion: 'v1', kind: 'Composition', metadata: { name: 'things' }, spec: { pipeline } };
}

const required = { fromFieldPath: 'Required' } as const;
const copy = (fromFieldPath: string, toFieldPath: string): Patch => ({
  type: 'FromCompositeFieldPath',
  fromFieldPath,
  toFieldPath,
});

test('a field is copied, formatted and combined', () => {
  const { resources } = composeClaim(
    compositionOf([
      {
        ...copy('metadata.name', 'metadata.name'),
        transforms: [{ type: 'string', string: { type: 'Format', fmt: '%s-part' } }],
      } as Patch,
      copy('spec.names', 'spec.names'),
      {
        type: 'CombineFromComposite',
        combine: {
          strategy: 'string',
          string: { fmt: 't-%s-%s' },
          variables: [{ fromFieldPath: 'spec.region' }, { fromFieldPath: 'metadata.name' }],
        },
        toFieldPath: 'spec.name',
      },
    ]),
    claim,
  );
  assert.equal(resources.get('part'), {
    apiVersion: 'v1',
    kind: 'Part',
    metadata: { name: 'thing-part', namespace: 't-acme' },
    spec: { kept: true, names: ['a', 'b'], name: 't-us-east-1-thing' },
  });
});

test('a required field that is missing stops a new object alone', () => {
  const composition = compositionOf([
    { ...copy('status.id', 'spec.id'), policy: required } as Patch,
    copy('spec.region', 'spec.region'),
  ]);
  assert.is(composeClaim(composition, claim).resources.size, 0);
  const there = new Map([['part', { ...claim, kind: 'Part' }]]);
  assert.equal(composeClaim(composition, claim, there).resources.get('part')?.spec, {
    kept: true,
    region: 'us-east-1',
  });
});

test('an optional field that is missing is left out', () => {
  const { resources } = composeClaim(compositionOf([copy('status.id', 'spec.id')]), claim);
  assert.equal(resources.get('part')?.spec, { kept: true });
});

test('what an object knows becomes status of the claim once it is there', () => {
  const composition = compositionOf([
    { type: 'ToCompositeFieldPath', fromFieldPath: 'status.atProvider.id', toFieldPath: 'status.ids.part' },
  ]);
  assert.equal(composeClaim(composition, claim).status, {});
  const part = { ...claim, kind: 'Part', status: { atProvider: { id: 'sg-1' } } };
  assert.equal(composeClaim(composition, claim, new Map([['part', part]])).status, { ids: { part: 'sg-1' } });
});

test('the composition and the claim stay as they are', () => {
  const composition = compositionOf([copy('spec.names', 'spec.names')]);
  const before = JSON.stringify([composition, claim]);
  const { resources } = composeClaim(composition, claim);
  const part = resources.get('part') as Manifest;
  (part.spec as { names: string[] }).names.push('c');
  assert.is(JSON.stringify([composition, claim]), before);
});

test('field paths are read and written', () => {
  assert.equal(parseFieldPath('spec.list[0].name'), ['spec', 'list', 0, 'name']);
  const object = {};
  writeField(object, 'spec.list[0].name', 'a');
  writeField(object, 'spec.list[1]', 'b');
  assert.equal(object, { spec: { list: [{ name: 'a' }, 'b'] } });
  assert.is(readField(object, 'spec.list[0].name'), 'a');
  assert.is(readField(object, 'spec.list[2].name'), undefined);
  assert.throws(() => writeField(object, 'spec.list[3]', 'd'), /gap/);
  assert.equal(parseFieldPath('metadata.annotations[crossplane.io/external-name]'), [
    'metadata',
    'annotations',
    'crossplane.io/external-name',
  ]);
  for (const path of ['', 'a..b', 'a[*]', 'a[]', 'a[b', 'a.']) {
    assert.throws(() => parseFieldPath(path), /field path/, path);
  }
});

test('what no composition of ours says is refused', () => {
  const patch = {
    ...copy('spec.region', 'spec.region'),
    transforms: [{ type: 'string', string: { type: 'Format', fmt: '%d' } }],
  } as Patch;
  assert.throws(() => composeClaim(compositionOf([patch]), claim), /does not take/);
  const number: Patch = {
    type: 'CombineFromComposite',
    combine: {
      strategy: 'string',
      string: { fmt: 'port %s' },
      variables: [{ fromFieldPath: 'spec.port' }],
    },
    toFieldPath: 'spec.name',
  };
  const withPort = { ...claim, spec: { ...claim.spec, port: 3306 } };
  assert.throws(() => composeClaim(compositionOf([number]), withPort), /takes texts, not 3306/);
  const empty = { ...claim, spec: { pipeline: [] } };
  assert.throws(() => templatesOf(empty), /no resources/);
});

test.run();
