// Where in a rendered file an object's field stands. Loads its parser only when there is something to point at.

import type { Path } from '../model/source.ts';

export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** Finds the key of `path` in a document of `text`, or of its nearest ancestor that the text has. Counts from 1. */
export async function placePaths(
  text: string,
  spots: readonly { document: number; path: Path }[],
): Promise<Spot[]> {
  const { isMap, isNode, isScalar, isSeq, LineCounter, parseAllDocuments } = await import('yaml');
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines });
  const documents = (Array.isArray(parsed) ? parsed : []).filter((each) => each.contents !== null);
  return spots.map(({ document, path }) => {
    let node: unknown = documents[document]?.contents;
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
        if (pair === undefined) break;
        offset = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
        node = pair.value;
      } else if (isSeq(node)) {
        const item: unknown = node.items[Number(step)];
        if (!isNode(item)) break;
        offset = item.range?.[0] ?? offset;
        node = item;
      } else break;
    }
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  });
}
