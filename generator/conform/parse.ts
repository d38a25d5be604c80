// Rendered text back into objects: what is validated is what a cluster would read, not what we meant to write.

import { loadAll, YAMLException } from 'js-yaml';
import type { Manifest } from '../model/manifest.ts';
import type { Path } from '../model/source.ts';
import type { RenderedObject } from './object.ts';

export interface Parsed {
  readonly objects: readonly RenderedObject[];
  readonly faults: readonly Fault[];
}

/** Text that is no list of Kubernetes objects. Lines and columns count from 1 and are known for bad YAML only. */
export interface Fault {
  readonly code: 'valid-yaml' | 'require-identity';
  readonly message: string;
  readonly document: number;
  readonly path: Path;
  readonly line?: number;
  readonly column?: number;
}

/** Empty documents are nothing; every other one must say what it is and how it is called. */
export function parseObjects(file: string, text: string): Parsed {
  let documents: unknown[];
  try {
    documents = loadAll(text, { maxAliases: 0 }).filter((value) => value !== null && value !== undefined);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { objects: [], faults: [describe(error)] };
  }
  const objects: RenderedObject[] = [];
  const faults: Fault[] = [];
  for (const [document, value] of documents.entries()) {
    const missing = findMissing(value);
    if (missing === undefined) objects.push({ file, document, value: value as Manifest });
    else faults.push({ code: 'require-identity', message: missing, document, path: [] });
  }
  return { objects, faults };
}

function describe(error: YAMLException): Fault {
  const { mark } = error;
  return {
    code: 'valid-yaml',
    message: `The text is not YAML: ${error.reason}.`,
    document: 0,
    path: [],
    ...(mark && { line: mark.line + 1, column: mark.column + 1 }),
  };
}

function findMissing(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'The document is not an object.';
  const { apiVersion, kind, metadata } = value as Record<string, unknown>;
  if (typeof apiVersion !== 'string') return 'The document has no `apiVersion`.';
  if (typeof kind !== 'string') return 'The document has no `kind`.';
  const { name } = (metadata ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string' || name === '') return `The ${kind} has no \`metadata.name\`.`;
  return undefined;
}
