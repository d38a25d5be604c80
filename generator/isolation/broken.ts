// A clean tree with one fault in it. The objects that the fault does not touch stay the same ones.
import type { Fault } from './faults/edit.ts';
import { type ClusterTree, nameOf } from './tree.ts';

export function breakTree(tree: ClusterTree, [at, edit]: Fault): ClusterTree {
  const index = tree.all.findIndex((each) => nameOf(each) === at);
  const rendered = tree.all[index];
  if (rendered === undefined) throw new Error(`There is no ${at} on ${tree.name}.`);
  const all = tree.all.toSpliced(
    index,
    1,
    ...edit.apply(rendered.object).map((object) => ({ ...rendered, object })),
  );
  return { ...tree, all };
}
