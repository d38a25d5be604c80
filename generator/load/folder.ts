// Reads a folder of inputs, one object per file: `tenants/`, `clusters/`, `platform/releases/`. Knows nothing of their content.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Source } from '../model/source.ts';
import type { Caps } from '../yaml/caps.ts';
import { readFile } from './file.ts';
import { listFolder } from './listing.ts';
import type { Memory } from './memory.ts';

export interface Folder {
  /** The files that are right, in code-unit order of their names. */
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A file name is the name of a Kubernetes object, a DNS label (RFC 1123), and `.yaml`. */
const objectFile = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?\.yaml$/;

/** Everything `<dns-label>.yaml` in `folder` (relative to `root`); anything else in it but `README.md` and `.gitkeep` is refused. */
export function readFolder(root: string, folder: string, caps: Caps, memory?: Memory): Folder {
  const { names, diagnostics } = listFolder(root, folder, {
    isFile: (name) => objectFile.test(name),
    folders: [],
    hint: 'Move or delete it. Files here are named `<name>.yaml`: lower-case letters, digits and hyphens, at most 63.',
  });
  const files = names.map((name) => readFile(root, `${folder}/${name}`, caps, memory));
  return {
    sources: files.flatMap(({ source }) => source ?? []),
    diagnostics: [...diagnostics, ...files.flatMap((file) => file.diagnostics)],
  };
}
