// Manifests → the text of a file, and files → a unit without conflicts. Knows nothing of the disk or of what a concern is.

import { identify, type Manifest } from '../model/manifest.ts';
import { headerPrefix, type Unit } from '../model/tree.ts';
import type { FileContent } from './content.ts';
import { orderManifests } from './order.ts';
import { requirePaths } from './paths.ts';
import { renderYaml } from './yaml.ts';

/**
 * A unit of the tree; its files are in the order of their paths, whatever order they come in. Throws an Error that names
 * both parties when two files share a path, a file stands where another needs a folder, or an object is rendered twice;
 * also for a path outside `claims`.
 */
export function emitUnit(input: string, claims: readonly string[], contents: readonly FileContent[]): Unit {
  const ordered = [...contents].sort((a, b) => (a.path < b.path ? -1 : 1));
  requirePaths(input, claims, ordered);
  requireOneOfEach(input, ordered);
  return {
    input,
    claims,
    files: new Map(ordered.map((content) => [content.path, emitContent(input, content)])),
  };
}

/** The header, then the objects in canonical order, `---` between them. Throws an Error when there is no object. */
export function emitFile(input: string, manifests: readonly Manifest[]): string {
  if (manifests.length === 0) throw new Error(`${input} renders a file without objects`);
  return renderHeader(input) + orderManifests(manifests).map(renderYaml).join('---\n');
}

/** The header and one document of plain data, keys in the same canonical order. */
export function emitDocument(input: string, value: unknown): string {
  return renderHeader(input) + renderYaml(value);
}

function emitContent(input: string, content: FileContent): string {
  return 'document' in content ? emitDocument(input, content.document) : emitFile(input, content.manifests);
}

/** An odd file name must not end the comment early. */
function renderHeader(input: string): string {
  if (!/^[ -~]+$/.test(input)) throw new Error(`${JSON.stringify(input)} cannot stand in a header line`);
  return `${headerPrefix}${input}. Do not edit.\n`;
}

function requireOneOfEach(input: string, contents: readonly FileContent[]): void {
  const paths = new Map<string, string>();
  for (const content of contents) {
    if ('document' in content) continue;
    for (const object of content.manifests.map(identify)) {
      const other = paths.get(object);
      if (other !== undefined) {
        throw new Error(`${input} renders ${object} twice, in ${other} and in ${content.path}`);
      }
      paths.set(object, content.path);
    }
  }
}
