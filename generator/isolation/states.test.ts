// What no committed input has today holds as well: a cluster whose own provider of identities makes roles of pods, a tenant
// whose records alone are kept, and one that is suspended on one of its clusters.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { copyInputs } from '../testing/inputs.ts';
import { makeScratch } from '../testing/scratch.ts';
import { renderInto } from '../testing/surroundings.ts';
import { type DeclaredCluster, readDeclared } from './declared.ts';
import { showFindings } from './finding.ts';
import { declaredReach, reachIn } from './reach.ts';
import { type ClusterTree, readTree } from './tree.ts';
import { verify } from './verify.ts';

const test = suite('states');
const provider = 'oidc.eks.us-east-1.amazonaws.com/id/0A1B2C3D4E5F60718293A4B5C6D7E8F9';
const changes: readonly (readonly [file: string, from: RegExp, to: string])[] = [
  ['clusters/prod-use1.yaml', /^dns:/m, `identity: {mode: irsa, oidcProvider: ${provider}}\ndns:`],
  ['tenants/tidewater.yaml', /^lifecycle: suspended/m, 'lifecycle: retained\nretainedSince: 2026-11-20'],
  ['tenants/acme.yaml', /^ {2}prod-usw2:/m, '  prod-usw2:\n    lifecycle: suspended'],
];
const { trees, declared } = prepare();

/** Not in a hook: where one of those fails, its tests are neither run nor missed. */
function prepare(): { trees: ClusterTree[]; declared: DeclaredCluster[] } {
  const scratch = makeScratch('states');
  try {
    const root = join(scratch, 'fleet');
    copyInputs(root);
    for (const [file, from, to] of changes) {
      const path = join(root, file);
      const text = readFileSync(path, 'utf8');
      assert.match(text, from);
      writeFileSync(path, text.replace(from, to));
    }
    const out = join(scratch, 'tree');
    renderInto(out, root);
    return { trees: readTree(out), declared: readDeclared(root) };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

test('the states are really there', () => {
  const [east, west] = ['prod-use1', 'prod-usw2'].map((name) =>
    declared.find(({ input }) => input.name === name),
  );
  assert.is(east?.input.identity?.mode, 'irsa');
  assert.not(east?.tenants.some(({ id }) => id === 'tidewater'));
  assert.is(west?.tenants.find(({ id }) => id === 'acme')?.isRunning, false);
});

test('nothing is open that nobody declared, and nothing is shut that somebody did', () => {
  assert.is(showFindings(verify(trees, declared)), '');
});

test('who is suspended or retained is reached by no user', () => {
  for (const cluster of declared) {
    const tree = trees.find(({ name }) => name === cluster.input.name) ?? { name: '', all: [] };
    assert.is(reachIn(tree, cluster).join('\n'), declaredReach(cluster).join('\n'));
  }
});

test.run();
