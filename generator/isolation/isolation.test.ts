// Nobody reaches another tenant: the committed tree, read as a cluster would read it, allows what the inputs declare and
// nothing else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { repository } from '../testing/inputs.ts';
import { readDeclared } from './declared.ts';
import { showFindings } from './finding.ts';
import { declaredReach, reachIn } from './reach.ts';
import { readTree } from './tree.ts';
import { verify } from './verify.ts';

const test = suite('isolation');
const trees = readTree(join(repository, 'rendered'));
const declared = readDeclared(repository);

test('there is a tree of every cluster, with somebody on it', () => {
  assert.equal(
    trees.map(({ name }) => name),
    declared.map(({ input }) => input.name),
  );
  for (const { input, tenants } of declared) assert.ok(tenants.length > 0, input.name);
});

test('every layer is open exactly where somebody declared it', () => {
  assert.is(showFindings(verify(trees, declared)), '');
});

for (const cluster of declared) {
  const { name } = cluster.input;
  test(`who reaches whom on ${name} is the call graph`, () => {
    const tree = trees.find((each) => each.name === name) ?? { name, all: [] };
    const reached = reachIn(tree, cluster);
    assert.ok(reached.length > 10, String(reached.length));
    assert.is(reached.join('\n'), declaredReach(cluster).join('\n'));
  });
}

test('the judge has read the inputs with its own eyes', () => {
  const { pathname } = new URL('declared.ts', import.meta.url);
  assert.not.match(readFileSync(pathname, 'utf8'), /from '\.\.\//);
});

test.run();
