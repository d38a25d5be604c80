// Every claim of every example tenant: what it becomes has the shape that its provider takes, by our closed schemas and, where
// they are at hand, by the provider's own. Knows no kind of claim.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { skip } from '../../scripts/skip.ts';
import { externalName } from '../compose/template.ts';
import { composeExample } from '../concerns/testing/example.ts';
import { splitApiVersion } from '../conform/schemas/groups.ts';
import { type KindName, loadKinds } from '../conform/schemas/kinds.ts';
import type { Patch } from '../model/composition.ts';
import { managedKinds } from '../model/kinds.ts';
import type { Manifest } from '../model/manifest.ts';
import { templatesOf } from './compose-claim.ts';
import { foresee } from './foresee.ts';
import { claimsOf } from './testing/claims.ts';

const test = suite('claims');
const clusters = await composeExample();
const claims = claimsOf(clusters);
/** One folder per group, one file per kind and version, as `kubeconform` takes them. Nobody has to have it. */
const upstream = process.env.PROVIDER_SCHEMAS ?? '';

const composed = claims.flatMap(({ claim, composition }) => {
  const { objects } = foresee(composition, claim);
  return objects.map(({ object, template }) => ({ of: `${claim.kind} ${template}`, object }));
});

type Problem = Pick<ErrorObject, 'instancePath' | 'message'>;

/** Without those in texts that are known only once something is there. */
function problemsIn(object: Manifest, problems: readonly Problem[]): string[] {
  return problems
    .filter(({ instancePath }) => !String(valueAt(object, instancePath)).includes('known-later-'))
    .map(({ instancePath, message }) => `${object.kind}${instancePath} ${message}`);
}

function valueAt(object: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>(
    (value, step) => (value as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    object,
  );
}

const nameOf = ({ apiVersion, kind }: Manifest): KindName => `${apiVersion} ${kind}`;
const own = loadKinds(new Set(composed.map(({ object }) => nameOf(object))));

function misshapen(object: Manifest): string[] {
  const validate = own.get(nameOf(object));
  return validate === undefined ? [`${nameOf(object)}: no schema`] : problemsIn(object, validate(object));
}

test('there are claims, and what they become', () => {
  assert.ok(claims.length > 5);
  assert.ok(composed.length > 40);
});

test('every object of every claim has the shape that we hold it against', () => {
  for (const { of, object } of composed) assert.is(misshapen(object).join('\n'), '', of);
});

test('a field too many is found in any of them', () => {
  for (const { of, object } of composed) {
    const wrong = { ...object, spec: { ...(object.spec as object), typo: true } };
    assert.ok(misshapen(wrong).length > 0, of);
  }
});

/** Room for several of a kind is one template to look at: `cache-cpu-2` is as `cache-cpu-1`. */
const unnumbered = (name: string) => name.replace(/-\d+$/, '');

test('every template of every composition serves an example', () => {
  const served = new Set(composed.map(({ of }) => unnumbered(of)));
  const all = claims.flatMap(({ claim, composition }) =>
    templatesOf(composition).map(({ name }) => unnumbered(`${claim.kind} ${name}`)),
  );
  assert.equal([...new Set(all.filter((of) => !served.has(of)))], []);
});

test('the kinds that exist on a cluster are those that something is made of', () => {
  const direct = clusters.flatMap(({ tenants }) =>
    tenants.flatMap(({ files }) => files.flatMap(({ manifests }) => [...manifests])),
  );
  const managed = [...direct, ...composed.map(({ object }) => object)].flatMap(({ apiVersion, kind }) => {
    const [group] = splitApiVersion(apiVersion);
    return group.endsWith('.aws.m.upbound.io') ? [`${group}/${kind}`] : [];
  });
  assert.equal(
    managedKinds.map(({ group, kind }) => `${group}/${kind}`).sort(),
    [...new Set(managed)].sort(),
  );
});

/** Whether what AWS calls it outlives the provider's process: written down by the provider, or by the claim. */
function isRemembered(policies: readonly string[], patches: readonly Patch[]): boolean {
  if (policies.includes('LateInitialize') || policies.join() === 'Observe') return true;
  return patches.some(
    ({ toFieldPath, ...patch }) =>
      toFieldPath === externalName &&
      'fromFieldPath' in patch &&
      patches.some(
        (other) =>
          other.type === 'ToCompositeFieldPath' &&
          other.fromFieldPath === 'status.atProvider.id' &&
          other.toFieldPath === patch.fromFieldPath,
      ),
  );
}

test('nothing is made again because a provider forgot what AWS calls it', () => {
  const policiesOf = (object: object) =>
    (object as { spec?: { managementPolicies?: string[] } }).spec?.managementPolicies ?? [];
  const isOfAws = (object: object) =>
    String((object as { apiVersion?: string }).apiVersion).includes('.aws.m.upbound.io/');
  const made = claims.flatMap(({ composition }) =>
    templatesOf(composition).filter(({ base }) => isOfAws(base)),
  );
  for (const { name, base, patches } of made) assert.ok(isRemembered(policiesOf(base), patches), name);
  const direct = clusters
    .flatMap(({ tenants, files }) => [...files, ...tenants.flatMap((tenant) => tenant.files)])
    .flatMap(({ manifests }) => [...manifests].filter(isOfAws));
  assert.ok(made.length > 40 && direct.length > 10);
  for (const one of direct) assert.ok(isRemembered(policiesOf(one), []), `${one.kind} ${one.metadata.name}`);
  assert.not.ok(isRemembered(['Observe', 'Create', 'Update'], []));
});

const upstreamName = "every object has the provider's own shape";
if (existsSync(upstream)) {
  test(upstreamName, () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
    const seen = new Set<string>();
    for (const { of, object } of composed) {
      const [group, version] = splitApiVersion(object.apiVersion);
      const file = join(upstream, group, `${object.kind.toLowerCase()}_${version}.json`);
      assert.ok(existsSync(file), `${nameOf(object)} is not among them`);
      const validate = ajv.getSchema(file) ?? ajv.compile({ ...readSchema(file), $id: file });
      validate(object);
      assert.is(problemsIn(object, validate.errors ?? []).join('\n'), '', of);
      seen.add(file);
    }
    assert.ok(seen.size > 3);
  });
} else {
  skip(test, upstreamName, '`PROVIDER_SCHEMAS` names no folder of the schemas of providers');
}

function readSchema(file: string): object {
  return JSON.parse(readFileSync(file, 'utf8'));
}

test.run();
