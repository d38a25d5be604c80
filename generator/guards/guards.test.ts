// Never lost: whatever goes wrong in git, in Argo CD, on the cluster or in AWS, two guards at least stand between it and a
// tenant's data, as rendered and composed for the example fleet.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type ComposedClusterTree, composeExample } from '../concerns/testing/example.ts';
import { foresee } from '../crossplane/foresee.ts';
import { claimsOf } from '../crossplane/testing/claims.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Guard, Scene } from './guard.ts';
import { keepsData, mishapsOf, stoppedBy } from './mishap.ts';

const test = suite('guards');
const clusters = await composeExample();
const scenes = clusters.flatMap(scenesOf);
/** What is the same for all tenants is taken away from one of them. */
const [...kinds] = new Map(scenes.map((one) => [one.kind, one])).values();

interface Case {
  readonly of: string;
  /** The same for what is the same for all tenants. */
  readonly kind: string;
  readonly scene: Scene;
}

function scenesOf(tree: ComposedClusterTree): Case[] {
  const platform = objectsOf(tree.files);
  const set = (name: string) => find(platform, 'ApplicationSet', name);
  const sets = {
    data: set('tenant-data'),
    foundation: set('tenant-foundation'),
    components: set('components'),
  };
  return tree.tenants.flatMap((tenant) => {
    const own = objectsOf(tenant.files);
    const claims = claimsOf([{ ...tree, tenants: [tenant] }]).map(({ claim, composition }) => ({
      claim,
      composition: composition.metadata.name,
      beside: foresee(composition, claim).objects.map(({ object }) => object),
    }));
    const namespace = find(own, 'Namespace', tenant.target.namespace);
    const scene = (object: Manifest, claim: Manifest, beside: readonly Manifest[]): Scene => {
      const usages = [...platform, ...beside].filter(({ kind }) => /Usage$/.test(kind));
      return { sets, namespace, claim, definition: definitionOf(platform, claim), object, beside, usages };
    };
    const of = (object: Manifest) =>
      `${object.kind} ${object.metadata.name} of ${tenant.target.tenant.id} on ${tree.target.cluster.name}`;
    const composed = claims.flatMap(({ claim, composition, beside }) =>
      beside.filter(keepsData).map((object) => ({
        of: of(object),
        kind: `${composition} ${object.metadata.name}`,
        scene: scene(object, claim, beside),
      })),
    );
    const all = claims.flatMap(({ beside }) => beside);
    const direct = own.filter(keepsData).map((object) => ({
      of: of(object),
      kind: `${object.kind} ${object.metadata.name}`,
      scene: scene(object, object, all),
    }));
    return [...composed, ...direct];
  });
}

function objectsOf(files: ComposedClusterTree['files']): Manifest[] {
  return files.flatMap(({ manifests }) => [...manifests]);
}

function find(objects: readonly Manifest[], kind: string, name: string): Manifest {
  const found = objects.find((one) => one.kind === kind && one.metadata.name === name);
  if (found === undefined) throw new Error(`there is no ${kind} ${name}`);
  return found;
}

function definitionOf(platform: readonly Manifest[], { apiVersion, kind }: Manifest): Manifest {
  if (apiVersion.startsWith('mysql.sql.')) return find(platform, 'Provider', 'provider-sql');
  const found = platform.find((one) => {
    const { names } = (one.spec ?? {}) as { names?: { kind: string } };
    return one.kind === 'CompositeResourceDefinition' && names?.kind === kind;
  });
  if (found === undefined) throw new Error(`${kind} has no definition`);
  return found;
}

/** A copy in which `object` is one of `beside` as well. */
function without(scene: Scene, guards: readonly Guard[]): Scene {
  const copy = structuredClone(scene);
  for (const guard of guards) guard.remove(copy);
  return copy;
}

test('every kind of data is looked at', () => {
  const found = new Set(scenes.map(({ scene }) => scene.object.kind));
  assert.equal([...found].sort(), ['Bucket', 'Database', 'Instance', 'Key', 'Vault']);
});

test('no mishap loses anything', () => {
  for (const { of, scene } of scenes) {
    for (const mishap of mishapsOf(scene)) {
      assert.ok(stoppedBy(mishap, scene).length > 0, `${of}: lost when ${mishap.name}`);
    }
  }
});

test('with any one guard gone another still holds', () => {
  for (const { of, scene } of kinds) {
    const mishaps = mishapsOf(scene);
    const guards = new Set(mishaps.flatMap(({ steps }) => steps.flatMap((step) => step.guards)));
    for (const guard of guards) {
      const bare = without(scene, [guard]);
      for (const mishap of mishaps) {
        const what = `${of}: lost when ${mishap.name}, were it not that ${guard.name}`;
        assert.ok(stoppedBy(mishap, bare).length > 0, what);
      }
    }
  }
});

test('a guard that is taken away is not there any more', () => {
  for (const { of, scene } of kinds) {
    for (const guard of mishapsOf(scene).flatMap(({ steps }) => steps.flatMap((step) => step.guards))) {
      assert.not.ok(guard.holds(without(scene, [guard])), `${of}: ${guard.name}`);
    }
  }
});

test('with all guards on its way gone, each mishap loses the data', () => {
  let lost = 0;
  for (const { of, scene } of kinds) {
    for (const mishap of mishapsOf(scene)) {
      const bare = without(
        scene,
        mishap.steps.flatMap(({ guards }) => guards),
      );
      assert.equal(stoppedBy(mishap, bare), [], `${of}: ${mishap.name}`);
      lost += 1;
    }
  }
  assert.ok(lost > 50);
});

test('every guard of ours holds where it is wanted: none is there in words alone', () => {
  for (const { of, scene } of scenes) {
    const mishaps = mishapsOf(scene);
    const missing = mishaps.flatMap(({ steps }) =>
      steps.flatMap(({ guards }) => guards.filter((guard) => !guard.holds(scene)).map(({ name }) => name)),
    );
    assert.equal([...new Set(missing)], [], of);
  }
});

test.run();
