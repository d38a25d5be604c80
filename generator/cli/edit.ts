// Edits of a tenant's file as text, so that its comments and its order stay. Reads no file and writes none.
import { type Document, isCollection, type Node, parseDocument } from 'yaml';
import type { Path } from '../model/source.ts';
import { type Setting, spliceText } from './splice.ts';

/** The text with these settings in it, all else as it was. Throws for a path that leads through a scalar. */
export function editText(text: string, settings: readonly Setting[]): string {
  return settings.reduce((edited, setting) => spliceText(edited, setting) ?? rewrite(edited, setting), text);
}

/** Comments and order stay; how wide a blank is may not. */
function rewrite(text: string, { path, value }: Setting): string {
  const document = parseDocument(text);
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, nodeLike(document, path, value));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Laid out as what it replaces: a list in brackets stays one. */
function nodeLike(document: Document, path: Path, value: unknown): Node {
  const node = document.createNode(value);
  const old = document.getIn(path, true);
  if (isCollection(node) && isCollection(old) && old.flow === true) node.flow = true;
  return node;
}

/** A mapping laid over the file, key by key (RFC 7396): `null` takes a key away, a list replaces a list. */
export function settingsOf(patch: unknown, path: Path = []): Setting[] {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    return [{ path, value: patch ?? undefined }];
  }
  const entries = Object.entries(patch);
  return entries.length === 0
    ? [{ path, value: {} }]
    : entries.flatMap(([key, value]) => settingsOf(value, [...path, key]));
}
