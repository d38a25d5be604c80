// Each seeded fault is found and told where it is, and the tree without any has none. The fleet is the example's, and a twin
// of a tenant whose name begins as that one's does.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { copyInputs } from '../testing/inputs.ts';
import { makeScratch } from '../testing/scratch.ts';
import { renderInto } from '../testing/surroundings.ts';
import { breakTree } from './broken.ts';
import { type DeclaredCluster, readDeclared } from './declared.ts';
import { edgeFaults } from './faults/edge.ts';
import { type Fault, kindOf } from './faults/edit.ts';
import { identityFaults } from './faults/identity.ts';
import { meshFaults } from './faults/mesh.ts';
import { networkFaults } from './faults/network.ts';
import { placementFaults } from './faults/placement.ts';
import { scopeFaults } from './faults/scope.ts';
import { tokenFaults } from './faults/tokens.ts';
import { showFinding, showFindings } from './finding.ts';
import { type ClusterTree, readTree } from './tree.ts';
import { verify } from './verify.ts';

const test = suite('faults');
const groups: Readonly<Record<string, readonly Fault[]>> = {
  network: networkFaults,
  mesh: meshFaults,
  tokens: tokenFaults,
  scope: scopeFaults,
  edge: edgeFaults,
  identity: identityFaults,
  placement: placementFaults,
};

/** One cluster with a tenant of its own host, one on the shared host, one that is suspended, and the twin. */
const cluster = 'prod-use1';
const kept = ['acme', 'acme-eu', 'blue-ridge', 'tidewater'];
const twin = `id: acme-eu
displayName: Acme Europe
tier: basic
home: ${cluster}
owner: platform@acme-mutual.example
costCentre: CC-9999
`;
const { tree, declared } = prepare();

/** Not in a hook: where one of those fails, its tests are neither run nor missed. */
function prepare(): { tree: ClusterTree; declared: DeclaredCluster } {
  const scratch = makeScratch('isolation');
  try {
    const root = join(scratch, 'fleet');
    copyInputs(root);
    writeFileSync(join(root, 'tenants/acme-eu.yaml'), twin);
    const out = join(scratch, 'tree');
    renderInto(out, root);
    const ofCluster = readTree(out).find(({ name }) => name === cluster);
    const inputs = readDeclared(root).find(({ input }) => input.name === cluster);
    if (ofCluster === undefined || inputs === undefined) throw new Error(`There is no ${cluster}.`);
    const all = ofCluster.all.filter(({ tenant }) => tenant === '' || kept.includes(tenant));
    const isKept = ({ id }: { id: string }) => kept.includes(id);
    const [tenants, fleet] = [inputs.tenants.filter(isKept), inputs.fleet.filter(isKept)];
    return { tree: { ...ofCluster, all }, declared: { ...inputs, tenants, fleet } };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

test('the clean tree has none', () => {
  assert.equal(declared.tenants.map(({ id }) => id).sort(), kept);
  assert.is(showFindings(verify([tree], [declared])), '');
});

for (const [name, faults] of Object.entries(groups)) {
  test(`every fault in ${name} is found`, () => {
    const missed = faults.flatMap((fault) => {
      const [at, edit, says] = fault;
      const found = verify([breakTree(tree, fault)], [declared]).map(showFinding);
      if (found.some((each) => each.includes(says))) return [];
      return [`${at}, ${edit.says}: nothing says "${says}", but\n  ${found.slice(0, 3).join('\n  ')}`];
    });
    assert.is(missed.join('\n'), '');
  });
}

test('no two faults are the same kind of edit', () => {
  const kinds = Object.values(groups).flat().map(kindOf);
  const twice = kinds.filter((kind, index) => kinds.indexOf(kind) !== index);
  assert.is(twice.join('\n'), '');
  assert.ok(kinds.length > 300, String(kinds.length));
});

test('a finding is about the fault, not about the tree', () => {
  const says = Object.values(groups).flatMap((faults) => faults.map(([, , each]) => each));
  assert.ok(
    says.every((each) => each.length > 5),
    says.filter((each) => each.length <= 5).join(),
  );
});

test.run();
