// A database that its tenant's other cluster reaches is reached by no other tenant there, and each way to break that is found.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { copyInputs } from '../testing/inputs.ts';
import { makeScratch } from '../testing/scratch.ts';
import { renderInto } from '../testing/surroundings.ts';
import { breakTree } from './broken.ts';
import { foreignDataIn } from './data-layer.ts';
import { type DeclaredCluster, readDeclared } from './declared.ts';
import { drop, type Fault, replace, set, unset } from './faults/edit.ts';
import { showFinding, showFindings } from './finding.ts';
import { type ClusterTree, nameOf, readTree } from './tree.ts';
import { verify } from './verify.ts';

const test = suite('data layer');
const { trees, declared } = prepare();

/** Not in a hook: where one of those fails, its tests are neither run nor missed. */
function prepare(): { trees: ClusterTree[]; declared: DeclaredCluster[] } {
  const scratch = makeScratch('data-layer');
  try {
    const root = join(scratch, 'fleet');
    copyInputs(root);
    const out = join(scratch, 'tree');
    renderInto(out, root);
    return { trees: readTree(out), declared: readDeclared(root) };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function subnetsOf(namespace: string, cluster: string): string[] {
  const all = trees.find(({ name }) => name === cluster)?.all ?? [];
  return all.map(nameOf).filter((name) => name.startsWith(`Subnet ${namespace}/`));
}

function findingsWith(cluster: string, faults: readonly Fault[]): string[] {
  const broken = trees.map((tree) => (tree.name === cluster ? faults.reduce(breakTree, tree) : tree));
  return verify(broken, declared).map(showFinding);
}

const claim = 'NetworkClaim t-harborview/network';
const policy = 'NetworkPolicy t-pinecrest/service-billing';

test('three tenants have a home that their other cluster reaches, and nobody else does', () => {
  const homes = trees.flatMap(({ all }) =>
    all.filter(
      ({ object }) => (object.spec as { peerPodCidr?: string } | undefined)?.peerPodCidr !== undefined,
    ),
  );
  assert.is(homes.length, 3);
  assert.is(showFindings(foreignDataIn(trees, declared)), '');
});

for (const [title, cluster, faults, says] of [
  [
    'a home that has no subnets of its own',
    'prod-usw2',
    subnetsOf('t-harborview', 'prod-usw2').map((at): Fault => [at, drop, '']),
    'its database is open to 100.64.0.0/16, and in subnets that every tenant',
  ],
  [
    'a policy that leads into the subnets of another tenant on another cluster',
    'prod-use1',
    [[policy, replace('10.32.66.0/28', '10.32.65.0/27'), '']],
    'it leads to the database of t-harborview on prod-usw2, in 10.32.65.0/27',
  ],
  [
    'a policy that leads everywhere on every port',
    'prod-use1',
    [[policy, set('spec egress', [{}]), '']],
    'it leads to the database of t-harborview on prod-usw2',
  ],
  [
    'a database that is open to another range',
    'prod-usw2',
    [[claim, set('spec peerPodCidr', '100.66.0.0/16'), '']],
    'its database is open to 100.66.0.0/16, where no pods of its own are',
  ],
  [
    "a subnet that lies in another tenant's",
    'prod-usw2',
    [['Subnet t-pinecrest/data-us-west-2a', set('spec forProvider cidrBlock', '10.32.65.0/28'), '']],
    '10.32.65.0/27 is in Subnet t-pinecrest/data-us-west-2a too',
  ],
] as const satisfies readonly (readonly [string, string, readonly Fault[], string])[]) {
  test(`finds ${title}`, () => {
    assert.ok(faults.length > 0);
    const found = findingsWith(cluster, faults);
    assert.ok(
      found.some((each) => each.includes(says)),
      found.slice(0, 5).join('\n'),
    );
  });
}

test('a home that nobody reaches from elsewhere needs nothing', () => {
  const at = 'prod-usw2';
  const faults: Fault[] = [
    [claim, unset('spec peerPodCidr'), ''],
    ...subnetsOf('t-harborview', at).map((each): Fault => [each, drop, '']),
  ];
  const broken = trees.map((tree) => (tree.name === at ? faults.reduce(breakTree, tree) : tree));
  assert.is(showFindings(foreignDataIn(broken, declared)), '');
});

test.run();
