// What a rendered file will hold, before it is text. Knows nothing of YAML.

import { identify, type Manifest } from '../model/manifest.ts';

/** `path` is relative to `rendered/`. `document` is plain data that is no Kubernetes object, such as Helm values. */
export type FileContent = { readonly path: string } & (
  | { readonly manifests: readonly Manifest[] }
  | { readonly document: unknown }
);

/** The path and what is in the file: two files of one path can be told apart by their content only. */
export function describeContent(content: FileContent): string {
  if ('document' in content) return `${content.path} with plain data`;
  return `${content.path} with ${content.manifests.map(identify).join(', ')}`;
}
