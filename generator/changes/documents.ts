// A rendered file's text → its objects. What is the same text on both sides is not parsed; what is no Kubernetes object
// still counts, as one of a kind of its own, so that nothing in the tree can change unseen.
import { loadAll } from 'js-yaml';
import type { Manifest } from './knowledge.ts';
import { type ObjectRef, placeOf } from './object.ts';

export interface Parsed {
  readonly object: ObjectRef;
  readonly value: Manifest;
  /** As it stands in the file, comments and all. */
  readonly text: string;
}

/** The documents of a file that the other side's text does not hold as well, and those that it does. */
export interface Documents {
  readonly own: readonly string[];
  readonly shared: readonly string[];
}

/** @param text `undefined` where there is no file */
export function splitDocuments(text: string | undefined, other: string | undefined): Documents {
  const theirs = new Set(documentsOf(other));
  const own: string[] = [];
  const shared: string[] = [];
  for (const document of documentsOf(text)) (theirs.has(document) ? shared : own).push(document);
  return { own, shared };
}

/** Every object that a file's text holds. */
export function parseFile(file: string, text: string): Parsed[] {
  return documentsOf(text).flatMap((document) => parseObject(file, document));
}

function documentsOf(text: string | undefined): string[] {
  if (text === undefined) return [];
  return text.split(/^---$\n?/m).filter((document) => /^\s*[^#\s]/m.test(document));
}

/** Kinds of what is no object: data that Argo CD's generators read, the two files of a chart, and every other file. */
export const targetKind = { group: 'tenantry.dev', kind: 'TargetFile' } as const;
export const chartKind = { group: 'tenantry.dev', kind: 'Chart' } as const;
export const valuesKind = { group: 'tenantry.dev', kind: 'ChartValues' } as const;
export const fileKind = { group: 'tenantry.dev', kind: 'File' } as const;

const places = [
  [/^[^/]+\/tenants\/([^/]+)\/target\.yaml$/, targetKind],
  [/^[^/]+\/platform\/([^/]+)\/Chart\.yaml$/, chartKind],
  [/^[^/]+\/platform\/([^/]+)\/values\.yaml$/, valuesKind],
] as const;

/** The kind of a file whose place says that it holds data, and whose: the tenant or the component. */
export function dataAt(file: string): { readonly group: string; kind: string; name: string } | undefined {
  for (const [pattern, kind] of places) {
    const [, name] = pattern.exec(file) ?? [];
    if (name !== undefined) return { ...kind, name };
  }
  return undefined;
}

/** @param file relative to `rendered/` */
export function parseObject(file: string, document: string): Parsed[] {
  const place = placeOf(file);
  const data = dataAt(file);
  if (data !== undefined) {
    return readValues(document).map((value) => {
      if (Array.isArray(value) || typeof value !== 'object') return asFile(file, document);
      return { object: { ...place, file, ...data, namespace: '' }, value: asMapping(value), text: document };
    });
  }
  if (!/\.(?:ya?ml|json)$/.test(file)) return [asFile(file, document)];
  return readValues(document).map((value) => {
    const manifest = asMapping(value);
    const { apiVersion, kind, metadata } = manifest;
    const { name, namespace } = asMapping(metadata);
    if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof name !== 'string') {
      return asFile(file, document);
    }
    const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.lastIndexOf('/')) : '';
    const object = {
      ...place,
      file,
      group,
      kind,
      namespace: typeof namespace === 'string' ? namespace : '',
      name,
    };
    return { object, value: manifest, text: document };
  });
}

/** What no table knows: a change of it blocks. */
export function asFile(file: string, text: string): Parsed {
  return {
    object: { ...placeOf(file), file, ...fileKind, namespace: '', name: file },
    value: { text },
    text,
  };
}

/** Text that is no YAML is read as one scalar: its file still changed. */
function readValues(document: string): unknown[] {
  try {
    return loadAll(document, { maxAliases: 0 }).filter((value) => value !== null && value !== undefined);
  } catch {
    return [document];
  }
}

export function asMapping(value: unknown): Manifest {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Manifest) : {};
}
