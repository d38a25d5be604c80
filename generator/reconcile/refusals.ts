// The words for what the tree on disk may not hold. Knows nothing of how it is found.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { TreeOptions } from './options.ts';

type Label = Pick<TreeOptions, 'label'>;

function refuse(code: string, file: string, message: string, hint: string): Diagnostic {
  return { file, line: 1, column: 1, code, severity: 'error', message, hint };
}

function show({ label }: Label, path: string): string {
  return path === '' ? label : `${label}/${path}`;
}

/** A file that the generator did not write, where it would have to be removed. */
export function foreignFile(tree: Label, path: string): Diagnostic {
  const file = show(tree, path);
  return refuse(
    'no-foreign-file',
    file,
    `\`${file}\` was not written by the generator, and everything under \`${tree.label}/\` must be.`,
    `Move it out of \`${tree.label}/\` or remove it, then run \`npm run render\` again.`,
  );
}

/** A link, FIFO, socket or device; or anything but a folder in a folder's place. */
export function specialFile(tree: Label, path: string): Diagnostic {
  const file = show(tree, path);
  return refuse(
    'no-special-file',
    file,
    `\`${file}\` is not a regular file or folder (a symbolic link, for example), so writing there could reach outside the tree.`,
    `Remove it, then run \`npm run render\` again.`,
  );
}

/** A name that a case-insensitive file system cannot tell from one that is rendered. */
export function caseTwin(tree: Label, path: string, rendered: string): Diagnostic {
  const file = show(tree, path);
  return refuse(
    'no-case-twin',
    file,
    `\`${file}\` differs only by case from \`${show(tree, rendered)}\`, which is rendered; on macOS and Windows the two are one file.`,
    `Remove it or give it another name, then run \`npm run render\` again.`,
  );
}

/** Nothing rendered, everything on disk about to go: a wrong folder or branch far more often than a wish. */
export function emptyTree(tree: Label, count: number): Diagnostic {
  const files = count === 1 ? 'the only file' : `all ${count} files`;
  return refuse(
    'no-empty-tree',
    tree.label,
    `This run would delete ${files} of \`${tree.label}/\` and write none.`,
    `Check that \`tenants/\` and \`clusters/\` hold what you expect; to start over on purpose, remove \`${tree.label}/\` by hand.`,
  );
}
